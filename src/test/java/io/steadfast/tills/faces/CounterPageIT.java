package io.steadfast.tills.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestTenant;
import io.steadfast.support.Touches;
import io.steadfast.tills.Counter;
import org.junit.jupiter.api.Test;

/** At the counter, on a phone: enrol, sell, take back, goodwill with a manager's word, stamp, undo. */
class CounterPageIT extends BrowserTest {

    private static final int MOST_TO_ENROL = 6;

    /** Everything counts, from the empty screen on: the search, the form, the language and the tick. */
    @Test
    void a_newcomer_is_enrolled_in_six_touches_in_their_own_language() {
        Counter counter = Counter.open("P1");
        Page phone = phoneIn(ENGLISH);
        signIn(phone, counter.tenant, counter.tenant.person("STORE_STAFF", "LDN1"));
        phone.navigate("/store/");
        Touches hands = new Touches(phone);
        hands.type("#search", "+447700900999");
        hands.tap("#enrol-found");
        assertThat(phone.locator("#enrol\\:phone")).hasValue("+447700900999");
        hands.type("#enrol\\:name", "王小明");
        hands.choose("#enrol\\:language", "zh-CN");
        hands.see("#enrol\\:agreed", "同意成为会员");
        hands.tick("#enrol\\:accepted");
        hands.tap("#enrol\\:go");
        hands.see("#work-done", "Welcome!");
        hands.see("#face-name", "王小明");
        assertThat(hands.made()).isLessThanOrEqualTo(MOST_TO_ENROL);
        assertThat(phone.viewportSize().width).isEqualTo(PHONE_WIDTH);
        String id = phone.url().replaceAll(".*member=([0-9a-f-]+).*", "$1");
        var made = counter.api.get("/members/" + id).expect(200).json();
        assertThat(made.path("locale").asText()).isEqualTo("zh-CN");
        assertThat(made.path("programs").path(0).path("termsVersion").asText()).isEqualTo("1");
        picture(phone, "counter-enrolled-en");
    }

    @Test
    void a_newcomer_reads_the_terms_in_their_own_language() {
        Counter counter = Counter.open("P1");
        Page phone = phoneIn(ENGLISH);
        signIn(phone, counter.tenant, counter.tenant.person("STORE_STAFF", "LDN1"));
        phone.navigate("/store/enrol?q=%2B447700900999");
        phone.locator("#enrol\\:language").selectOption("zh-CN");
        assertThat(phone.locator("#enrol\\:agreed")).containsText("同意成为会员");
        phone.locator("#enrol .terms summary").first().click();
        assertThat(phone.locator("#enrol .terms .quote").first()).containsText("积分");
        assertAccessible(phone);
        picture(phone, "counter-enrol-en");
    }

    @Test
    void without_accepted_terms_nobody_is_enrolled() {
        Counter counter = Counter.open("P1");
        Page phone = phoneIn(CHINESE);
        signIn(phone, counter.tenant, counter.tenant.person("STORE_STAFF", "LDN1"));
        phone.locator("#enrol-new").click();
        phone.locator("#enrol\\:phone").fill("+447700900999");
        phone.locator("#enrol\\:go").click();
        assertThat(phone.locator(".told")).containsText("请出示条款");
        assertAccessible(phone);
        picture(phone, "counter-enrol-zh");
    }

    @Test
    void a_sale_is_the_tills_own_order_and_a_double_tap_books_it_once() {
        Counter counter = Counter.open("P1");
        Page phone = staffAt(counter);
        phone.locator("#act-sale summary").click();
        phone.locator("#sale\\:receipt").fill("4711");
        phone.locator("#sale\\:amount").fill("40.00");
        assertAccessible(phone);
        picture(phone, "counter-sale-en");
        phone.locator("#sale\\:go").dblclick();
        assertThat(phone.locator("#work-done")).containsText("£40.00, receipt 4711: +40 points.");
        assertThat(counter.spendable(counter.member)).isEqualTo(40);
        counter.report("4711", 4000, "").expect(200);
        assertThat(counter.spendable(counter.member)).isEqualTo(40);
        counter.report("4711", 5000, counter.member).expect(200);
        assertThat(counter.spendable(counter.member)).isEqualTo(50);
        phone.reload();
        phone.locator("#done\\:undo").click();
        assertThat(phone.locator("#done .told")).containsText("The till has reported this sale itself");
    }

