package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every section of the designer with all its forms open, light and dark, on a desk and on a phone: axe finds nothing, nothing is wider
 * than the screen, no text is missing, and a picture is there to look at, as in {@code section-P2-tiers-zh-dark-390.png}.
 */
class SectionScreensIT extends BrowserTest {

    private static final Pattern UNTOLD = Pattern.compile("\\?\\?\\?|\\{[a-z]+}");
    private static final String OPEN =
            "() => document.querySelectorAll('.work details').forEach(one => one.setAttribute('open', ''))";
    private static final String WEAR = "theme => document.documentElement.setAttribute('data-theme', theme)";

    @Test
    void in_english() {
        lookAt(ENGLISH);
    }

    @Test
    void in_chinese() {
        lookAt(CHINESE);
    }

    private void lookAt(String language) {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        FullSections.makeIn(tenant);
        Page desk = deskIn(language);
        desk.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        signIn(desk, tenant, tenant.owner());
        List<String> wrong = new ArrayList<>();
        for (FullSections.Place place : FullSections.PLACES) {
            desk.navigate(place.address());
            assertThat(desk.locator(".sections a.now")).hasAttribute("data-section", place.section());
            desk.evaluate(OPEN);
            for (int width : List.of(DESK_WIDTH, PHONE_WIDTH)) {
                desk.setViewportSize(width, width == DESK_WIDTH ? DESK_HEIGHT : PHONE_HEIGHT);
                String screen = "section-" + place + "-" + language.substring(0, 2);
                desk.evaluate(WEAR, "light");
                pictureAsItIs(desk, screen + "-light");
                judge(desk, screen + "-" + width, wrong);
                desk.evaluate(WEAR, "dark");
                pictureAsItIs(desk, screen + "-dark");
                violationsOfColour(desk).forEach(violation -> wrong.add(screen + "-dark " + violation));
            }
            desk.locator("#drafts > summary").click();
            judge(desk, "drafts-" + place, wrong);
        }
        pictureAsItIs(desk, "drafts-open-" + language.substring(0, 2));
        assertThat(wrong).isEmpty();
    }

    private static void judge(Page desk, String screen, List<String> wrong) {
        violations(desk).forEach(violation -> wrong.add(screen + " " + violation));
        int wide = (int) desk.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        if (wide > 0) {
            wrong.add(screen + " is " + wide + " px too wide");
        }
        desk.locator("body")
                .innerText()
                .lines()
                .filter(line -> UNTOLD.matcher(line).find())
                .forEach(line -> wrong.add(screen + " says " + line));
    }
}
