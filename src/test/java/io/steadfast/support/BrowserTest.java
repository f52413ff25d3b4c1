package io.steadfast.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A test that looks at the pages in a real Chromium. Each test has a context of its own, in English and as wide as a
 * desk's screen until it says otherwise. Whatever the browser's console calls an error fails the test.
 */
public abstract class BrowserTest extends ClientTest {

    protected static final String ENGLISH = "en-GB";
    protected static final String CHINESE = "zh-CN";

    protected static final int DESK_WIDTH = 1440;
    protected static final int DESK_HEIGHT = 900;
    protected static final int PHONE_WIDTH = 390;
    protected static final int PHONE_HEIGHT = 844;
    /** Chromium sometimes waits for a frame that never comes; a picture takes less than a second otherwise. */
    private static final double PICTURE_MILLIS = 20_000;

    private static final int PICTURE_TRIES = 3;

    /** Other cookies say a language or a theme in fewer characters. */
    private static final int SESSION_LENGTH = 20;

    /** What a page is to show comes in well under a second; on a busy machine a server and two browsers may take far longer. */
    private static final double PATIENCE_MILLIS = 30_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    /** Pictures are for people: {@code mvn verify -Dpictures} takes them, a run without anybody to look at them doesn't. */
    private static final boolean TAKES_PICTURES = System.getProperty("pictures") != null;

    private static final List<String> RULES_OF_COLOUR = List.of("color-contrast", "link-in-text-block");

    private static final Path PICTURES = Path.of("target", "screenshots");

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> consoleErrors = new ArrayList<>();
    private final List<Pattern> expectedErrors = new ArrayList<>();

    /** English, 1440 by 900. */
    protected Page page;

    @BeforeEach
    void openPage() {
        page = deskIn(ENGLISH);
    }

    @AfterEach
    void closePages() {
        contexts.forEach(context -> {
            context.cookies().stream()
                    .map(cookie -> cookie.value)
                    .filter(value -> value.length() >= SESSION_LENGTH)
                    .forEach(Secrets::isOne);
            context.close();
        });
        assertThat(consoleErrors)
                .as("errors in the browser's console")
                .filteredOn(error ->
                        expectedErrors.stream().noneMatch(p -> p.matcher(error).find()))
                .isEmpty();
    }

    /** A further page in a context of its own, 1440 by 900. */
    protected final Page deskIn(String locale) {
        return open(Browser.context(locale, DESK_WIDTH, DESK_HEIGHT));
    }

    /** A further page in a context of its own, 390 by 844. */
    protected final Page phoneIn(String locale) {
        return open(Browser.context(locale, PHONE_WIDTH, PHONE_HEIGHT));
    }

    /** Signs in on the sign-in page, in whatever language it speaks, and waits for what comes after it. */
    protected static void signIn(Page page, TestTenant tenant, TestTenant.Person person) {
        page.navigate("/signin");
        page.locator("#signin\\:brand").fill(tenant.slug());
        page.locator("#signin\\:email").fill(person.email());
        page.locator("#signin\\:password").fill(person.password());
        page.locator("#signin\\:go").click();
        page.waitForURL(address -> !address.contains("/signin"));
    }

    /** Signs in on the operators' own page. */
    protected static void signInAsOperator(Page page, TestTenant.Person operator) {
        page.navigate("/platform/signin");
        page.locator("#signin\\:email").fill(operator.email());
        page.locator("#signin\\:password").fill(operator.password());
        page.locator("#signin\\:go").click();
        page.waitForURL(address -> !address.contains("/signin"));
    }

    /** For a test that provokes one: an error whose text matches doesn't fail it. */
    protected final void expectConsoleError(String regex) {
        expectedErrors.add(Pattern.compile(regex));
    }

    /**
     * With {@code -Dpictures} saves {@code target/screenshots/<name>-1440.png} and {@code -390.png}, the whole page in both widths, and
     * leaves the page as wide as it was: a test that is about a phone goes on at a phone.
     */
    protected static void picture(Page page, String name) {
        if (!TAKES_PICTURES) {
            return;
        }
        ViewportSize before = page.viewportSize();
        shoot(page, name, DESK_WIDTH, DESK_HEIGHT);
        shoot(page, name, PHONE_WIDTH, PHONE_HEIGHT);
        page.setViewportSize(before.width, before.height);
    }

    /** With {@code -Dpictures} saves {@code target/screenshots/<name>-<width>.png} as wide as the page is. */
    protected static void pictureAsItIs(Page page, String name) {
        if (!TAKES_PICTURES) {
            return;
        }
        ViewportSize now = page.viewportSize();
        shoot(page, name, now.width, now.height);
        page.setViewportSize(now.width, now.height);
    }

    /** No violation that axe can find, of any weight, in what the page shows now. */
    protected static void assertAccessible(Page page) {
        assertThat(violations(page)).as("axe on " + page.url()).isEmpty();
    }

    /** What axe finds, of any weight, in what the page shows now. */
    protected static List<String> violations(Page page) {
        return found(new AxeBuilder(page));
    }

    /** What axe finds of that which another theme can change: another theme moves nothing and says the same. */
    protected static List<String> violationsOfColour(Page page) {
        return found(new AxeBuilder(page).withRules(RULES_OF_COLOUR));
    }

    private static List<String> found(AxeBuilder axe) {
        // The other way opens a further page for each judgement, for frames of other hosts; no page here has a frame.
        List<Rule> violations = axe.setLegacyMode(true).analyze().getViolations();
        return violations.stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                .toList();
    }

    /** A picture is for people and proves nothing: where Chromium gives none, the test goes on without. */
    private static void shoot(Page page, String name, int width, int height) {
        Path file = PICTURES.resolve(name + "-" + width + ".png");
        for (int attempt = 0; attempt < PICTURE_TRIES; attempt++) {
            // Another height asks for a new frame.
            page.setViewportSize(width, height + attempt);
            try {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(file)
                        .setTimeout(PICTURE_MILLIS)
                        .setFullPage(true));
                return;
            } catch (TimeoutError noFrame) {
                System.err.println("No picture " + file + ": "
                        + noFrame.getMessage().lines().findFirst().orElse(""));
            }
        }
    }

    private Page open(BrowserContext context) {
        contexts.add(context);
        Page opened = context.newPage();
        opened.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                consoleErrors.add(message.text() + " (" + message.location() + ")");
            }
        });
        opened.onPageError(error -> consoleErrors.add(error));
        return opened;
    }
}