    @Test
    void after_ten_minutes_nothing_is_undone() throws Exception {
        Counter counter = Counter.open("P1");
        Page phone = staffAt(counter);
        sell(phone, "4713", "60.00");
        Page late = phone.context().newPage();
        late.navigate(phone.url());
        counter.later(11);
        phone.locator("#done\\:undo").click();
        assertThat(phone.locator("#done .told")).containsText("More than 10 minutes have passed");
        late.reload();
        assertThat(late.locator("#work-done")).isVisible();
        assertThat(late.locator("#done\\:undo")).hasCount(0);
        assertThat(counter.spendable(counter.member)).isEqualTo(60);
    }

    @Test
    void goods_come_back_and_mistakes_are_undone() {
        Counter counter = Counter.open("P1");
        Page phone = staffAt(counter);
        sell(phone, "4712", "60.00");
        assertThat(counter.spendable(counter.member)).isEqualTo(60);
        phone.locator("#act-return summary").click();
        phone.locator("#back\\:receipt").fill("4712");
        phone.locator("#back\\:amount").fill("20.00");
        phone.locator("#back\\:go").click();
        assertThat(phone.locator("#work-done")).containsText("£20.00, receipt 4712: −20 points.");
        assertThat(counter.spendable(counter.member)).isEqualTo(40);
        phone.locator("#done\\:undo").click();
        assertThat(phone.locator("#work-undone")).containsText("Everything is as it was before.");
        assertThat(counter.spendable(counter.member)).isEqualTo(60);
        phone.locator("#act-return summary").click();
        phone.locator("#back\\:receipt").fill("4712");
        phone.locator("#back\\:go").click();
        assertThat(phone.locator("#work-done")).containsText("−60 points");
        assertThat(counter.spendable(counter.member)).isZero();
    }

    @Test
    void goodwill_above_the_limit_takes_a_managers_word_on_the_same_screen() {
        Counter counter = Counter.open("P1");
        TestTenant.Person manager = counter.tenant.person("STORE_MANAGER", "LDN1");
        Page phone = staffAt(counter);
        phone.locator("#act-goodwill summary").click();
        phone.locator("#give\\:points").fill("500");
        phone.locator("#give\\:reason").selectOption("DELAY");
        phone.locator("#give\\:go").click();
        assertThat(phone.locator("#act-goodwill .told")).containsText("You may give 100 points at once.");
        phone.locator("#give\\:approver").fill(manager.email());
        phone.locator("#give\\:secret").fill("not the password");
        assertAccessible(phone);
        picture(phone, "counter-goodwill-en");
        phone.locator("#give\\:go").click();
        assertThat(phone.locator("#act-goodwill .told")).containsText("aren't right");
        var refused = counter.api
                .get("/members/" + counter.member + "/refusals?locale=en")
                .expect(200)
                .json()
                .path("items");
        assertThat(refused.findValuesAsText("code")).containsExactly("APPROVAL_WRONG", "ABOVE_LIMIT");
        assertThat(refused.get(1).path("sentence").asText()).contains("You may give 100 points at once.");
        assertThat(refused.get(1).path("action").asText()).startsWith("PAGE /store/");
        assertThat(counter.spendable(counter.member)).isZero();
        phone.locator("#give\\:secret").fill(manager.password());
        phone.locator("#give\\:go").click();
        assertThat(phone.locator("#work-done")).containsText("+500 points as goodwill.");
        assertThat(counter.spendable(counter.member)).isEqualTo(500);
        phone.locator("#done\\:undo").click();
        assertThat(phone.locator("#work-undone")).isVisible();
        assertThat(counter.spendable(counter.member)).isZero();
    }

    @Test
    void goodwill_without_a_reason_is_told_so_on_the_screen() {
        Counter counter = Counter.open("P1");
        Page phone = staffAt(counter);
        phone.locator("#act-goodwill summary").click();
        phone.locator("#give\\:points").fill("50");
        phone.locator("#give\\:go").click();
        assertThat(phone.locator("#act-goodwill .told")).containsText("Say why the points are given.");
        assertThat(counter.spendable(counter.member)).isZero();
    }

