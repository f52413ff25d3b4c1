package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.Api;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** How a tier is kept, what comes over and on which day one rises are set in the tiers' section, and the terms say them. */
class TierTermsPageIT extends BrowserTest {

    private static final String KEEPS = "/tierSets/0/tiers/1/keeps";

    @Test
    void goals_a_surplus_and_the_day_of_rising_are_set_and_stand_in_the_terms() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        signIn(page, tenant, tenant.person("MARKETER"));
        opened(page, "Use this template");
        beyond(page, "VIB");
        page.locator("[data-act=PART][data-path='" + KEEPS + "']").click();
        assertThat(field(page, "need")).hasValue("1");
        assertThat(field(page, "goals/0/threshold")).hasValue("200");
        set(field(page, "goals/1/threshold"), "8");
        set(field(page, "need"), "3");
        assertThat(page.locator(".sections a.now .dot.danger")).hasCount(1);
        set(field(page, "need"), "2");
        assertThat(page.locator(".sections .dot.danger")).hasCount(0);
        beyond(page, "rules-STATUS");
        page.locator("[data-act=PART][data-path='/tierSets/0/rollover']").click();
        set(page.locator("input[data-path='/tierSets/0/rollover/most']"), "150");
        beyond(page, "rules-STATUS");
        page.locator("select[data-path='/tierSets/0/upgrade']").selectOption("join_anniversary");
        assertThat(page.locator("select[data-path='/tierSets/0/upgrade']")).hasValue("join_anniversary");
        assertAccessible(page);
        picture(page, "tier-terms-en");
        page.locator("#review").click();
        assertThat(page.locator("main"))
                .containsText("To stay VIB, meet all of these in a period: spend USD 200.00 and place 8 orders.");
        assertThat(page.locator("main")).containsText("counts in the next period too, up to USD 150.00.");
        assertThat(page.locator("main")).containsText("begins on the next anniversary of your joining");
    }

    @Test
    void the_same_in_chinese() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        Page desk = deskIn(CHINESE);
        signIn(desk, tenant, tenant.person("MARKETER"));
        opened(desk, "使用此模板");
        beyond(desk, "VIB");
        desk.locator("[data-act=PART][data-path='" + KEEPS + "']").click();
        assertThat(field(desk, "need")).hasValue("1");
        beyond(desk, "VIB");
        desk.locator("[data-act=ADD][data-path='" + KEEPS + "/goals']").click();
        desk.locator("select[data-path='" + KEEPS + "/goals/2']").selectOption("goal-COUNTER");
        assertThat(field(desk, "goals/2/counter")).hasValue("review");
        beyond(desk, "rules-STATUS");
        desk.locator("[data-act=PART][data-path='/tierSets/0/rollover']").click();
        assertThat(desk.locator("input[data-path='/tierSets/0/rollover/most']")).hasValue("100");
        assertAccessible(desk);
        picture(desk, "tier-terms-zh");
        desk.locator("#review").click();
        assertThat(desk.locator("main")).containsText("要保住 VIB，在一个周期内达成下列任意一项即可：");
        assertThat(desk.locator("main")).containsText("结转到下一周期");
    }

    @Test
    void a_members_page_says_what_came_over_and_what_begins_later() {
        TestTenant tenant = TestTenants.makeAt(Instant.parse("2027-02-01T12:00:00Z"));
        Api api = tenant.api();
        String document = ProgramDocumentCodec.write(
                        ProgramTemplates.find("P2", new ProgramCode("club")).orElseThrow())
                .replace("\"crossing\":\"before\"", "\"crossing\":\"before\",\"rollover\":{\"most\":20000}")
                .replace("\"upgrade\":\"immediate\"", "\"upgrade\":\"join_anniversary\"");
        api.post("/programs", "{\"code\":\"club\",\"document\":" + document + "}")
                .expect(201);
        api.post("/programs/club/draft/publish", Map.of("effectiveFrom", "2026-01-01T08:00:00Z"))
                .expect(201);
        Map<String, Object> enrol = Map.of("program", "club", "channel", "web", "at", "2026-03-05T20:00:00Z");
        String member = api.post(
                        "/members", Map.of("name", "Ada", "joinedAt", "2026-03-05T20:00:00Z", "enrol", List.of(enrol)))
                .expect(201)
                .json()
                .path("id")
                .asText();
        Map<String, Object> line = Map.of("lineId", "1", "sku", "serum", "quantity", 1, "amount", 510_00);
        api.put(
                        "/orders/till/1",
                        Map.of(
                                "member",
                                Map.of("id", member),
                                "occurredAt",
                                "2026-06-01T20:00:00Z",
                                "currency",
                                "USD",
                                "status",
                                "paid",
                                "lines",
                                List.of(line)))
                .expect(201);
        JsonNode set =
                api.get("/members/" + member + "/tier").expect(200).json().at("/sets/0");
        Assertions.assertThat(set.at("/progress/rollover/carried").asLong()).isEqualTo(160_00);
        Assertions.assertThat(set.at("/upcoming/tier/code").asText()).isEqualTo("VIB");
        Assertions.assertThat(set.at("/upcoming/from").asText()).isEqualTo("2027-03-05T08:00:00Z");
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/member?id=" + member);
        assertThat(page.locator("main")).containsText("$160.00 came over from the last period");
        assertThat(page.locator("main")).containsText("VIB begins on");
        assertThat(page.locator("main")).containsText("To Rouge $840.00");
        Assertions.assertThat(page.locator("main").innerText()).doesNotContain("To VIB");
        picture(page, "member-over-en");
    }

    @Test
    void tiers_follow_visits_by_choice_in_both_languages() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        signIn(page, tenant, tenant.person("MARKETER"));
        opened(page, "Use this template");
        page.locator("select[data-path='/tierSets/0/metric']").selectOption("metric-COUNTER");
        assertThat(page.locator("select[data-path='/tierSets/0/metric/counter']"))
                .hasValue("visit");
        set(page.locator("input[data-path='/tierSets/0/tiers/1/threshold']"), "5");
        set(page.locator("input[data-path='/tierSets/0/tiers/2/threshold']"), "20");
        assertThat(page.locator("main")).containsText("Reached at");
        assertAccessible(page);
        picture(page, "tier-visits-en");
        String draft = page.url();
        page.locator("#review").click();
        assertThat(page.locator("main")).containsText("Your tier follows how often you visit us");
        assertThat(page.locator("main")).containsText("VIB is reached at 5 times.");
        Page desk = deskIn(CHINESE);
        signIn(desk, tenant, tenant.owner());
        desk.navigate(draft);
        assertThat(desk.locator("select[data-path='/tierSets/0/metric/counter'] option[selected]"))
                .hasText("到访");
        picture(desk, "tier-visits-zh");
        desk.locator("#review").click();
        assertThat(desk.locator("main")).containsText("到访的次数");
    }

    /** Opens what is behind the dots of a block, where it isn't open. */
    private static void beyond(Page page, String block) {
        Locator summary = page.locator("[data-rule='" + block + "'] details:not([open]) > summary");
        if (summary.count() > 0) {
            summary.click();
        }
    }

    private static Locator field(Page page, String name) {
        return page.locator("input[data-path='" + KEEPS + "/" + name + "']");
    }

    private static void set(Locator field, String value) {
        field.fill(value);
        field.press("Enter");
        assertThat(field).hasValue(value);
    }

    private static void opened(Page page, String use) {
        page.navigate("/console/programs");
        page.locator("[data-template=P2] input[value='" + use + "']").click();
        page.locator("[data-section=tiers]").click();
        assertThat(page.locator(".sections a.now")).hasAttribute("data-section", "tiers");
    }
}
