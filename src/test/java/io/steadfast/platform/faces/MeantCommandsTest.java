package io.steadfast.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every command about something says about what, so that a page that comes back can't do it to something else. */
class MeantCommandsTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern COMMAND = Pattern.compile(
            "<[ph]:command(?:Button|Link)\\b(?:[^>\"]|\"[^\"]*\")*?(/?)>(\\s*<f:param name=\"means\")?");
    private static final Pattern ABOUT_SOMETHING = Pattern.compile("action(?:Listener)?=\"#\\{[^\"(]*\\([^\"]*\\)}\"");

    @Test
    void every_command_with_an_argument_names_what_it_means() throws IOException {
        List<String> about = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (Path page : pages()) {
            Matcher command = COMMAND.matcher(Files.readString(page));
            while (command.find()) {
                if (ABOUT_SOMETHING.matcher(command.group()).find()) {
                    (command.group(2) == null ? silent : about).add(page + " " + command.group());
                }
            }
        }
        assertThat(silent).isEmpty();
        assertThat(about).hasSizeGreaterThan(30);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> all = Files.walk(PAGES)) {
            return all.filter(page -> page.toString().endsWith(".xhtml")).toList();
        }
    }
}
