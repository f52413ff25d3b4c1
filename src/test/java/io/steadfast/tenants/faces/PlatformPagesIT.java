package io.steadfast.tenants.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.steadfast.support.Api;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestOperators;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What operators see and do: they come in by their own door, make tenants, close and open them, and look at how it all goes. */
class PlatformPagesIT extends BrowserTest {

    private static final List<String> PAGES =
            List.of("tenants", "health", "jobs", "operators", "trail", "new", "tenant?slug=");

    @Test
    void a_wrong_password_is_said_in_words_and_too_many_pause_the_sign_in() {
        TestTenant.Person operator = TestOperators.make();
        page.navigate("/platform/signin");
        page.locator("#signin\\:email").fill(operator.email());
        for (int attempt = 0; attempt < 6; attempt++) {
            page.locator("#signin\\:password").fill("certainly not " + attempt);
            page.locator("#signin\\:go").click();
            assertThat(page.locator("[role=alert]")).isVisible();
        }
        assertThat(page.locator("[role=alert]")).containsText("Try again in 1 minute");
        assertAccessible(page);
        picture(page, "platform-signin-locked-en");
        page.locator("#signin\\:password").fill(operator.password());
        page.locator("#signin\\:go").click();
        assertThat(page.locator("[role=alert]")).containsText("Too many wrong tries");
    }

    @Test
    void every_page_is_there_in_both_languages_and_both_themes() {
        TestTenant.Person operator = TestOperators.make();
        String slug = TestTenants.make(Map.of("name", "Harbour Coffee")).slug();
        for (String language : List.of(ENGLISH, CHINESE)) {
            Page browser = deskIn(language);
            signInAsOperator(browser, operator);
            for (String name : PAGES) {
                browser.navigate("/platform/" + (name.endsWith("=") ? name + slug : name));
                assertThat(browser.locator("h1")).isVisible();
                assertAccessible(browser);
                picture(browser, "platform-" + name.replaceAll("\\W.*", "") + "-" + language.substring(0, 2));
            }
        }
        signInAsOperator(page, operator);
        page.locator("[data-theme-switch]").click();
        for (String name : List.of("health", "tenant?slug=" + slug)) {
            page.navigate("/platform/" + name);
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
            assertAccessible(page);
            picture(page, "platform-" + name.replaceAll("\\W.*", "") + "-dark");
        }
    }

    @Test
    void a_tenant_is_made_and_its_owner_chooses_a_password_by_the_link() {
        signInAsOperator(page, TestOperators.make());
        page.navigate("/platform/new");
        String slug = "n" + UUID.randomUUID().toString().substring(0, 8);
        page.locator("#create\\:slug").fill("Not a slug");
        page.locator("#create\\:name").fill("Harbour Coffee");
        page.locator("#create\\:owner").fill("Lin Yue");
        page.locator("#create\\:email").fill("not an address");
        page.locator("#create\\:email").evaluate("field => field.type = 'text'");
        page.locator("#create\\:go").click();
        assertThat(page.locator("#create .wrong")).hasCount(2);
        assertAccessible(page);
        picture(page, "platform-new-wrong-en");
        page.locator("#create\\:slug").fill(slug);
        page.locator("#create\\:email").fill("lin@" + slug + ".test");
        page.locator("#create\\:go").click();
        assertThat(page.locator("#key")).containsText("sk_" + slug);
        assertAccessible(page);
        picture(page, "platform-made-en");
        String link = page.locator("#link").textContent().strip();
        Api.withKey(page.locator("#key").textContent().strip()).get("/programs").expect(200);
        page.navigate("/platform/tenants?q=" + slug);
        assertThat(page.locator("tr[data-tenant]")).hasCount(1);
        page.navigate("/platform/tenant?slug=" + slug);
        page.locator("#doors\\:again").click();
        assertThat(page.locator("#link")).containsText("/invitation?brand=" + slug);
        assertAccessible(page);
        picture(page, "platform-owner-link-en");
        String fresh = page.locator("#link").textContent().strip();
        Page lin = deskIn(CHINESE);
        lin.navigate(link);
        assertThat(lin.locator("#invitation\\:password")).hasCount(0);
        lin.navigate(fresh);
        lin.locator("#invitation\\:password").fill("a long enough secret 7");
        lin.locator("#invitation\\:go").click();
        lin.waitForURL(address -> address.contains("/signin"));
        signIn(
                lin,
                new TestTenant(slug, "", new TestTenant.Person("", "")),
                new TestTenant.Person("lin@" + slug + ".test", "a long enough secret 7"));
        assertThat(lin.locator("[data-tile=members]")).isVisible();
        page.locator("#doors\\:again").click();
        assertThat(page.locator("#doors .told")).containsText("has chosen a password");
    }

