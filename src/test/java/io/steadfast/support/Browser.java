package io.steadfast.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one Chromium of the run, headless. The first test that asks starts it; each test gets a context of its own. */
final class Browser {

    /** Quiet, and able to run as root on a machine without a GPU. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static @Nullable Playwright playwright;
    private static com.microsoft.playwright.@Nullable Browser running;

    private Browser() {}

    /** A fresh context: no cookies, this language, this size of window. */
    static synchronized BrowserContext context(String locale, int width, int height) {
        return browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(Server.url())
                        .setLocale(locale)
                        .setTimezoneId("Europe/London")
                        .setViewportSize(width, height));
    }

    private static com.microsoft.playwright.Browser browser() {
        if (running == null) {
            // The driver lies in a jar of the build; a browser is looked for, never fetched behind one's back.
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Path executable = BrowserSearch.find(Path.of(playwright.chromium().executablePath()));
            running = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(FLAGS));
        }
        return running;
    }
}
