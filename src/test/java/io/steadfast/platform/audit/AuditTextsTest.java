package io.steadfast.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.platform.i18n.Language;
import io.steadfast.platform.i18n.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads the trail reads words, never a code. */
class AuditTextsTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern RECORDED = Pattern.compile(
            "(?:(?:audit|trail)\\.record|changed|tell|new AccessChange|byHand|end)\\([^\"();]*\"([a-z_]+\\.[a-z_]+)\"");

    @Test
    void every_action_in_the_trail_has_words_in_every_language() {
        Set<String> actions = actions();
        assertThat(actions).contains("member.erased", "points.extended", "person.invited", "api_key.issued");
        for (Language language : Language.values()) {
            assertThat(actions)
                    .filteredOn(action -> !Texts.has("audit", "action." + action, language.locale()))
                    .as(language.tag())
                    .isEmpty();
        }
    }

    private static Set<String> actions() {
        Set<String> actions = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                Matcher matcher = RECORDED.matcher(text(file));
                while (matcher.find()) {
                    actions.add(matcher.group(1));
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return actions;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
