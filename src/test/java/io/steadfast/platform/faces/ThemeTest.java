package io.steadfast.platform.faces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThemeTest {
    private static final Path RESOURCES = Path.of("src/main/webapp/resources");
    private static final Pattern COLOUR =
            Pattern.compile("#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\\b(?!\\{)|rgba?\\(");
    private static final Pattern USED = Pattern.compile("var\\(--([a-z0-9-]+)\\)");
    private static final Pattern DEFINED = Pattern.compile("--([a-z0-9-]+):");

    @Test
    void the_theme_is_what_the_maker_makes_of_the_primefaces_in_use() throws IOException {
        assertThat(Files.readString(ThemeMaker.THEME, UTF_8)).isEqualTo(ThemeMaker.made());
    }

    @Test
    void a_colour_stands_in_the_tokens_and_nowhere_else() throws IOException {
        try (Stream<Path> sheets = sheets()) {
            assertThat(sheets.filter(sheet -> !sheet.endsWith("tokens.css")))
                    .isNotEmpty()
                    .allSatisfy(sheet -> assertThat(
                                    COLOUR.matcher(withoutComments(sheet)).results())
                            .as(sheet.toString())
                            .isEmpty());
        }
    }

    @Test
    void every_token_that_a_style_uses_is_defined() throws IOException {
        Set<String> used = new TreeSet<>();
        Set<String> defined = new TreeSet<>();
        try (Stream<Path> sheets = sheets()) {
            for (Path sheet : sheets.toList()) {
                collect(USED, sheet, used);
                collect(DEFINED, sheet, defined);
            }
        }
        assertThat(used).isNotEmpty().isSubsetOf(defined);
    }

    private static void collect(Pattern names, Path sheet, Set<String> into) throws IOException {
        Matcher matcher = names.matcher(withoutComments(sheet));
        while (matcher.find()) {
            into.add(matcher.group(1));
        }
    }

    private static String withoutComments(Path sheet) throws IOException {
        return Files.readString(sheet, UTF_8).replaceAll("(?s)/\\*.*?\\*/", "");
    }

    private static Stream<Path> sheets() throws IOException {
        return Files.walk(RESOURCES).filter(file -> file.toString().endsWith(".css"));
    }
}
