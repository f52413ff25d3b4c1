package io.steadfast.tills.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestTenant;
import io.steadfast.tills.Counter;
import io.steadfast.tills.core.TillLock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A browser becomes a till; staff switch by number and PIN; nobody serves themselves; tills may report sales themselves. */
class TillPagesIT extends BrowserTest {

    @Test
    void a_manager_registers_a_till_and_staff_switch_by_number_and_pin() {
        Counter counter = Counter.open("P1");
        counter.tenant.person("STORE_STAFF", "LDN1");
        TestTenant.Person manager = counter.tenant.person("STORE_MANAGER", "LDN1");
        Page till = deskIn(ENGLISH);
        signIn(till, counter.tenant, manager);
        register(till, "LDN1");
        number(till, "STORE_STAFF", "17", "2580");
        assertAccessible(till);
        picture(till, "tills-en");
        till.navigate("/store/");
        till.locator("#lock-now").click();
        assertThat(till.locator("h1")).hasText("Who is serving?");
        assertAccessible(till);
        picture(till, "till-lock-en");
        till.navigate("/store/");
        assertThat(till).hasURL(java.util.regex.Pattern.compile(".*/till.*"));
        till.locator("#lock\\:number").fill("17");
        till.locator("#lock\\:pin").fill("1111");
        till.locator("#lock\\:go").click();
        assertThat(till.locator("[role=alert]").first()).containsText("That didn’t match");
        Instant before = Instant.now();
        till.locator("#lock\\:pin").fill("2580");
        till.locator("#lock\\:go").click();
        assertThat(till.locator("#search")).isVisible();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(15));
        assertThat(till.locator(".till-bar")).containsText("LDN1 · Till 1 · Pat STORE_STAFF");
        till.navigate("/store/?member=" + counter.member);
        CounterPageIT.sell(till, "77", "12.00");
        assertThat(counter.api
                        .get("/orders/pos-ldn1/77")
                        .expect(200)
                        .json()
                        .path("store")
                        .asText())
                .isEqualTo("LDN1");
    }

    @Test
    void too_many_wrong_pins_lock_the_number_out() {
        Counter counter = Counter.open("P1");
        counter.tenant.person("STORE_STAFF", "LDN1");
        Page till = deskIn(CHINESE);
        signIn(till, counter.tenant, counter.tenant.person("STORE_MANAGER", "LDN1"));
        register(till, "LDN1");
        number(till, "STORE_STAFF", "4", "9031");
        till.navigate("/till");
        for (int wrong = 0; wrong < 5; wrong++) {
            enter(till, "4", "0000");
        }
        enter(till, "4", "9031");
        assertThat(till.locator("[role=alert]").first()).containsText("错误次数过多");
        picture(till, "till-locked-zh");
    }

    @Test
    void one_pin_tried_with_many_numbers_locks_the_till_until_a_manager_opens_it() {
        Counter counter = Counter.open("P1");
        counter.tenant.person("STORE_STAFF", "LDN1");
        TestTenant.Person manager = counter.tenant.person("STORE_MANAGER", "LDN1");
        Page till = deskIn(ENGLISH);
        signIn(till, counter.tenant, manager);
        register(till, "LDN1");
        number(till, "STORE_STAFF", "4", "9031");
        till.navigate("/till");
        for (int number = 100; number < 100 + TillLock.MOST_WRONG_PINS; number++) {
            enter(till, Integer.toString(number), "9031");
        }
        enter(till, "4", "9031");
        assertThat(till.locator("[role=alert]").first()).containsText("Too many wrong PINs at this till");
        assertThat(till.locator("[role=alert]").first()).containsText("15 more minutes");
        assertAccessible(till);
        picture(till, "till-sprayed-en");
        till.locator("a[hreflang=zh-CN]").click();
        enter(till, "4", "9031");
        assertThat(till.locator("[role=alert]").first()).containsText("此收银台的密码输错次数过多");
        picture(till, "till-sprayed-zh");
        signIn(page, counter.tenant, manager);
        page.navigate("/console/tills");
        assertThat(page.locator("tr[data-till='Till 1']")).containsText("Locked");
        assertAccessible(page);
        picture(page, "tills-locked-en");
        page.locator("tr[data-till='Till 1'] button[id$=unlock]").click();
        assertThat(page.locator(".told").first()).containsText("open again");
        assertThat(page.locator("tr[data-till='Till 1'] .chip")).hasClass("chip gain");
        till.locator("#lock\\:number").fill("4");
        till.locator("#lock\\:pin").fill("9031");
        till.locator("#lock\\:go").click();
        assertThat(till.locator("#search")).isVisible();
    }

    /** The page's own clock is moved: three minutes, which is what the settings begin with. */
    @Test
    void a_till_that_nobody_touches_locks_itself() {
        Counter counter = Counter.open("P1");
        Page till = phoneIn(ENGLISH);
        signIn(till, counter.tenant, counter.tenant.person("STORE_MANAGER", "LDN1"));
        register(till, "LDN1");
        till.clock().install();
        till.navigate("/store/?member=" + counter.member);
        assertThat(till.locator("#face-name")).isVisible();
        till.clock().fastForward("02:50");
        till.locator("#search").pressSequentially("0");
        till.clock().fastForward("02:50");
        assertThat(till.locator("#search")).isVisible();
        assertThat(till).hasURL(java.util.regex.Pattern.compile(".*/store/.*"));
        till.clock().fastForward("00:15");
        assertThat(till.locator("h1")).hasText("Who is serving?");
        till.navigate("/store/?member=" + counter.member);
        assertThat(till.locator("h1")).hasText("Who is serving?");
        assertThat(till.locator("#face-name")).hasCount(0);
    }

    @Test
    void a_manager_registers_no_till_of_another_store() {
        Counter counter = Counter.open("P1");
        signIn(page, counter.tenant, counter.tenant.person("STORE_MANAGER", "LDN1"));
        page.navigate("/console/tills");
        page.locator("#tills\\:store").fill("PAR1");
        page.locator("#tills\\:name").fill("Till 1");
        page.locator("#tills\\:register").click();
        assertThat(page.locator(".told")).containsText("You aren't there for this store.");
    }

    @Test
    void nobody_serves_themselves() {
        Counter counter = Counter.open("P1");
        TestTenant.Person staff = counter.tenant.person("STORE_STAFF", "LDN1");
        signIn(page, counter.tenant, counter.tenant.owner());
        page.navigate("/console/tills");
        page.locator("#tills\\:person").selectOption(option(page, "STORE_STAFF"));
        page.locator("#tills\\:card").fill("+447700900471");
        page.locator("#tills\\:link").click();
        assertThat(page.locator(".told")).containsText("Linked.");
        assertThat(page.locator("#tills\\:all")).containsText("Ada Lovelace");
        Page phone = phoneIn(ENGLISH);
        signIn(phone, counter.tenant, staff);
        phone.navigate("/store/?member=" + counter.member);
        phone.locator("#act-sale summary").click();
        phone.locator("#sale\\:receipt").fill("1");
        phone.locator("#sale\\:amount").fill("10");
        phone.locator("#sale\\:go").click();
        assertThat(phone.locator("#act-sale .told")).containsText("You can't serve yourself");
        picture(phone, "counter-own-card-en");
        assertThat(counter.spendable(counter.member)).isZero();
    }

    @Test
    void where_tills_report_sales_the_last_order_arrives_by_itself() {
        Counter counter = Counter.open("P1");
        TestTenant.Person manager = counter.tenant.person("STORE_MANAGER", "LDN1");
        signIn(page, counter.tenant, counter.tenant.owner());
        page.navigate("/console/tills");
        page.locator("[data-store=LDN1] button").click();
        assertThat(page.locator("[data-store=LDN1]")).containsText("The tills report them");
        Page phone = phoneIn(ENGLISH);
        signIn(phone, counter.tenant, manager);
        phone.navigate("/store/?member=" + counter.member);
        assertThat(phone.locator("#sales-by-tills")).isVisible();
        assertThat(phone.locator("#act-sale")).hasCount(0);
        phone.evaluate("window.opened = 'once'");
        phone.locator("#act-goodwill summary").click();
        phone.locator("#give\\:points").fill("50");
        counter.report("900", 2500, counter.member, Counter.NOW).expect(201);
        assertThat(phone.locator("#sales-by-tills")).containsText("£25.00, receipt 900");
        assertThat(phone.locator("[data-wallet=points] .figure")).hasText("25");
        assertThat(phone.locator("#latest .why")).hasCount(1);
        assertThat(phone.locator("#give\\:points")).hasValue("50");
        assertThat((String) phone.evaluate("window.opened")).isEqualTo("once");
        assertAccessible(phone);
        picture(phone, "counter-arrived-en");
        Page chinese = phoneIn(CHINESE);
        signIn(chinese, counter.tenant, manager);
        chinese.navigate("/store/?member=" + counter.member);
        counter.report("901", 1000, counter.member, Counter.NOW).expect(201);
        assertThat(chinese.locator("#sales-by-tills")).containsText("小票 901");
        picture(chinese, "counter-arrived-zh");
    }

    private static void register(Page till, String store) {
        till.navigate("/console/tills");
        till.locator("#tills\\:store").fill(store);
        till.locator("#tills\\:name").fill("Till 1");
        till.locator("#tills\\:source").fill("pos-ldn1");
        till.locator("#tills\\:register").click();
        assertThat(till.locator("[data-till]")).hasCount(1);
    }

    private static void number(Page till, String role, String number, String pin) {
        till.locator("#tills\\:person").selectOption(option(till, role));
        till.locator("#tills\\:number").fill(number);
        till.locator("#tills\\:pin").fill(pin);
        till.locator("#tills\\:keep").click();
        assertThat(till.locator(".told")).isVisible();
    }

    private static String option(Page page, String role) {
        return page.locator("#tills\\:person option")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Pat " + role))
                .getAttribute("value");
    }

    private static void enter(Page till, String number, String pin) {
        till.locator("#lock\\:number").fill(number);
        till.locator("#lock\\:pin").fill(pin);
        till.locator("#lock\\:go").click();
        assertThat(till.locator("[role=alert]").first()).isVisible();
    }
}
