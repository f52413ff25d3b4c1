package io.steadfast.architecture;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts of {@code messages/<feature>.properties} in each language, and what is wrong with them. */
record Bundles(Map<String, Properties> english, Map<String, Properties> chinese) {

    private static final String CHINESE = "_zh_CN";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");

    static Bundles in(Path directory) {
        Map<String, Properties> english = new TreeMap<>();
        Map<String, Properties> chinese = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".properties"))
                    .toList()) {
                String name = file.getFileName().toString().replace(".properties", "");
                (name.endsWith(CHINESE) ? chinese : english).put(name.replace(CHINESE, ""), read(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Bundles(english, chinese);
    }

    boolean has(String feature, String key) {
        return english.getOrDefault(feature, new Properties()).containsKey(key)
                && chinese.getOrDefault(feature, new Properties()).containsKey(key);
    }

    Set<String> problems() {
        Set<String> problems = new TreeSet<>();
        Set<String> features = new TreeSet<>(english.keySet());
        features.addAll(chinese.keySet());
        for (String feature : features) {
            compare(
                    feature,
                    english.getOrDefault(feature, new Properties()),
                    chinese.getOrDefault(feature, new Properties()),
                    problems);
        }
        return problems;
    }

    private static void compare(String feature, Properties english, Properties chinese, Set<String> problems) {
        Set<String> keys = new TreeSet<>(english.stringPropertyNames());
        keys.addAll(chinese.stringPropertyNames());
        for (String key : keys) {
            String in = "messages/" + feature + ": " + key;
            if (english.getProperty(key, "").isBlank()) {
                problems.add(in + " has no English text");
            } else if (chinese.getProperty(key, "").isBlank()) {
                problems.add(in + " has no Chinese text");
            } else if (!placeholders(english.getProperty(key)).equals(placeholders(chinese.getProperty(key)))) {
                problems.add(in + " fills other places in Chinese than in English");
            }
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}
