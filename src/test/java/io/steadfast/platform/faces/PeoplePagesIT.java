package io.steadfast.platform.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.steadfast.support.Api;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Secrets;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** People come by a link that works once, and leave; keys are shown once, and revoked. */
class PeoplePagesIT extends BrowserTest {

    @Test
    void somebody_invited_chooses_a_password_by_a_link_that_works_once() {
        TestTenant tenant = TestTenants.make();
        people(tenant);
        page.locator("#people\\:name").fill("Lin Yue");
        page.locator("#people\\:email").fill("lin@" + tenant.slug() + ".test");
        page.locator("#people\\:role").selectOption("MARKETER");
        page.locator("#people\\:invite").click();
        assertThat(page.locator("#link")).containsText("/invitation?brand=" + tenant.slug());
        assertAccessible(page);
        picture(page, "people-link-en");
        String link = page.locator("#link").textContent().strip();
        Secrets.isOne(link.substring(link.indexOf("token=")));
        page.reload();
        assertThat(page.locator("#link")).hasCount(0);
        Page lin = deskIn(CHINESE);
        lin.navigate(link);
        assertThat(lin.locator("h1")).containsText("Lin Yue");
        assertAccessible(lin);
        picture(lin, "invitation-zh");
        lin.locator("#invitation\\:password").fill("short");
        lin.locator("#invitation\\:go").click();
        assertThat(lin.locator("[role=alert] li")).hasCount(1);
        lin.locator("#invitation\\:password").fill("a long enough secret 7");
        lin.locator("#invitation\\:go").click();
        lin.waitForURL(address -> address.contains("/signin"));
        Page again = deskIn(ENGLISH);
        again.navigate(link);
        assertThat(again.locator("#invitation\\:password")).hasCount(0);
        signIn(
                again,
                tenant,
                new TestTenant.Person("lin@" + tenant.slug() + ".test", Secrets.isOne("a long enough secret 7")));
        assertThat(again.locator("[data-tile=members]")).isVisible();
    }

    @Test
    void somebody_signed_out_everywhere_signs_in_again_and_somebody_locked_out_does_not() {
        TestTenant tenant = TestTenants.make();
        TestTenant.Person marketer = tenant.person("MARKETER");
        Page theirs = deskIn(ENGLISH);
        signIn(theirs, tenant, marketer);
        people(tenant);
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("MARKETER"));
        row.locator("button[id$=out]").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("#people .told").first()).containsText("signed out on every device");
        theirs.navigate("/console/programs");
        theirs.waitForURL(address -> address.contains("/signin"));
        signIn(theirs, tenant, marketer);
        row.locator("button[id$=off]").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(row.locator(".chip.danger")).isVisible();
        theirs.navigate("/console/programs");
        theirs.waitForURL(address -> address.contains("/signin"));
    }

    @Test
    void a_key_with_chosen_scopes_is_shown_once_works_and_is_revoked() {
        TestTenant tenant = TestTenants.make();
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/keys");
        page.locator("#keys\\:label").fill("The shop");
        page.getByLabel("members:read", new Page.GetByLabelOptions().setExact(true))
                .check();
        page.locator("#keys\\:issue").click();
        assertThat(page.locator("#secret")).containsText("sk_" + tenant.slug());
        assertAccessible(page);
        picture(page, "keys-made-en");
        Api shop =
                Api.withKey(Secrets.isOne(page.locator("#secret").textContent().strip()));
        shop.get("/members?q=Nobody").expect(200);
        shop.post("/members", Map.of("name", "Ada")).expect(403);
        page.reload();
        assertThat(page.locator("#secret")).hasCount(0);
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("The shop"));
        row.locator("button").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(row).containsText("Ended");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> shop.get("/members?q=Nobody").expect(401));
    }

    /** The newest stands first: on a page of before, each button stands where another's is by now. */
    @Test
    void a_button_whose_row_has_moved_meanwhile_revokes_nobody_elses_key() {
        TestTenant tenant = TestTenants.make();
        signIn(page, tenant, tenant.owner());
        Api shop = issue(page, "The shop");
        page.navigate("/console/keys");
        Page other = deskIn(ENGLISH);
        signIn(other, tenant, tenant.owner());
        Api till = issue(other, "The till");
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("The shop"));
        revoke(row);
        assertThat(page.locator(".told li")).containsText("changed meanwhile");
        shop.get("/members?q=Nobody").expect(200);
        till.get("/members?q=Nobody").expect(200);
        revoke(row);
        assertThat(row).containsText("Ended");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> shop.get("/members?q=Nobody").expect(401));
        till.get("/members?q=Nobody").expect(200);
    }

    private static Api issue(Page page, String label) {
        page.navigate("/console/keys");
        page.locator("#keys\\:label").fill(label);
        page.getByLabel("members:read", new Page.GetByLabelOptions().setExact(true))
                .check();
        page.locator("#keys\\:issue").click();
        return Api.withKey(Secrets.isOne(page.locator("#secret").textContent().strip()));
    }

    private void revoke(Locator row) {
        row.locator("button").click();
        page.locator(".ui-confirmdialog-yes").click();
    }

    private void people(TestTenant tenant) {
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/people");
    }
}
