package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Keys;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The designer without a mouse: everything is reached by the tabulator and done by keys, and the focus stays where one works. */
class KeyboardIT extends BrowserTest {

    /** Numbers what one can work with in the page's own part; how many those are. Of radio buttons the keys reach one a group. */
    private static final String NUMBERED = """
            () => {
              document.querySelectorAll('main details').forEach(one => one.setAttribute('open', ''));
              const groups = new Set();
              const all = [...document.querySelectorAll(
                    'main :is(a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex])')]
                  .filter(one => !one.disabled && one.tabIndex >= 0 && one.checkVisibility()
                      && getComputedStyle(one).visibility === 'visible')
                  .filter(one => one.type !== 'radio' || !groups.has(one.name) && groups.add(one.name));
              all.forEach((one, at) => { one.dataset.numbered = at; });
              return all.length;
            }""";

    private static final String SEEN = """
            () => {
              const at = document.activeElement;
              return at && at.dataset.numbered && at.matches(':focus-visible') ? at.dataset.numbered : '';
            }""";

    private static final int FEWEST = 15;

    /** Controls around the page's own part: the menu and the bar above. */
    private static final int OUTSIDE = 60;

    @Test
    void a_program_is_begun_changed_ordered_and_published_by_keys_alone() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        signIn(page, tenant, tenant.person("MARKETER"));
        page.navigate("/console/programs");
        Keys keys = new Keys(page);
        keys.press("[data-template=P1] input[type=submit]", "Enter");
        keys.reach("[data-rule=purchase] .value.gain input >> nth=0");
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type("2");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-example=points]")).hasText("80 points");
        assertThat(page.locator("[data-rule=purchase] .value.gain input >> nth=0"))
                .isFocused();
        keys.press("[data-rule=purchase] details.beyond > summary", "Enter");
        keys.press("[data-rule=purchase] [data-act=DOWN]", "Enter");
        assertThat(page.locator("[data-rule] >> nth=1")).hasAttribute("data-rule", "purchase");
        assertThat(page.locator("[data-rule=purchase] [data-act=DOWN]")).isFocused();
        keys.press("[data-act=ADD][data-value=rule-first-order]", "Space");
        assertThat(page.locator("[data-rule=welcome]")).isVisible();
        page.keyboard().press("ControlOrMeta+z");
        assertThat(page.locator("[data-rule=welcome]")).hasCount(0);
        keys.press("#review", "Enter");
        keys.press("#go", "Enter");
        assertThat(page.locator(".note.gain")).containsText("Version 1 is live");
    }

    @Test
    void every_section_is_worked_in_by_keys_alone() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        FullSections.makeIn(tenant);
        signIn(page, tenant, tenant.person("MARKETER"));
        for (FullSections.Place place : FullSections.PLACES) {
            page.navigate(place.address());
            assertThat(page.locator(".sections a.now")).hasAttribute("data-section", place.section());
            everyControlIsReached(place);
            aTextIsChanged(place);
            aPartIsAddedAndTakenAway(place);
        }
    }

    /** From the top of the page by the tabulator alone: each control once has the focus, and shows it. */
    private void everyControlIsReached(FullSections.Place place) {
        int controls = (int) page.evaluate(NUMBERED);
        assertThat(controls).isGreaterThan(FEWEST);
        page.evaluate("() => document.activeElement.blur()");
        Set<String> seen = new TreeSet<>();
        for (int tabs = 0; tabs < controls + OUTSIDE; tabs++) {
            page.keyboard().press("Tab");
            seen.add((String) page.evaluate(SEEN));
        }
        seen.remove("");
        assertThat(seen).as("of the " + controls + " controls of " + place).hasSize(controls);
    }

    private void aTextIsChanged(FullSections.Place place) {
        Locator text = page.locator(".rule input[data-edit=TEXT], .rule textarea[data-edit=TEXT]")
                .locator("visible=true")
                .first();
        if (text.count() > 0) {
            String path = text.getAttribute("data-path");
            text.focus();
            page.keyboard().press("ControlOrMeta+a");
            page.keyboard().type("By keys");
            page.keyboard().press("Tab");
            Hands.awaitKept(page);
            page.navigate(place.address());
            assertThat(page.locator("[data-edit][data-path='" + path + "']").first())
                    .hasValue("By keys");
        }
    }

    private void aPartIsAddedAndTakenAway(FullSections.Place place) {
        Locator add = page.locator("#blocks > .adds [data-act=ADD]").first();
        if (add.count() > 0) {
            int before = page.locator("#blocks .rule").count();
            add.focus();
            page.keyboard().press("Enter");
            Hands.awaitKept(page);
            assertThat(page.locator("#blocks .rule").count())
                    .as("parts of " + place)
                    .isGreaterThan(before);
            page.keyboard().press("ControlOrMeta+z");
            assertThat(page.locator("#blocks .rule")).hasCount(before);
        }
    }
}
