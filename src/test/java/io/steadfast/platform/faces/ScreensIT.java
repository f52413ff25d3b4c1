package io.steadfast.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
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
    /** What the switch of the page's head does. */
    private static final String WEAR = "theme => document.documentElement.setAttribute('data-theme', theme)";
    /** Leads on to the home page. */
    private static final String LEADS_ON = "/console/index";
    /** The store screen while somebody types. */
    private static final String FOUND = "store-found";

    @Test
    void in_english() {
        lookAt(ENGLISH);
    }

    @Test
    void in_chinese() {
        lookAt(CHINESE);
    }

    private void lookAt(String language) {
        MatrixWorld world = MatrixWorld.open().furnished();
        Page browser = deskIn(language);
        // Another theme is there at once, rather than on the way.
        browser.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        signIn(browser, world.tenant, world.tenant.owner());
        browser.context()
                .addCookies(List.of(new Cookie("steadfast-theme", "dark")
                        .setUrl(browser.url().replaceAll("(?<=[0-9])/.*", "/"))));
        register(browser);
        List<String> wrong = new ArrayList<>();
        screens(world).forEach((name, address) -> {
            browser.navigate(address);
            assertThat(browser.locator("html").getAttribute("data-theme")).isEqualTo("dark");
            if (name.equals(FOUND)) {
                browser.locator("#search").pressSequentially("0471");
                browser.locator(".hit").first().waitFor();
            }
            String screen = "screen-" + name + "-" + language.substring(0, 2);
            for (int width : List.of(DESK_WIDTH, PHONE_WIDTH)) {
                browser.setViewportSize(width, width == DESK_WIDTH ? DESK_HEIGHT : PHONE_HEIGHT);
                browser.evaluate(WEAR, "dark");
                pictureAsItIs(browser, screen + "-dark");
                judge(browser, screen + "-" + width, wrong);
                browser.evaluate(WEAR, "light");
                pictureAsItIs(browser, screen + "-light");
                violationsOfColour(browser).forEach(violation -> wrong.add(screen + "-light " + violation));
            }
            browser.setViewportSize(NARROWEST, PHONE_HEIGHT);
            fits(browser, screen + "-" + NARROWEST, wrong);
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
