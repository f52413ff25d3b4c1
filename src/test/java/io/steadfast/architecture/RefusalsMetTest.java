package io.steadfast.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.steadfast.accrual.core.SkipReason;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every reason for which something is refused or gives nothing is met by some test, by its name. */
class RefusalsMetTest {

    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Path TEXTS = Path.of("src", "main", "resources", "messages");

    /** As much of what a page says as a test reads there. */
    private static final int READ = 20;

    private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\\b");

    /** What no test can bring about, or only at a cost that nothing is worth. */
    private static final Set<String> NOT_MET = Set.of(
            // A failure of ours: nobody knows how to bring one about.
            "INTERNAL_ERROR",
            // A browser's own field for days sends nothing else.
            "DAY_NOT_VALID",
            // A hundred thousand lots in one selection.
            "EXTENSION_TOO_LARGE");

    @Test
    void each_is_named_in_a_test_or_its_text_is_read_on_a_page() throws IOException {
        String tests = tests();
        Set<String> named =
                NAME.matcher(tests).results().map(MatchResult::group).collect(Collectors.toSet());
        Map<String, String> texts = texts();
        Set<String> unmet = Codebase.MAIN.stream()
                .filter(type -> ReachableRefusals.isReason(type) || type.isEquivalentTo(SkipReason.class))
                .flatMap(RefusalsMetTest::constants)
                .filter(reason -> !named.contains(reason))
                .filter(reason -> !texts.containsKey(reason) || !tests.contains(texts.get(reason)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unmet).isEqualTo(new TreeSet<>(NOT_MET));
    }

    private static Stream<String> constants(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> field.getRawType().equals(type))
                .map(field -> field.getName());
    }

    /** The beginning of what is said in English, as far as it is the same each time. */
    private static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (Path file : files(TEXTS, name -> name.endsWith(".properties") && !name.contains("_"))) {
            Properties bundle = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                bundle.load(reader);
            }
            bundle.stringPropertyNames().stream()
                    .filter(key -> NAME.matcher(key).matches())
                    .filter(key ->
                            bundle.getProperty(key).replaceAll("[{].*", "").length() >= READ)
                    .forEach(key -> texts.put(key, bundle.getProperty(key).substring(0, READ)));
        }
        return texts;
    }

    private static String tests() throws IOException {
        StringBuilder tests = new StringBuilder();
        for (Path file : files(TESTS, name -> name.endsWith(".java") && !name.equals("RefusalsMetTest.java"))) {
            tests.append(Files.readString(file));
        }
        return tests.toString();
    }

    private static List<Path> files(Path under, Predicate<String> name) throws IOException {
        try (Stream<Path> files = Files.walk(under)) {
            return files.filter(file -> name.test(String.valueOf(file.getFileName())))
                    .toList();
        }
    }
}
