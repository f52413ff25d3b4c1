package io.steadfast.support;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Where the browser is: the setting, an installed one, Playwright's own, the package of Debian when the tests run as root; else one
 * clear message. Chromium without windows comes first: with them, each page of a test costs one more process for a toolbar that nobody
 * sees, and the run a quarter more.
 */
final class BrowserSearch {

    private static final String SETTING = "STEADFAST_TEST_BROWSER";
    private static final String WITHOUT_WINDOWS = "chromium-headless-shell";
    private static final List<String> NAMES =
            List.of(WITHOUT_WINDOWS, "google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome");
    private static final List<Path> ELSEWHERE = List.of(
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("C:/Program Files/Google/Chrome/Application/chrome.exe"));

    private static final String NONE = "The browser tests need Chrome or Chromium and found none. Install one ("
            + "Debian: apt-get install " + WITHOUT_WINDOWS
            + " fonts-noto-cjk; macOS: brew install --cask google-chrome), or"
            + " name one: " + SETTING + "=/path/to/chrome mvn verify";

    private BrowserSearch() {}

    static Path find(Path playwrightsOwn) {
        return named().or(BrowserSearch::installed)
                .or(() -> downloaded(playwrightsOwn))
                .or(BrowserSearch::packaged)
                .orElseThrow(() -> new IllegalStateException(NONE));
    }

    private static Optional<Path> named() {
        return Optional.ofNullable(System.getenv(SETTING)).map(path -> {
            if (!Files.isExecutable(Path.of(path))) {
                throw new IllegalStateException(SETTING + " names " + path + ", which can't be run");
            }
            return Path.of(path);
        });
    }

    private static Optional<Path> installed() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Stream<Path> onPath = NAMES.stream()
                .flatMap(name ->
                        Arrays.stream(path.split(File.pathSeparator)).map(directory -> Path.of(directory, name)));
        return Stream.concat(onPath, ELSEWHERE.stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> downloaded(Path own) {
        if (!Files.isExecutable(own)) {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            run(List.of(java, "-cp", classes, "com.microsoft.playwright.CLI", "install", "chromium"));
        }
        return Optional.of(own).filter(Files::isExecutable);
    }

    private static Optional<Path> packaged() {
        boolean root = "root".equals(System.getProperty("user.name"));
        if (root && Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            run(List.of("apt-get", "update", "-qq"));
            run(List.of("apt-get", "install", "-y", "-qq", WITHOUT_WINDOWS, "fonts-noto-cjk"));
            if (installed().isEmpty()) {
                run(List.of("apt-get", "install", "-y", "-qq", "chromium", "fonts-noto-cjk"));
            }
        }
        return installed();
    }

    /** Whether it worked shows in what is there afterwards. */
    private static void run(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/browser-search.log")));
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (IOException notThere) {
            // The next place is looked at.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
