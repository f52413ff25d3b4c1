package io.steadfast.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docker/compose.yaml}. */
record ComposeFile(Map<String, Object> content) {

    static final Path PLACE = Path.of("docker", "compose.yaml");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):\\?}");

    static ComposeFile read() throws IOException {
        try (Reader reader = Files.newBufferedReader(PLACE)) {
            return new ComposeFile(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
        }
    }

    Set<String> services() {
        return map(content, "services").keySet();
    }

    Map<String, Object> service(String name) {
        return map(map(content, "services"), name);
    }

    Set<String> volumes() {
        return map(content, "volumes").keySet();
    }

    /** A service's environment with the variables filled in from {@code values}. */
    Map<String, String> environment(String service, Map<String, String> values) {
        Map<String, String> environment = new HashMap<>();
        map(service(service), "environment").forEach((name, value) -> {
            Matcher matcher = VARIABLE.matcher(String.valueOf(value));
            environment.put(name, matcher.replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1)))));
        });
        return environment;
    }

    /** Every variable that the operator has to give. */
    static Set<String> variables() throws IOException {
        Set<String> variables = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\$\\{([A-Z_]+)").matcher(Files.readString(PLACE));
        while (matcher.find()) {
            variables.add(matcher.group(1));
        }
        return variables;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.get(name);
    }

    @SuppressWarnings("unchecked")
    static List<String> list(Map<String, Object> parent, String name) {
        return (List<String>) parent.getOrDefault(name, List.of());
    }
}
