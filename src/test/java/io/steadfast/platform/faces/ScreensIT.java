package io.steadfast.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.WrittenPages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every screen of the console, the store and the till, light and dark, in both languages, on a desk and on a phone: axe finds nothing,
 * nothing is wider than the screen, no text is missing, and a picture is there to look at, as in {@code
 * screen-store-index-zh-dark-390.png}.
 */
class ScreensIT extends BrowserTest {

    /** A text that isn't there, or one whose gap nobody filled. */
    private static final Pattern UNTOLD = Pattern.compile("\\?\\?\\?|\\{[a-z]+}");

    private static final Pattern SCREENS = Pattern.compile("/console/.*|/store/.*|/till|/signin");
    /** The smallest phone, and a desk's screen at four times its size. */
    private static final int NARROWEST = 320;
    /** Leads on to the home page. */
    private static final String LEADS_ON = "/console/index";
    /** The store screen while somebody types. */
    private static final String FOUND = "store-found";

    @Test
    void in_english_and_light() {
        lookAt(ENGLISH, "light");
    }

    @Test
    void in_english_and_dark() {
        lookAt(ENGLISH, "dark");
    }

    @Test
    void in_chinese_and_light() {
        lookAt(CHINESE, "light");
    }

    @Test
    void in_chinese_and_dark() {
        lookAt(CHINESE, "dark");
    }

    private void lookAt(String language, String theme) {
        MatrixWorld world = MatrixWorld.open().furnished();
        Page browser = deskIn(language);
        signIn(browser, world.tenant, world.tenant.owner());
        browser.context()
                .addCookies(List.of(new Cookie("steadfast-theme", theme)
                        .setUrl(browser.url().replaceAll("(?<=[0-9])/.*", "/"))));
        register(browser);
        List<String> wrong = new ArrayList<>();
        screens(world).forEach((name, address) -> {
            browser.navigate(address);
            assertThat(browser.locator("html").getAttribute("data-theme")).isEqualTo(theme);
            if (name.equals(FOUND)) {
                browser.locator("#search").pressSequentially("0471");
                browser.locator(".hit").first().waitFor();
            }
            for (int width : List.of(DESK_WIDTH, PHONE_WIDTH)) {
                browser.setViewportSize(width, width == DESK_WIDTH ? DESK_HEIGHT : PHONE_HEIGHT);
                String screen = "screen-" + name + "-" + language.substring(0, 2) + "-" + theme;
                pictureAsItIs(browser, screen);
                judge(browser, screen + "-" + width, wrong);
            }
            browser.setViewportSize(NARROWEST, PHONE_HEIGHT);
            fits(browser, "screen-" + name + "-" + language.substring(0, 2) + "-" + NARROWEST, wrong);
        });
        assertThat(wrong).isEmpty();
    }

    private static void judge(Page browser, String screen, List<String> wrong) {
        violations(browser).forEach(violation -> wrong.add(screen + " " + violation));
        fits(browser, screen, wrong);
        browser.locator("body")
                .innerText()
                .lines()
                .filter(line -> UNTOLD.matcher(line).find())
                .forEach(line -> wrong.add(screen + " says " + line));
    }

    private static void fits(Page browser, String screen, List<String> wrong) {
        int wide = (int) browser.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        if (wide > 0) {
            wrong.add(screen + " is " + wide + " px too wide");
        }
    }

    /** Names for the pictures with addresses; the page of the till comes last, as it signs out whoever opens it. */
    private static Map<String, String> screens(MatrixWorld world) {
        Map<String, String> screens = new LinkedHashMap<>();
        WrittenPages.withActions().keySet().stream()
                .filter(page -> SCREENS.matcher(page).matches())
                .filter(page -> !page.equals(LEADS_ON) && !page.equals("/till"))
                .forEach(page -> screens.put(page.substring(1).replace('/', '-'), world.address(page)));
        screens.put("store-hello", "/store/");
        screens.put(FOUND, "/store/");
        screens.put("console-members-nobody", "/console/members?q=nobody-is-called-so");
        screens.put("till", "/till");
        return screens;
    }

    private static void register(Page browser) {
        browser.navigate("/console/tills");
        browser.locator("#tills\\:pick").selectOption("LDN1");
        browser.locator("#tills\\:name").fill("Till 1");
        browser.locator("#tills\\:source").fill("pos-ldn1");
        browser.locator("#tills\\:register").click();
        browser.locator("[data-till]").first().waitFor();
    }
}
