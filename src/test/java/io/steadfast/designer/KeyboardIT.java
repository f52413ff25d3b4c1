package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import org.junit.jupiter.api.Test;

/** The designer without a mouse: everything is reached by the tabulator and done by keys, and the focus stays where one works. */
class KeyboardIT extends BrowserTest {

    private static final int MOST_TABS = 120;

    @Test
    void a_program_is_begun_changed_ordered_and_published_by_keys_alone() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        signIn(page, tenant, tenant.person("MARKETER"));
        page.navigate("/console/programs");
        press("[data-template=P1] input[type=submit]", "Enter");
        reach("[data-rule=purchase] .value.gain input >> nth=0");
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type("2");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-example=points]")).hasText("80 points");
        assertThat(page.locator("[data-rule=purchase] .value.gain input >> nth=0"))
                .isFocused();
        press("[data-rule=purchase] details.beyond > summary", "Enter");
        press("[data-rule=purchase] [data-act=DOWN]", "Enter");
        assertThat(page.locator("[data-rule] >> nth=1")).hasAttribute("data-rule", "purchase");
        assertThat(page.locator("[data-rule=purchase] [data-act=DOWN]")).isFocused();
        press("[data-act=ADD][data-value=rule-first-order]", "Space");
        assertThat(page.locator("[data-rule=welcome]")).isVisible();
        page.keyboard().press("ControlOrMeta+z");
        assertThat(page.locator("[data-rule=welcome]")).hasCount(0);
        press("#review", "Enter");
        press("#go", "Enter");
        assertThat(page.locator(".note.gain")).containsText("Version 1 is live");
    }

    /** By the tabulator from where one is to what is meant, then the key. */
    private void press(String selector, String key) {
        reach(selector);
        page.keyboard().press(key);
    }

    private void reach(String selector) {
        Locator wanted = page.locator(selector);
        assertThat(wanted).isVisible();
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            page.keyboard().press("Tab");
            if (isFocused(wanted)) {
                return;
            }
        }
        assertThat(isFocused(wanted))
                .as("reached by the tabulator: " + selector)
                .isTrue();
    }

    private static boolean isFocused(Locator wanted) {
        return (Boolean) wanted.evaluate("one => one === document.activeElement");
    }
}
