package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tiers stand on a ladder: its steps are moved by mouse and keyboard, and a second one counts something else. */
class LadderIT extends BrowserTest {

    private static final String VIB = "input[data-path='/tierSets/0/tiers/1/threshold']";
    private static final String ROUGE = "input[data-path='/tierSets/0/tiers/2/threshold']";

    @Test
    void a_step_is_dragged_by_the_mouse_and_moved_by_arrows_and_never_past_its_neighbour() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        signIn(page, tenant, tenant.person("MARKETER"));
        opened(page, "Use this template");
        assertThat(page.locator("[data-ladder] .step")).hasCount(3);
        drag("VIB", -28);
        // Heights are square roots: from 53 of 100 to 73, in steps of 5 dollars.
        assertThat(page.locator(VIB)).hasValue("665");
        assertThat(page.locator("[data-rung=VIB] .rung-from")).containsText("665");
        assertThat(page.locator("[data-rung=VIB] .grip")).hasAttribute("aria-valuenow", "66500");
        assertThat(page.locator(".quote").first()).containsText("665.00");
        drag("VIB", -2_000);
        assertThat(page.locator(VIB)).hasValue("999");
        page.locator("[data-act=UNDO]").click();
        assertThat(page.locator(VIB)).hasValue("665");
        page.locator("[data-rung=ROUGE] .grip").press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(ROUGE)).hasValue("945");
        assertThat(page.locator("[data-rung=ROUGE] .grip")).isFocused();
        page.keyboard().press("Home");
        assertThat(page.locator(ROUGE)).hasValue("666");
        assertThat(page.locator(".sections .dot.danger")).hasCount(0);
        assertAccessible(page);
        picture(page, "ladder-en");
    }

    @Test
    void a_second_ladder_counts_orders_beside_the_first_in_chinese_and_both_judge() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        Page desk = deskIn(CHINESE);
        signIn(desk, tenant, tenant.person("MARKETER"));
        opened(desk, "使用此模板");
        desk.locator("[data-act=ADD][data-value=ladder-orders]").click();
        assertThat(desk.locator("[data-ladder=ORDERS] .step")).hasCount(3);
        desk.locator("[data-ladder=ORDERS] [data-rung=REGULAR] .grip").press("PageDown");
        assertThat(desk.locator("input[data-path='/tierSets/1/tiers/1/threshold']"))
                .hasValue("1");
        desk.locator("[data-act=ADD][data-path='/tierSets/1/tiers']").click();
        assertThat(desk.locator("input[data-path='/tierSets/1/tiers/3/threshold']"))
                .hasValue("24");
        assertThat(desk.locator("[data-as='ORDERS/REGULAR']")).isVisible();
        assertAccessible(desk);
        picture(desk, "ladders-zh");
        desk.locator("#review").click();
        assertThat(desk.locator("main")).containsText("常客等级");
        desk.locator("#go").click();
        assertThat(desk.locator(".note.gain")).containsText("第 1 版已生效");
        assertThat(tiers(tenant)).containsExactlyInAnyOrder("VIB", "REGULAR");
    }

    @Test
    void a_rule_is_dragged_to_the_place_where_it_is_judged() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        signIn(page, tenant, tenant.person("MARKETER"));
        page.navigate("/console/programs");
        page.locator("[data-template=P1] input[type=submit]").click();
        assertThat(page.locator("[data-rule] >> nth=0")).hasAttribute("data-rule", "purchase");
        String last = page.locator("[data-rule] >> nth=2").getAttribute("data-rule");
        page.locator("[data-rule=" + last + "]")
                .dragTo(
                        page.locator("[data-rule=purchase]"),
                        new Locator.DragToOptions().setSourcePosition(16, 28).setTargetPosition(16, 28));
        assertThat(page.locator("[data-rule] >> nth=0")).hasAttribute("data-rule", last);
        assertThat(page.locator("[data-rule] >> nth=1")).hasAttribute("data-rule", "purchase");
    }

    private static void opened(Page page, String use) {
        page.navigate("/console/programs");
        page.locator("[data-template=P2] input[value='" + use + "']").click();
        page.locator("[data-section=tiers]").click();
        assertThat(page.locator(".sections a.now")).hasAttribute("data-section", "tiers");
    }

    /** By whole pixels, so that what comes out doesn't hang on where the page put the step. */
    private void drag(String tier, int down) {
        Locator grip = page.locator("[data-rung=" + tier + "] .grip");
        grip.scrollIntoViewIfNeeded();
        BoundingBox box = grip.boundingBox();
        int x = (int) (box.x + box.width / 2);
        int y = (int) (box.y + box.height / 2);
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x, y + down / 2);
        page.mouse().move(x, y + down);
        page.mouse().up();
    }

    private static List<String> tiers(TestTenant tenant) {
        String program = tenant.api()
                .get("/programs")
                .expect(200)
                .json()
                .findValue("code")
                .asText();
        String member = tenant.api()
                .post("/members", Map.of("name", "Ada", "enrol", List.of(Map.of("program", program, "channel", "web"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        tenant.moveClock(Storefront.SANDBOX_NOW.plusSeconds(3_600));
        Map<String, Object> line = Map.of("lineId", "1", "sku", "serum", "quantity", 1, "amount", 40_000);
        tenant.api()
                .put(
                        "/orders/till/1",
                        Map.of(
                                "member",
                                Map.of("id", member),
                                "occurredAt",
                                Storefront.SANDBOX_NOW.plusSeconds(60).toString(),
                                "currency",
                                "USD",
                                "status",
                                "paid",
                                "lines",
                                List.of(line)))
                .expect(201);
        JsonNode sets = tenant.api()
                .get("/members/" + member + "/tier")
                .expect(200)
                .json()
                .path("sets");
        return sets.findValues("current").stream()
                .filter(JsonNode::isObject)
                .map(current -> current.path("code").asText())
                .toList();
    }
}