    @Test
    void a_tenant_is_suspended_with_a_reason_and_resumed() {
        TestTenant tenant = TestTenants.make(Map.of("name", "Harbour Coffee"));
        signInAsOperator(page, TestOperators.make());
        page.navigate("/platform/tenant?slug=" + tenant.slug());
        page.locator("#doors\\:suspend").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("#doors .wrong")).containsText("Give a reason");
        assertThat(page.locator("#status")).containsText("Open");
        page.locator("#doors\\:reason").fill("Three invoices unpaid");
        page.locator("#doors\\:suspend").click();
        assertAccessible(page);
        picture(page, "platform-suspend-en");
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("#status")).containsText("Suspended");
        tenant.api().get("/programs").expect(403);
        assertThat(page.locator("section[aria-labelledby=trail-title] tbody tr").first())
                .containsText("Three invoices unpaid");
        page.locator("#doors\\:reason").fill("Paid");
        page.locator("#doors\\:resume").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("#status")).containsText("Open");
        tenant.api().get("/programs").expect(200);
    }

    @Test
    void an_operator_invites_another_who_chooses_a_password_by_a_link_that_works_once() {
        signInAsOperator(page, TestOperators.make());
        page.navigate("/platform/operators");
        String email = "second-" + UUID.randomUUID().toString().substring(0, 8) + "@platform.test";
        page.locator("#operators\\:name").fill("Second Operator");
        page.locator("#operators\\:email").fill(email);
        page.locator("#operators\\:invite").click();
        assertThat(page.locator("#link")).containsText("/platform/invitation?token=");
        String link = page.locator("#link").textContent().strip();
        Page second = phoneIn(CHINESE);
        second.navigate(link);
        assertThat(second.locator("h1")).containsText("Second Operator");
        assertAccessible(second);
        picture(second, "platform-invitation-zh");
        second.locator("#invitation\\:password").fill("short");
        second.locator("#invitation\\:go").click();
        assertThat(second.locator("[role=alert] li")).hasCount(1);
        second.locator("#invitation\\:password").fill("a long enough secret 7");
        second.locator("#invitation\\:go").click();
        second.waitForURL(address -> address.contains("/platform/signin"));
        signInAsOperator(second, new TestTenant.Person(email, "a long enough secret 7"));
        assertThat(second.locator("h1")).hasText("租户");
        Page again = deskIn(ENGLISH);
        again.navigate(link);
        assertThat(again.locator("#invitation\\:password")).hasCount(0);
        page.reload();
        Locator row = page.locator("tr[data-operator='" + email + "']");
        row.locator("button[id$=off]").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(row.locator(".chip.danger")).isVisible();
        second.navigate("/platform/tenants");
        second.waitForURL(address -> address.contains("/platform/signin"));
    }

    @Test
    void signing_out_closes_the_platforms_pages() {
        signInAsOperator(page, TestOperators.make());
        page.locator("details.menu summary").click();
        page.locator("#leave\\:signout").click();
        assertThat(page.locator("h1")).hasText("Sign in as an operator");
        page.navigate("/platform/tenants");
        assertThat(page.locator("h1")).hasText("Sign in as an operator");
    }

    @Test
    void everything_is_reached_by_keyboard() {
        TestTenant.Person operator = TestOperators.make();
        page.navigate("/platform/signin");
        page.locator("#signin\\:email").focus();
        page.keyboard().type(operator.email());
        page.keyboard().press("Tab");
        page.keyboard().type(operator.password());
        page.keyboard().press("Enter");
        page.waitForURL(address -> address.contains("/platform/tenants"));
        page.locator("input[name=q]").focus();
        page.keyboard().type("no-such-tenant-anywhere");
        page.keyboard().press("Enter");
        assertThat(page.locator(".empty h2")).hasText("Nothing like that");
        assertAccessible(page);
        page.locator("#make").focus();
        page.keyboard().press("Tab");
        assertThat(page.locator("input[name=q]")).isFocused();
        page.locator(".empty a").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("tr[data-tenant]").first()).isVisible();
    }

    @Test
    void an_unknown_tenant_is_not_found() {
        expectConsoleError("404");
        signInAsOperator(page, TestOperators.make());
        page.navigate("/platform/tenant?slug=never-made");
        assertThat(page.locator("h1")).hasText("There is nothing here");
        page.navigate("/platform/tenant?slug=NOT%20A%20SLUG");
        assertThat(page.locator("h1")).hasText("There is nothing here");
    }
}
