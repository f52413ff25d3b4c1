package io.steadfast.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class BrowserIT extends BrowserTest {

    @Test
    void a_browser_opens_the_server_that_the_other_tests_use() {
        // No page of ours: it names no icon, so the browser asks for one that isn't there.
        expectConsoleError("favicon");
        Assertions.assertThat(page.navigate("/health/live").status()).isEqualTo(200);
        assertThat(page.locator("body")).containsText("UP");
    }

    @Test
    void a_context_speaks_its_own_language_and_keeps_its_own_cookies() {
        expectConsoleError("favicon");
        Page chinese = phoneIn(CHINESE);
        chinese.navigate("/health/live");
        Assertions.assertThat(chinese.evaluate("navigator.language")).isEqualTo("zh-CN");
        Assertions.assertThat(chinese.evaluate("innerWidth")).isEqualTo(390);
        Assertions.assertThat(page.context().cookies()).isEmpty();
    }

    @Test
    void people_sign_in() {
        TestTenant tenant = TestTenants.make();
        signIn(page, tenant, tenant.person("MARKETER"));
        Assertions.assertThat(page.url()).contains("/console");
        Page shop = phoneIn(CHINESE);
        signIn(shop, tenant, tenant.person("STORE_STAFF", "s1"));
        Assertions.assertThat(shop.url()).contains("/store");
    }
}
