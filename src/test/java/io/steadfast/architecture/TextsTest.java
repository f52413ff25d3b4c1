package io.steadfast.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import io.steadfast.shared.RefusalReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path PAGES = Path.of("src", "main", "webapp");
    private static final Bundles TEXTS = Bundles.in(Path.of("src", "main", "resources", "messages"));

    @Test
    void every_text_stands_in_both_languages_with_the_same_places_to_fill() {
        assertThat(TEXTS.problems()).isEmpty();
    }

    @Test
    void every_reason_has_a_text_in_both_languages() {
        assertThat(Codebase.MAIN.stream().filter(TextsTest::isReason).flatMap(TextsTest::withoutText))
                .as("constants without a text in messages/<feature>.properties and _zh_CN.properties")
                .isEmpty();
    }

    @Test
    void pages_hold_no_literal_text_no_inline_style_and_no_inline_script() {
        assertThat(pages().flatMap(page -> Pages.problems(page.toString(), read(page)).stream()))
                .isEmpty();
    }

    @Test
    void every_text_that_a_page_asks_for_exists() {
        assertThat(pages().flatMap(page -> Pages.missingTexts(page.toString(), read(page), TEXTS).stream()))
                .isEmpty();
    }

    @Test
    void a_text_missing_in_chinese_a_blank_one_and_a_lost_place_are_found() {
        Bundles broken = new Bundles(
                Map.of("shop", texts("open", "Open {name}", "closed", "Closed", "late", "Late")),
                Map.of("shop", texts("open", "营业", "closed", " ")));
        assertThat(broken.problems())
                .containsExactly(
                        "messages/shop: closed has no Chinese text",
                        "messages/shop: late has no Chinese text",
                        "messages/shop: open fills other places in Chinese than in English");
        assertThat(broken.has("shop", "late")).isFalse();
    }

    @Test
    void a_page_with_text_style_script_and_an_unknown_key_is_found() {
        String page = "<p style=\"color: red\" onclick=\"x()\">Hello #{name}</p>\n<i title=\"Close\"></i>"
                + "<h:outputText value=\"Total\"/>#{t.shop['late']}";
        assertThat(Pages.problems("shop.xhtml", page))
                .anyMatch(problem -> problem.contains("\"Hello\""))
                .anyMatch(problem -> problem.contains("\"Close\""))
                .anyMatch(problem -> problem.contains("\"Total\""))
                .anyMatch(problem -> problem.contains("inline style"))
                .anyMatch(problem -> problem.contains("inline script"));
        assertThat(Pages.missingTexts("shop.xhtml", page, new Bundles(Map.of(), Map.of())))
                .containsExactly("shop.xhtml asks for the text shop.late");
        assertThat(Pages.problems("long.xhtml", "\n".repeat(151))).hasSize(1);
        assertThat(Pages.problems("fine.xhtml", "<p class=\"note\">#{t.shop['open']} · </p>"))
                .isEmpty();
    }

    private static boolean isReason(JavaClass type) {
        return type.isEnum()
                && (type.isAssignableTo(RefusalReason.class)
                        || type.getSimpleName().endsWith("Reason"));
    }

    private static Stream<String> withoutText(JavaClass reasons) {
        return reasons.getFields().stream()
                .filter(field -> field.getRawType().equals(reasons))
                .map(JavaField::getName)
                .filter(name -> !TEXTS.has(bundle(reasons), name))
                .map(name -> reasons.getName() + "." + name + " in messages/" + bundle(reasons));
    }

    /** The feature's name; for a mechanism the package below {@code platform}. */
    private static String bundle(JavaClass type) {
        String[] path =
                type.getPackageName().substring(FeatureMap.ROOT.length() + 1).split("\\.");
        return path[0].equals("platform") ? path[1] : path[0];
    }

    private static Properties texts(String... keysAndTexts) {
        Properties texts = new Properties();
        for (int i = 0; i < keysAndTexts.length; i += 2) {
            texts.setProperty(keysAndTexts[i], keysAndTexts[i + 1]);
        }
        return texts;
    }

    private static Stream<Path> pages() {
        try {
            return Files.walk(PAGES).filter(path -> path.toString().endsWith(".xhtml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
