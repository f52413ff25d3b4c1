package io.steadfast.platform.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import org.junit.jupiter.api.Test;

/** The door that people come in by, and the pages around it. */
class SignInIT extends BrowserTest {

    @Test
    void a_wrong_password_is_said_in_words_and_the_rest_stays_typed() {
        TestTenant tenant = TestTenants.make();
        page.navigate("/signin");
        page.locator("#signin\\:brand").fill(tenant.slug());
        page.locator("#signin\\:email").fill(tenant.owner().email());
        page.locator("#signin\\:password").fill("certainly not");
        page.locator("#signin\\:go").click();
        assertThat(page.locator("[role=alert]")).containsText("That didn’t match");
        assertThat(page.locator("#signin\\:brand")).hasValue(tenant.slug());
        assertThat(page.locator("#signin\\:password")).hasValue("");
        assertAccessible(page);
        picture(page, "signin-wrong-en");
    }

    @Test
    void the_switch_changes_the_language_and_the_device_remembers_it() {
        page.navigate("/signin");
        page.locator("a[hreflang=zh-CN]").click();
        assertThat(page.locator("h1")).hasText("登录");
        page.navigate("/signin");
        assertThat(page.locator("h1")).hasText("登录");
        assertAccessible(page);
        picture(page, "signin-zh");
    }

    @Test
    void the_language_chosen_last_follows_the_person_to_another_device() {
        TestTenant tenant = TestTenants.make();
        signIn(page, tenant, tenant.owner());
        page.locator("a[hreflang=zh-CN]").click();
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        Page elsewhere = deskIn(ENGLISH);
        signIn(elsewhere, tenant, tenant.owner());
        assertThat(elsewhere.locator("html")).hasAttribute("lang", "zh-CN");
    }

    @Test
    void after_too_many_wrong_passwords_the_page_says_how_long_to_wait() {
        TestTenant tenant = TestTenants.make();
        page.navigate("/signin");
        page.locator("#signin\\:brand").fill(tenant.slug());
        page.locator("#signin\\:email").fill(tenant.owner().email());
        for (int attempt = 0; attempt < 6; attempt++) {
            page.locator("#signin\\:password").fill("certainly not " + attempt);
            page.locator("#signin\\:go").click();
            assertThat(page.locator("[role=alert]")).isVisible();
        }
        assertThat(page.locator("[role=alert]")).containsText("Try again in 1 minute");
        page.locator("#signin\\:password").fill(tenant.owner().password());
        page.locator("#signin\\:go").click();
        assertThat(page.locator("[role=alert]")).containsText("Too many wrong tries");
    }

    @Test
    void the_dark_theme_is_remembered_too() {
        page.navigate("/signin");
        page.locator("[data-theme-switch]").click();
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertAccessible(page);
        picture(page, "signin-dark");
    }

    @Test
    void store_staff_begin_at_the_store_and_marketers_in_the_console() {
        TestTenant tenant = TestTenants.make();
        signIn(page, tenant, tenant.person("MARKETER"));
        assertThat(page.locator("[data-tile=members]")).isVisible();
        Page till = phoneIn(ENGLISH);
        signIn(till, tenant, tenant.person("STORE_STAFF", "LDN1"));
        assertThat(till.locator("#search")).isVisible();
    }

    @Test
    void an_address_that_leads_nowhere_leads_back() {
        expectConsoleError("404");
        page.navigate("/nothing/here");
        assertThat(page.locator("h1")).hasText("There is nothing here");
        assertAccessible(page);
        page.locator("a.btn.primary").click();
        assertThat(page.locator("h1")).hasText("Sign in");
    }

    @Test
    void signing_out_closes_the_console() {
        TestTenant tenant = TestTenants.make();
        signIn(page, tenant, tenant.owner());
        page.locator("details.menu summary").click();
        page.locator("#out\\:signout").click();
        assertThat(page.locator("h1")).hasText("Sign in");
        page.navigate("/console/home");
        assertThat(page.locator("h1")).hasText("Sign in");
    }
}
