package io.steadfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code docker/} describes, without an engine: the files that the image copies laid out as in the image, its entry
 * point's exact command line, the environment of the image and of the compose file, and a PostgreSQL that isn't ours, made
 * ready with the compose file's own script.
 */
class ImageIT {

    private static final Map<String, String> SECRETS = Map.of(
            "STEADFAST_URL", "https://loyalty.example.com",
            "STEADFAST_DB_PASSWORD", "app's secret",
            "STEADFAST_DB_ADMIN_PASSWORD", "admin-secret",
            "STEADFAST_PLATFORM_KEY", "stp_image_platform_key_for_tests_only_0123456789",
            "STEADFAST_SECRETS_KEY", "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=",
            "POSTGRES_PASSWORD", "superuser-secret",
            "STEADFAST_TLS_PEM", "/etc/steadfast/tls.pem");

    @TempDir
    private Path temporary;

    @Test
    void theImagesCommandServesFromAnExternalDatabaseAndSeedsNothing() throws IOException, SQLException, StartRefused {
        Dockerfile dockerfile = Dockerfile.read();
        Path root = temporary.resolve("image");
        dockerfile.layOut(root);
        int port = ProductProcess.freePort();
        EmbeddedDatabase external = EmbeddedDatabase.in(DataDirectory.open(temporary.resolve("external")));
        try {
            external.start();
            prepare(external);
            Map<String, String> environment = new HashMap<>(dockerfile.environment());
            environment.putAll(ComposeFile.read().environment("app-1", SECRETS));
            String url = environment.get("STEADFAST_DB_URL");
            assertThat(url).isEqualTo("jdbc:postgresql://postgres:5432/steadfast");
            environment.put("STEADFAST_DB_URL", external.url("steadfast"));
            environment.put("STEADFAST_PORT", String.valueOf(port));
            Path home = root.resolve(environment.get("STEADFAST_HOME").substring(1));
            environment.put("STEADFAST_HOME", home.toString());

            ProductProcess product =
                    ProductProcess.start(command(dockerfile, root), environment).awaitReady();

            assertThat(Listeners.of(product.pid())).containsExactly("0.0.0.0:" + port);
            assertThat(home.resolve("postgresql")).doesNotExist();
            assertThat(home.resolve("demo-credentials.json")).doesNotExist();
            assertThat(product.output()).doesNotContain(SECRETS.values());
            assertThat(ProductProcess.status(port, dockerfile.healthPath())).isEqualTo(200);
            assertThat(product.terminate()).isEqualTo(128 + 15);
        } finally {
            external.stop();
        }
    }

    /** The image's words, with its root moved to a directory here; only {@code java} is this machine's. */
    private static List<String> command(Dockerfile dockerfile, Path root) {
        List<String> command = new ArrayList<>();
        for (String word : dockerfile.entryPoint()) {
            command.add(word.startsWith("/") ? root.resolve(word.substring(1)).toString() : word);
        }
        assertThat(command.get(0)).isEqualTo("java");
        command.set(0, ProductProcess.java());
        return command;
    }

    /** Does what psql does with the script: variables from the environment, statement by statement. */
    private static void prepare(EmbeddedDatabase external) throws IOException, SQLException {
        Map<String, String> variables = new HashMap<>();
        StringBuilder script = new StringBuilder();
        for (String line : Files.readAllLines(Path.of("docker", "postgres", "logins.sql"))) {
            String[] words = line.split(" ");
            if (words[0].equals("\\getenv")) {
                variables.put(words[1], SECRETS.get(words[2]));
            } else if (!line.startsWith("--")) {
                script.append(line).append('\n');
            }
        }
        assertThat(variables).hasSize(2).doesNotContainValue(null);
        try (Connection connection = EmbeddedLogins.connect(external, EmbeddedLogins.SUPERUSER);
                Statement statement = connection.createStatement()) {
            for (String command : script.toString().split(";")) {
                String sql = command.strip();
                for (Map.Entry<String, String> variable : variables.entrySet()) {
                    String literal = "'" + variable.getValue().replace("'", "''") + "'";
                    sql = sql.replace(":'" + variable.getKey() + "'", literal);
                }
                if (!sql.isEmpty()) {
                    statement.execute(sql);
                }
            }
        }
    }
}