    @Test
    void a_day_of_goodwill_is_used_up_and_then_a_manager_gives_of_their_own() {
        Counter counter = Counter.open("P1");
        TestTenant.Person manager = counter.tenant.person("STORE_MANAGER", "LDN1");
        Page phone = staffAt(counter);
        for (int gift = 0; gift < 5; gift++) {
            phone.locator("#act-goodwill summary").click();
            phone.locator("#give\\:points").fill("100");
            phone.locator("#give\\:reason").selectOption("DELAY");
            phone.locator("#give\\:go").click();
            assertThat(phone.locator("#work-done")).containsText("+100 points as goodwill.");
            phone.navigate("/store/?member=" + counter.member);
        }
        phone.locator("#act-goodwill summary").click();
        assertThat(phone.locator("#act-goodwill .hint").first()).containsText("0 more today");
        phone.locator("#give\\:points").fill("10");
        phone.locator("#give\\:reason").selectOption("DELAY");
        phone.locator("#give\\:go").click();
        assertThat(phone.locator("#act-goodwill .told")).containsText("You may give 0 points more today.");
        phone.locator("#give\\:approver").fill(manager.email());
        phone.locator("#give\\:secret").fill(manager.password());
        phone.locator("#give\\:go").click();
        assertThat(phone.locator("#work-done")).containsText("+10 points as goodwill.");
        assertThat(counter.spendable(counter.member)).isEqualTo(510);
    }

    @Test
    void a_card_is_stamped_by_hand_and_the_stamp_taken_back() {
        Counter counter = Counter.open("P10");
        Page phone = phoneIn(CHINESE);
        signIn(phone, counter.tenant, counter.tenant.person("STORE_STAFF", "LDN1"));
        phone.navigate("/store/?member=" + counter.member);
        phone.locator("#act-stamp summary").click();
        assertThat(phone.locator("[data-card]").first()).containsText("已有 0 章");
        phone.locator("[data-card] button").first().click();
        assertThat(phone.locator("#work-done")).containsText("已盖章");
        phone.locator("#act-stamp summary").click();
        assertThat(phone.locator("[data-card]").first()).containsText("已有 1 章");
        assertAccessible(phone);
        picture(phone, "counter-stamp-zh");
        phone.locator("#done\\:undo").click();
        assertThat(phone.locator("#work-undone")).isVisible();
        phone.locator("#act-stamp summary").click();
        assertThat(phone.locator("[data-card]").first()).containsText("已有 0 章");
    }

    @Test
    void a_day_of_work_is_told_to_its_own_store_only() {
        Counter counter = Counter.open("P1");
        Page london = staffAt(counter);
        sell(london, "1", "10.00");
        london.navigate("/store/day");
        assertThat(london.locator("#day-work .why")).hasCount(1);
        assertThat(london.locator("#day-work")).containsText("Ada Lovelace");
        assertThat(london.locator("#day-sales")).hasText("1");
        assertAccessible(london);
        picture(london, "counter-day-en");
        String work = london.locator("#day-work a").first().getAttribute("href");
        Page paris = phoneIn(CHINESE);
        signIn(paris, counter.tenant, counter.tenant.person("STORE_MANAGER", "PAR1"));
        paris.navigate("/store/day");
        assertThat(paris.locator("#day-work")).containsText("今天还没有业务");
        paris.navigate(work);
        assertThat(paris.locator("#face-name")).isVisible();
        assertThat(paris.locator("#work-done")).hasCount(0);
    }

    static void sell(Page phone, String receipt, String amount) {
        phone.locator("#act-sale summary").click();
        phone.locator("#sale\\:receipt").fill(receipt);
        phone.locator("#sale\\:amount").fill(amount);
        phone.locator("#sale\\:go").click();
        assertThat(phone.locator("#work-done")).containsText("receipt " + receipt);
    }

    private Page staffAt(Counter counter) {
        Page phone = phoneIn(ENGLISH);
        signIn(phone, counter.tenant, counter.tenant.person("STORE_STAFF", "LDN1"));
        phone.navigate("/store/?member=" + counter.member);
        return phone;
    }
}
