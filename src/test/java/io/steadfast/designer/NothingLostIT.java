package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
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

    @Test
    void a_tab_that_is_closed_without_a_connection_leaves_its_changes_to_the_next() {
        expectConsoleError("ERR_INTERNET_DISCONNECTED|Request return with error");
        String draft = page.url();
        page.context().setOffline(true);
        change(page, RATE, "2");
        change(page, REVIEW, "70");
        assertThat(page.locator("#unsent")).isVisible();
        Page next = page.context().newPage();
        page.close();
        next.context().setOffline(false);
        next.navigate(draft);
        assertThat(next.locator("#parked")).containsText("2 changes");
        assertThat(next.locator("#parked")).containsText("\u201c70\u201d");
        // Nothing is sent before somebody says so.
        assertThat(next.locator(RATE)).hasValue("1");
        assertAccessible(next);
        picture(next, "parked-en");
        next.locator("[data-parked=apply]").click();
        assertThat(next.locator("#parked")).isHidden();
        assertThat(next.locator(RATE)).hasValue("2");
        assertThat(next.locator(REVIEW)).hasValue("70");
        next.reload();
        assertThat(next.locator(RATE)).hasValue("2");
        assertThat(next.locator("#parked")).isHidden();
    }

    @Test
    void what_was_saved_though_nobody_heard_of_it_is_not_made_twice() {
        String draft = page.url();
        // The answer never comes: the server has made the edit, the page doesn't know.
        page.route("**/console/program*", route -> {
            route.fetch();
            route.abort();
        });
        expectConsoleError("ERR_FAILED|Request return with error");
        page.locator("[data-act=ADD][data-value=rule-first-order]").click();
        assertThat(page.locator("#unsent")).isVisible();
        page.unrouteAll();
        Page next = page.context().newPage();
        page.close();
        next.navigate(draft);
        assertThat(next.locator("#parked")).containsText("1 change");
        next.locator("[data-parked=apply]").click();
        assertThat(next.locator("#parked")).isHidden();
        Hands.awaitKept(next);
        next.reload();
        assertThat(next.locator("[data-rule^=welcome]")).hasCount(1);
    }

    @Test
    void what_the_server_refuses_is_kept_and_offered() {
        expectConsoleError("status of 429|Request return with error");
        page.route("**/console/program*", route -> route.fulfill(new Route.FulfillOptions().setStatus(429)));
        change(page, RATE, "6");
        assertThat(page.locator("#parked")).containsText("1 change");
        page.unrouteAll();
        page.reload();
        assertThat(page.locator(RATE)).hasValue("1");
        assertThat(page.locator("#parked")).isVisible();
        page.locator("[data-parked=discard]").click();
        assertThat(page.locator("#parked")).isHidden();
        page.reload();
        assertThat(page.locator(RATE)).hasValue("1");
        assertThat(page.locator("#parked")).isHidden();
    }

    private static void change(Page page, String value, String to) {
        page.locator(value).fill(to);
        page.locator(value).press("Tab");
    }
}
