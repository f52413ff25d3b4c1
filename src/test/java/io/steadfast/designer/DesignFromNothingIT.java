package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A marketer who has nothing yet makes a whole program by mouse and keyboard, and the next order is judged by it. */
class DesignFromNothingIT extends BrowserTest {

    private static final int MOST_INTERACTIONS = 60;

    @Test
    void beauty_insider_is_designed_from_an_empty_draft_and_judges_the_next_orders() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        signIn(page, tenant, tenant.person("MARKETER"));
        page.navigate("/console/programs");
        assertAccessible(page);
        picture(page, "begin-en");
        Hands hands = new Hands(page);
        begin(hands);
        hands.click("[data-finding] [data-act=ADD][data-value=rule-buying]");
        assertThat(page.locator("[data-rule=purchase]")).isVisible();
        tiers(hands);
        hands.section("expiry");
        hands.click("[data-finding] [data-act=PART][data-value=expiry-inactivity]");
        assertThat(page.locator("[data-finding*=expiry]")).hasCount(0);
        rewards(hands);
        hands.section("basics");
        hands.change("[data-path^='/basics/description'][data-edit]", "Points on every purchase, more with each tier.");
        assertThat(page.locator(".sections .dot.danger")).hasCount(0);
        hands.click("#review");
        picture(page, "review-first-en");
        hands.click("#go");
        assertThat(page.locator(".note.gain")).containsText("Version 1 is live");
        assertThat(hands.interactions()).isLessThanOrEqualTo(MOST_INTERACTIONS);
        judged(tenant);
    }

    private static void begin(Hands hands) {
        hands.click("input[name=goal][value=RETENTION]");
        hands.type("#new-name", "Beauty Insider");
        hands.type("#new-currency", "USD");
        hands.type("#new-zone", "America/Los_Angeles");
        hands.type("#new-worth", "2");
        hands.type("#new-margin", "40");
        hands.click("#start");
    }

    private static void tiers(Hands hands) {
        hands.section("tiers");
        hands.add("ladder", "GOLD");
        String tier = "[data-edit][data-path='/tierSets/0/tiers/";
        hands.change(tier + "0/name/en']", "Insider");
        hands.change(tier + "1/name/en']", "VIB");
        hands.change(tier + "2/name/en']", "Rouge");
        hands.change(tier + "1/threshold']", "350");
        int rank = 0;
        for (String code : List.of("INSIDER", "VIB", "ROUGE")) {
            hands.click("[data-block='/tierSets/0/tiers/" + rank + "'] summary");
            hands.change(tier + rank + "/code']", code);
            rank++;
        }
    }

    private static void rewards(Hands hands) {
        hands.section("rewards");
        hands.add("reward-amount", "voucher");
        hands.add("reward-card", "gift-card");
        hands.add("right", "right");
        hands.change("[data-edit][data-path='/entitlements/0/name/en']", "Beauty classes");
        hands.add("right-top", "right-2");
        hands.change("[data-edit][data-path='/entitlements/1/name/en']", "Private hotline");
    }

    private static void judged(TestTenant tenant) {
        String member = enrolled(tenant, "beauty-insider");
        tenant.moveClock(Storefront.SANDBOX_NOW.plusSeconds(3_600));
        assertThat(points(order(tenant, member, "1", 35_000))).isEqualTo(350);
        assertThat(points(order(tenant, member, "2", 1_000))).isEqualTo(12);
        assertThat(points(order(tenant, member, "3", 7_050))).isEqualTo(88);
    }

    private static String enrolled(TestTenant tenant, String program) {
        return tenant.api()
                .post(
                        "/members",
                        Map.of(
                                "name",
                                "Ada Lovelace",
                                "phone",
                                "+14155550100",
                                "enrol",
                                List.of(Map.of("program", program, "channel", "store"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static JsonNode order(TestTenant tenant, String member, String reference, long amount) {
        Map<String, Object> line = Map.of("lineId", "1", "sku", "serum", "quantity", 1, "amount", amount);
        return tenant.api()
                .put(
                        "/orders/till/" + reference,
                        Map.of(
                                "member",
                                Map.of("id", member),
                                "occurredAt",
                                Storefront.SANDBOX_NOW
                                        .plusSeconds(Long.parseLong(reference))
                                        .toString(),
                                "currency",
                                "USD",
                                "status",
                                "paid",
                                "lines",
                                List.of(line)))
                .expect(201)
                .json();
    }

    private static long points(JsonNode answer) {
        long points = 0;
        for (JsonNode granted : answer.findValue("granted")) {
            points += granted.path("points").asLong();
        }
        return points;
    }

    @Test
    void a_paid_plan_is_opened_from_its_template_changed_and_published_in_chinese() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        Page desk = deskIn(CHINESE);
        signIn(desk, tenant, tenant.person("MARKETER"));
        desk.navigate("/console/programs");
        assertAccessible(desk);
        picture(desk, "begin-zh");
        Hands hands = new Hands(desk);
        hands.click("[data-template=P3] input[type=submit]");
        hands.section("plans");
        hands.change("[data-edit][data-path='/plans/0/prices/0/amount']", "12.99");
        hands.change("[data-edit][data-path='/plans/0/trialDays']", "14");
        hands.change("[data-edit][data-path='/plans/0/multipliers/points']", "3");
        assertThat(desk.locator("[data-brief=plans]")).containsText("前 14 天免费");
        assertAccessible(desk);
        picture(desk, "plans-zh");
        hands.click("#review");
        hands.click("#go");
        assertThat(desk.locator(".note.gain")).containsText("第 1 版已生效");
        String program = tenant.api()
                .get("/programs")
                .expect(200)
                .json()
                .findValue("code")
                .asText();
        JsonNode version = tenant.api()
                .get("/programs/" + program + "/versions/1")
                .expect(200)
                .json();
        assertThat(version.findValue("trialDays").asInt()).isEqualTo(14);
        assertThat(version.findValue("prices").get(0).path("amount").asLong()).isEqualTo(1_299);
        String member = enrolled(tenant, program);
        assertThat(points(order(tenant, member, "1", 10_000))).isEqualTo(100);
        tenant.api()
                .post("/memberships", Map.of("memberId", member, "program", program, "plan", "PRIME"))
                .expect(201);
        assertThat(points(order(tenant, member, "2", 10_000))).isEqualTo(300);
    }

    @Test
    void a_dollar_each_becomes_two_in_chinese_and_the_next_order_pledges_it() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        Page desk = deskIn(CHINESE);
        signIn(desk, tenant, tenant.person("MARKETER"));
        desk.navigate("/console/programs");
        Hands hands = new Hands(desk);
        hands.click("[data-template=P4] input[type=submit]");
        hands.section("giving");
        hands.change("[data-edit][data-path='/giving/pledges/0/amount/amount/USD']", "2");
        assertThat(desk.locator(".quote").first()).containsText("USD 2.00");
        assertAccessible(desk);
        picture(desk, "giving-zh");
        hands.click("#review");
        hands.click("#go");
        assertThat(desk.locator(".note.gain")).containsText("第 1 版已生效");
        String member = enrolled(tenant, "a-dollar-each");
        JsonNode receipt = order(tenant, member, "1", 5_000);
        assertThat(receipt.findValue("donations").get(0).findValue("amount").toString())
                .contains("200");
    }
}
