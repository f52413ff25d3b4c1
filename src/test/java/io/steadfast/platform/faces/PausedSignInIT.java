package io.steadfast.platform.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** After too many wrong tries from one address every door says so, in both languages, and to nobody elsewhere. */
class PausedSignInIT extends BrowserTest {

    private static final Map<String, String> HERE = Map.of("X-Forwarded-For", "198.51.100.77");

    @Test
    void every_door_says_that_signing_in_is_paused_here() {
        TestTenant tenant = TestTenants.make();
        TestTenant.Person owner = tenant.owner();
        guessUntilPaused(tenant);
        page.setExtraHTTPHeaders(HERE);
        typed(page, tenant, owner);
        assertThat(page.locator("[role=alert]")).containsText("Too many wrong tries from here");
        assertThat(page.locator("[role=alert]")).containsText("Try again in 1 minute.");
        assertAccessible(page);
        picture(page, "signin-paused-en");
        page.navigate("/platform/signin");
        page.locator("#signin\\:email").fill("nobody@example.com");
        page.locator("#signin\\:password").fill("a password");
        page.locator("#signin\\:go").click();
        assertThat(page.locator("[role=alert]")).containsText("Try again in 1 minute.");
        picture(page, "platform-signin-paused-en");
        Page chinese = deskIn(CHINESE);
        chinese.setExtraHTTPHeaders(HERE);
        typed(chinese, tenant, owner);
        assertThat(chinese.locator("[role=alert]")).containsText("您所在网络的登录已暂停");
        picture(chinese, "signin-paused-zh");
        Page elsewhere = deskIn(ENGLISH);
        signIn(elsewhere, tenant, owner);
        assertThat(elsewhere.url()).contains("/console");
    }

    private void guessUntilPaused(TestTenant tenant) {
        for (int guess = 0; guess < 200; guess++) {
            FormData form = FormData.create()
                    .set("brand", tenant.slug())
                    .set("email", "nobody" + guess + "@example.com")
                    .set("password", "a password");
            RequestOptions options = RequestOptions.create().setForm(form);
            HERE.forEach(options::setHeader);
            if (page.request().post("/try/sign-in", options).text().equals("PAUSED_HERE")) {
                return;
            }
        }
        throw new AssertionError("200 wrong tries, and none was too many");
    }

    private static void typed(Page page, TestTenant tenant, TestTenant.Person person) {
        page.navigate("/signin");
        page.locator("#signin\\:brand").fill(tenant.slug());
        page.locator("#signin\\:email").fill(person.email());
        page.locator("#signin\\:password").fill(person.password());
        page.locator("#signin\\:go").click();
    }
}
