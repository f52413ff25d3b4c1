package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A program tried on real life before it is published. */
class TryOutIT extends BrowserTest {

    private static final Instant NOW = Storefront.SANDBOX_NOW;
    private static final String JUDGE = "form button[type=submit] >> nth=-1";

    @Test
    void a_past_order_and_a_real_member_are_judged_by_two_drafts_side_by_side() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P2", Instant.parse("2026-01-01T05:00:00Z"));
        enrolled(tenant, "Vera Verdi", "1001", 36_000);
        signIn(page, tenant, tenant.person("MARKETER"));
        page.navigate("/console/program?code=club");
        String rate = "[data-rule=purchase] .value.gain input >> nth=0";
        page.locator(rate).fill("3");
        page.locator(rate).press("Tab");
        assertThat(page.locator("#draft-saved")).isVisible();
        aYearAndTheRealMemberStandBesideTheDraft();
        page.locator("#tryout").click();
        page.locator("#trial-order").fill("till / 1001");
        page.locator(JUDGE).click();
        assertThat(page.locator("[data-past=order]")).containsText("360.00");
        assertThat(page.locator("[data-side] .figure").first()).hasText("1,080 points");
        assertThat(page.locator("[data-side=v1] .figure")).hasText("360 points");
        page.locator("[data-side=v1] .proof summary").click();
        assertThat(page.locator("[data-side=v1] .proof")).containsText("360");
        assertAccessible(page);
        picture(page, "tryout-past-en");
        // The same order once more, by the same member as they stand now: VIB.
        page.locator("#trial-find").fill("Verdi");
        page.locator(JUDGE).click();
        page.locator("#trial-member").selectOption(new SelectOption().setLabel("Vera Verdi"));
        page.locator("input[name=at]").fill("2026-03-12T12:00");
        page.locator(JUDGE).click();
        assertThat(page.locator("[data-side=v1] .figure")).hasText("450 points");
        page.locator("#trial-order").fill("till / 9999");
        page.locator(JUDGE).click();
        assertThat(page.locator(".note.danger")).containsText("There is no order");
    }

    /** 40.00 at three points and the VIB's quarter more; a year of 600.00 reaches VIB with the seventh order. */
    private void aYearAndTheRealMemberStandBesideTheDraft() {
        assertThat(page.locator("[data-brief=earn]")).hasText("3 points per USD 1, 1.25 × for VIB, 1.5 × for Rouge.");
        assertThat(page.locator("[data-example=points]")).hasText("120 points");
        assertThat(page.locator("[data-year=points]")).hasText("1,985 points");
        assertThat(page.locator("[data-year=what]")).containsText("with order 7");
        page.locator("#find-member").fill("Verdi");
        page.locator("#real-member").selectOption(new SelectOption().setLabel("Vera Verdi"));
        assertThat(page.locator("[data-example=points]")).hasText("150 points");
        assertThat(page.locator("[data-as='@member']")).hasAttribute("aria-pressed", "true");
        page.locator("#year-orders").fill("1");
        assertThat(page.locator("[data-year=points]")).hasText("1,800 points");
        assertThat(page.locator("[data-example=points]")).hasText("150 points");
        assertAccessible(page);
        picture(page, "year-en");
    }

    @Test
    void credit_is_shown_as_money_and_what_a_charity_gets_beside_it() {
        Instant since = Instant.parse("2026-01-01T05:00:00Z");
        TestTenant cashback = TestPrograms.sandboxWith(NOW, "P11", since);
        signIn(page, cashback, cashback.owner());
        page.navigate("/console/tryout?code=club&amount1=19.99");
        assertThat(page.locator("[data-side] .figure").first()).containsText("0.99");
        assertThat(page.locator("[data-side] .example .number").first()).containsText("0.99");
        assertAccessible(page);
        picture(page, "tryout-credit-en");
        TestTenant giver = TestPrograms.sandboxWith(NOW, "P4", since);
        Page desk = deskIn(CHINESE);
        signIn(desk, giver, giver.owner());
        desk.navigate("/console/tryout?code=club&amount1=19.99");
        assertThat(desk.locator("[data-trial=besides]").first()).containsText("1.00");
        assertAccessible(desk);
        picture(desk, "tryout-pledge-zh");
    }

    @Test
    void a_basket_of_a_real_member_is_tried_in_chinese_and_nobody_beside() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P2", Instant.parse("2026-01-01T05:00:00Z"));
        enrolled(tenant, "王小明", "7", 100_000);
        Page desk = deskIn(CHINESE);
        signIn(desk, tenant, tenant.owner());
        desk.navigate("/console/tryout?code=club&amount1=9.99&find=王小明");
        desk.locator("#trial-member").selectOption(new SelectOption().setLabel("王小明"));
        desk.locator("select[name=right]").selectOption("none");
        desk.locator("input[name=at]").fill("2026-03-12T12:00");
        desk.locator(JUDGE).click();
        assertThat(desk.locator("[data-side]")).hasCount(1);
        assertThat(desk.locator("[data-side] .figure")).hasText("14 积分");
        assertAccessible(desk);
        picture(desk, "tryout-zh");
    }

    @Test
    void a_made_up_member_has_a_plan_and_a_made_up_order_a_store_and_several_means() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P3", Instant.parse("2026-01-01T05:00:00Z"));
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/tryout?code=club&amount1=100&right=none");
        assertThat(page.locator("[data-side] .figure")).hasText("100 points");
        page.locator("select[name=plan]").selectOption(new SelectOption().setIndex(1));
        page.locator(JUDGE).click();
        assertThat(page.locator("[data-side] .figure")).hasText("200 points");
        // What points pay for earns nothing.
        page.locator("input[name=paid-points]").fill("40");
        page.locator("input[name=store]").fill("S1");
        page.locator("input[name=channel]").fill("app");
        page.locator(JUDGE).click();
        assertThat(page.locator("[data-side] .figure")).hasText("120 points");
        assertThat(page.locator("input[name=store]")).hasValue("S1");
        assertAccessible(page);
        picture(page, "tryout-means-en");
        page.locator("input[name=paid-points]").fill("140");
        page.locator(JUDGE).click();
        assertThat(page.locator(".note.danger")).containsText("140");
    }

    @Test
    void a_made_up_member_has_the_attributes_that_conditions_ask_for() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T05:00:00Z"));
        tenant.api()
                .post(
                        "/attributes",
                        Map.of(
                                "subject",
                                "member",
                                "name",
                                "profession",
                                "type",
                                "one_of",
                                "values",
                                List.of("teacher", "nurse")))
                .expect(201);
        Page desk = deskIn(CHINESE);
        signIn(desk, tenant, tenant.owner());
        desk.navigate("/console/program?code=club");
        String rule = "[data-rule=purchase]";
        desk.locator(rule + " details.beyond > summary").first().click();
        desk.locator(rule + " [data-act][data-value*='MEMBER_ATTRIBUTE:profession']")
                .first()
                .click();
        assertThat(desk.locator("#draft-saved")).isVisible();
        // Beside the draft: more of the basket than what it costs.
        desk.locator("details[data-key=basket-more] > summary").click();
        desk.locator("#product").fill("serum");
        desk.locator("#product").press("Tab");
        assertThat(desk.locator("details[data-key=basket-more]")).hasAttribute("open", "");
        picture(desk, "basket-more-zh");
        desk.locator("#tryout").click();
        desk.locator("input[name=amount1]").fill("100");
        desk.locator("select[name=right]").selectOption("none");
        desk.locator(JUDGE).click();
        assertThat(desk.locator("[data-side] .figure")).hasText("0 积分");
        desk.locator("select[name=attribute-profession]").selectOption("teacher");
        desk.locator(JUDGE).click();
        assertThat(desk.locator("[data-side] .figure")).hasText("100 积分");
        assertAccessible(desk);
        picture(desk, "tryout-attributes-zh");
    }

    private static void enrolled(TestTenant tenant, String name, String reference, long amount) {
        String member = tenant.api()
                .post("/members", Map.of("name", name, "enrol", List.of(Map.of("program", "club", "channel", "web"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        Map<String, Object> line = Map.of("lineId", "1", "sku", "serum", "quantity", 1, "amount", amount);
        tenant.api()
                .put(
                        "/orders/till/" + reference,
                        Map.of(
                                "member",
                                Map.of("id", member),
                                "occurredAt",
                                NOW.toString(),
                                "currency",
                                "USD",
                                "status",
                                "paid",
                                "lines",
                                List.of(line)))
                .expect(201);
    }
}
