package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No edit is lost, whatever happens to the page it was made on. */
class NothingLostIT extends BrowserTest {

    private static final String RATE = "[data-rule=purchase] .value.gain input >> nth=0";
    private static final String REVIEW = "[data-rule=review] .value.gain input >> nth=0";

    private TestTenant tenant;
    private TestTenant.Person marketer;

    @BeforeEach
    void open() {
        tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        marketer = tenant.person("MARKETER");
        signIn(page, tenant, marketer);
        page.navigate("/console/programs");
        page.locator("[data-template=P1] input[type=submit]").click();
        assertThat(page.locator(RATE)).hasValue("1");
    }

    @Test
    void what_is_changed_without_a_connection_is_kept_and_sent_when_it_is_back() {
        expectConsoleError("ERR_INTERNET_DISCONNECTED|Request return with error");
        page.context().setOffline(true);
        change(page, RATE, "2");
        assertThat(page.locator("#unsent")).isVisible();
        change(page, REVIEW, "70");
        picture(page, "unsent-en");
        page.context().setOffline(false);
        assertThat(page.locator("#draft-saved")).isVisible();
        assertThat(page.locator("#unsent")).isHidden();
        assertThat(page.locator("[data-example=points]")).hasText("80 points");
        page.reload();
        assertThat(page.locator(RATE)).hasValue("2");
        assertThat(page.locator(REVIEW)).hasValue("70");
    }

    @Test
    void a_session_that_ended_takes_nothing_with_it() {
        String draft = page.url();
        page.context().clearCookies();
        change(page, RATE, "3");
        page.waitForURL(address -> address.contains("/signin"));
        signIn(page, tenant, marketer);
        page.navigate(draft);
        assertThat(page.locator("#draft-saved")).isVisible();
        assertThat(page.locator(RATE)).hasValue("3");
    }

    @Test
    void a_refresh_keeps_what_was_typed_and_the_back_button_what_was_changed() {
        page.locator(RATE).fill("4");
        page.reload();
        assertThat(page.locator("#draft-saved")).isVisible();
        assertThat(page.locator(RATE)).hasValue("4");
        change(page, REVIEW, "60");
        page.locator("#review").click();
        assertThat(page.locator("#go")).isVisible();
        page.goBack();
        assertThat(page.locator(REVIEW)).hasValue("60");
        change(page, RATE, "5");
        page.reload();
        assertThat(page.locator(RATE)).hasValue("5");
        assertThat(page.locator(REVIEW)).hasValue("60");
    }

    private static void change(Page page, String value, String to) {
        page.locator(value).fill(to);
        page.locator(value).press("Tab");
    }
}
