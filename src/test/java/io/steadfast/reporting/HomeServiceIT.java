package io.steadfast.reporting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import org.junit.jupiter.api.Test;

/** The console's home as its people see it. */
class HomeServiceIT extends BrowserTest {

    /** The page asks every two seconds; a busy machine may take its time to answer. */
    private static final double PATIENCE_MILLIS = 10_000;

    @Test
    void an_order_shows_on_the_open_page_without_a_reload() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        Storefront shop = new Storefront(tenant).publishSimplePoints();
        String member = shop.enrol("Ada Lovelace", "+447700900012");
        signIn(page, tenant, tenant.person("MARKETER"));
        Locator accrued = page.locator("[data-tile=accrued] .figure");
        assertThat(accrued).hasText("0");
        shop.order(member, "1001", 4_000);
        assertThat(accrued).hasText("40", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.locator(".events li").first()).containsText("Ada Lovelace");
        assertAccessible(page);
        picture(page, "home-en");
    }

    @Test
    void the_home_speaks_chinese_on_a_phone() {
        TestTenant tenant = TestTenants.make();
        Page phone = phoneIn(CHINESE);
        signIn(phone, tenant, tenant.person("MARKETER"));
        assertThat(phone.locator("[data-tile=members] .label")).hasText("会员");
        assertThat(phone.locator(".thumb [aria-current=page]")).hasText("首页");
        assertAccessible(phone);
        picture(phone, "home-zh");
    }

    @Test
    void the_figures_of_another_brand_stay_there() {
        TestTenants.Two two = TestTenants.makeTwo();
        TestTenant busy = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        Storefront shop = new Storefront(busy).publishSimplePoints();
        shop.order(shop.enrol("Ada Lovelace", "+447700900012"), "1001", 4_000);
        signIn(page, two.other(), two.other().owner());
        assertThat(page.locator("[data-tile=members] .figure")).hasText("0");
        assertThat(page.locator("[data-tile=accrued] .figure")).hasText("0");
    }
}
