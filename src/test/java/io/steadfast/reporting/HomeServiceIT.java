package io.steadfast.reporting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.steadfast.rewards.RewardTill;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import io.steadfast.tills.Counter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The console's home as its people see it. */
class HomeServiceIT extends BrowserTest {

    /** The page asks every two seconds; a busy machine may take its time to answer. */
    private static final double PATIENCE_MILLIS = 10_000;

    private static final int SALES = 5;
    private static final long MOST_MILLIS = 2_000;

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
    void what_gave_nothing_and_what_was_published_stand_among_the_events_and_lead_on() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        Storefront shop = new Storefront(tenant).publishSimplePoints();
        String member = shop.enrol("Ada Lovelace", "+447700900012");
        signIn(page, tenant, tenant.person("MARKETER"));
        Locator events = page.locator(".events li");
        Locator published = events.filter(new Locator.FilterOptions().setHasText("was published"));
        assertThat(published).hasCount(1);
        shop.order(member, "1002", 10);
        Locator nothing = events.filter(new Locator.FilterOptions().setHasText("got nothing"));
        assertThat(nothing).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(nothing).containsText("Ada Lovelace got nothing");
        assertThat(nothing).containsText("1002");
        nothing.getByText("got nothing").click();
        assertThat(page.locator("#nothing")).containsText("1002");
        page.navigate("/console/home");
        published.locator("a").click();
        assertThat(page).hasURL(Pattern.compile("/console/publish\\?code="));
    }

    /** The clock of the machine that draws both: from when staff are told that it is done until it stands on the home. */
    @Test
    void what_is_done_in_a_store_shows_on_the_home_within_two_seconds() {
        Counter counter = Counter.open("P1");
        signIn(page, counter.tenant, counter.tenant.person("MARKETER"));
        assertThat(page.locator("[data-tile=accrued] .figure")).hasText("0");
        page.evaluate("window.opened = 'once'");
        Page phone = phoneIn(ENGLISH);
        signIn(phone, counter.tenant, counter.tenant.person("STORE_STAFF", "LDN1"));
        List<Long> delays = new ArrayList<>();
        for (int sale = 1; sale <= SALES; sale++) {
            phone.navigate("/store/?member=" + counter.member);
            phone.locator("#act-sale summary").click();
            phone.locator("#sale\\:receipt").fill("R" + sale);
            phone.locator("#sale\\:amount").fill("40.00");
            phone.locator("#sale\\:go").click();
            assertThat(phone.locator("#work-done")).isVisible();
            Instant done = Instant.now();
            assertThat(page.locator("[data-tile=accrued] .figure"))
                    .hasText(
                            Integer.toString(40 * sale),
                            new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
            delays.add(Duration.between(done, Instant.now()).toMillis());
            assertThat(page.locator(".events li").first()).containsText("Ada Lovelace");
        }
        assertThat((String) page.evaluate("window.opened")).isEqualTo("once");
        Collections.sort(delays);
        System.out.println("From done in a store to the home: " + delays + " ms");
        assertThat(delays.get(SALES / 2)).isLessThan(MOST_MILLIS);
    }

    @Test
    void points_of_an_account_that_lapses_by_inactivity_lapse_soon_too() {
        RewardTill till = RewardTill.open();
        till.give(till.member, 700);
        till.order("1", "2026-01-20T12:00:00Z", 40_00);
        signIn(page, till.tenant, till.tenant.owner());
        assertThat(page.locator("[data-tile=expiring] .figure")).hasText("0");
        page.navigate("/console/clock");
        page.locator("#date").fill("2027-01-05");
        page.locator("#go").click();
        assertThat(page.locator("[data-clock=now]")).containsText("Jan 5, 2027");
        page.navigate("/console/home");
        assertThat(page.locator("[data-tile=expiring] .figure")).hasText("740");
        page.locator("[data-tile=expiring] a").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
    }

    @Test
    void imports_and_other_jobs_stand_on_the_home_with_how_far_they_are() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        new Storefront(tenant).publishSimplePoints();
        signIn(page, tenant, tenant.owner());
        assertThat(page.locator("#home-jobs")).containsText("Nothing was asked for yet");
        page.navigate("/console/imports");
        page.locator("#give\\:file")
                .setInputFiles(new FilePayload(
                        "people.csv",
                        "text/csv",
                        "externalId,name\nC-1,Ada Lovelace\n".getBytes(StandardCharsets.UTF_8)));
        page.locator("#give\\:rehearsal").uncheck();
        page.locator("#give\\:take").click();
        page.navigate("/console/clock");
        page.locator("#day").click();
        page.waitForURL(address -> address.contains("job="));
        page.navigate("/console/home");
        assertThat(page.locator("#home-jobs [data-job=import][data-state=COMPLETED]"))
                .containsText("people.csv");
        assertThat(page.locator("#home-jobs [data-job=sandbox_clock][data-state=COMPLETED]"))
                .containsText("Sandbox clock moved");
        assertThat(page.locator("#home-jobs [data-job=import]")).containsText("1 of 1");
        assertAccessible(page);
        picture(page, "home-jobs-en");
        page.navigate("/console/imports");
        assertThat(page.locator("#other-jobs [data-job=sandbox_clock]")).hasCount(1);
        assertAccessible(page);
        picture(page, "jobs-en");
        Page chinese = deskIn(CHINESE);
        signIn(chinese, tenant, tenant.person("MARKETER"));
        assertThat(chinese.locator("#home-jobs")).containsText("推进沙盒时钟");
        picture(chinese, "home-jobs-zh");
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
