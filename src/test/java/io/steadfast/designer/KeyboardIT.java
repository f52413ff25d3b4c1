package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.steadfast.support.BrowserTest;
import io.steadfast.support.Keys;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import org.junit.jupiter.api.Test;

/** The designer without a mouse: everything is reached by the tabulator and done by keys, and the focus stays where one works. */
class KeyboardIT extends BrowserTest {

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
}
