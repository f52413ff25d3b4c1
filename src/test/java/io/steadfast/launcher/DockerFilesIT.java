package io.steadfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each path and each variable in {@code docker/} and {@code config/} against what the build has made. */
class DockerFilesIT {

    private final ComposeFile compose = ComposeFile.read();
    private final Dockerfile dockerfile = Dockerfile.read();

    DockerFilesIT() throws IOException {}

    @Test
    void theImageCopiesTheProductAndNoDatabase() throws IOException {
        Set<String> copied = new TreeSet<>();
        for (String line : dockerfile.all("COPY")) {
            String[] words = line.split(" +");
            for (int i = 0; i < words.length - 1; i++) {
                for (Path source : Dockerfile.sources(words[i])) {
                    copied.add(source.toString());
                    assertThat(Files.readString(Path.of("docker", "Dockerfile.dockerignore")))
                            .contains("!" + words[i]);
                }
            }
        }
        assertThat(copied)
                .containsExactlyInAnyOrder(
                        "target/steadfast.jar",
                        "target/steadfast.war",
                        "target/lib/payara-micro.jar",
                        "target/lib/postgresql.jar",
                        "target/lib/minimal-json.jar");
    }

    @Test
    void theJarNamesExactlyTheLibrariesBesideIt() throws IOException {
        try (JarFile jar = new JarFile("target/steadfast.jar");
                Stream<Path> files = Files.walk(Path.of("target", "lib"))) {
            List<String> named = List.of(
                    jar.getManifest().getMainAttributes().getValue("Class-Path").split(" "));
            List<String> present = files.filter(Files::isRegularFile)
                    .map(file -> Path.of("target").relativize(file).toString())
                    .toList();
            assertThat(named).containsAll(present);
            assertThat(named.stream().filter(name -> !name.contains("binaries")))
                    .allMatch(present::contains);
        }
    }

    @Test
    void theImageRunsAsNobodyInParticularAndChecksItsHealth() {
        assertThat(dockerfile.one("FROM")).matches("eclipse-temurin:17-jre-.*");
        assertThat(dockerfile.one("USER")).isEqualTo("steadfast");
        assertThat(dockerfile.healthPath()).isEqualTo("/health/ready");
        assertThat(dockerfile.one("HEALTHCHECK"))
                .contains(":" + dockerfile.environment().get("STEADFAST_PORT") + "/");
        assertThat(dockerfile.one("EXPOSE")).isEqualTo(dockerfile.environment().get("STEADFAST_PORT"));
    }

    @Test
    void everyServiceMountsFilesThatExistAndVolumesThatAreDeclared() {
        assertThat(compose.services()).containsExactlyInAnyOrder("app-1", "app-2", "postgres", "proxy");
        for (String service : compose.services()) {
            for (String mount : ComposeFile.list(compose.service(service), "volumes")) {
                String source = mount.replaceFirst("^\\$\\{[A-Z_]+:\\?}", "").replaceFirst(":.*", "");
                if (source.startsWith(".")) {
                    assertThat(ComposeFile.PLACE.resolveSibling(source))
                            .as(mount)
                            .isRegularFile();
                } else if (!source.isEmpty()) {
                    assertThat(compose.volumes()).as(mount).contains(source);
                }
            }
            assertThat(compose.services())
                    .containsAll(dependencies(compose.service(service).get("depends_on")));
        }
        Map<String, Object> build = ComposeFile.map(compose.service("app-1"), "build");
        assertThat(Path.of("docker")
                        .resolve(String.valueOf(build.get("context")))
                        .resolve("pom.xml"))
                .exists();
        assertThat(Path.of("docker").resolve("..").resolve(String.valueOf(build.get("dockerfile"))))
                .exists();
    }

    @Test
    void theNodesDifferInNothingButTheirNames() {
        assertThat(compose.service("app-1")).isEqualTo(compose.service("app-2"));
    }

    @Test
    void theProxyKnowsEveryNodeOnThePortItListensOn() throws IOException {
        String proxy = Files.readString(Path.of("docker", "proxy", "haproxy.cfg"));
        String port = dockerfile.environment().get("STEADFAST_PORT");
        for (String node : List.of("app-1", "app-2")) {
            assertThat(proxy).contains("server " + node + " " + node + ":" + port + " check cookie " + node);
        }
        Matcher servers = Pattern.compile("server (\\S+) (\\S+):").matcher(proxy);
        while (servers.find()) {
            assertThat(compose.services()).contains(servers.group(1));
        }
        for (String published : ComposeFile.list(compose.service("proxy"), "ports")) {
            assertThat(proxy).contains("bind :" + published.substring(published.indexOf(':') + 1));
        }
        assertThat(proxy).contains("option httpchk GET " + dockerfile.healthPath());
        String certificate =
                ComposeFile.list(compose.service("proxy"), "volumes").get(1);
        assertThat(proxy)
                .contains("ssl crt "
                        + certificate.replaceFirst("^\\$\\{[A-Z_]+:\\?}:", "").replace(":ro", ""));
    }

    @Test
    void everySecretComesFromTheEnvironmentAndStandsInTheExample() throws IOException {
        String example = Files.readString(Path.of("config", "production.env.example"));
        for (String variable : ComposeFile.variables()) {
            assertThat(example).as("config/production.env.example").contains("\n" + variable + "=");
        }
        assertThat(example.lines().filter(line -> line.matches("[A-Z_]*(PASSWORD|KEY)=.+")))
                .isEmpty();
        for (String service : compose.services()) {
            Map<String, Object> environment = compose.service(service).containsKey("environment")
                    ? ComposeFile.map(compose.service(service), "environment")
                    : Map.of();
            environment.forEach((name, value) -> {
                if (name.matches(".*(PASSWORD|KEY)")) {
                    assertThat(value).isEqualTo("${" + name + ":?}");
                }
            });
        }
    }

    @Test
    void everySettingThatTheFilesUseStandsInTheReadme() throws IOException {
        String table = Files.readString(Path.of("README.md"));
        Set<String> used = new TreeSet<>(ComposeFile.variables());
        used.addAll(dockerfile.environment().keySet());
        compose.environment("app-1", anything()).keySet().forEach(used::add);
        used.removeIf(name -> !name.startsWith("STEADFAST_") || name.equals("STEADFAST_TLS_PEM"));
        for (String setting : used) {
            assertThat(table).contains("`" + setting + "`");
        }
    }

    private static Map<String, String> anything() throws IOException {
        Map<String, String> values = new java.util.HashMap<>();
        ComposeFile.variables().forEach(name -> values.put(name, "x"));
        return values;
    }

    private static Set<String> dependencies(Object dependsOn) {
        if (dependsOn instanceof Map<?, ?> conditions) {
            return new TreeSet<>(
                    conditions.keySet().stream().map(String::valueOf).toList());
        }
        return dependsOn instanceof List<?> names
                ? new TreeSet<>(names.stream().map(String::valueOf).toList())
                : Set.of();
    }
}
