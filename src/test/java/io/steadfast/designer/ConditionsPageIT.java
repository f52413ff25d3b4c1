package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conditions chosen from what the tenant has, within each other, and budgets that rules draw on. */
class ConditionsPageIT extends BrowserTest {

    @Test
    void a_store_and_a_declared_attribute_are_chosen_and_conditions_stand_within_each_other() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        tenant.api().post("/stores", Map.of("code", "LDN1", "name", "Soho")).expect(201);
        tenant.api()
                .post("/stores", Map.of("code", "MAN1", "name", "Deansgate"))
                .expect(201);
        tenant.api()
                .post(
                        "/attributes",
                        Map.of(
                                "subject",
                                "member",
                                "name",
                                "diet",
                                "type",
                                "any_of",
                                "values",
                                List.of("vegan", "halal")))
                .expect(201);
        signIn(page, tenant, tenant.person("MARKETER"));
        page.navigate("/console/programs");
        page.locator("[data-template=P1] input[type=submit]").click();
        open(page);
        add(page, "STORE::");
        assertThat(page.locator("[data-rule=purchase]")).containsText("Deansgate");
        page.locator("[data-rule=purchase] [data-act=TOGGLE][data-value=MAN1][aria-pressed=false]")
                .click();
        assertThat(page.locator("[data-rule=purchase] [data-act=TOGGLE][data-value=MAN1]"))
                .hasAttribute("aria-pressed", "true");
        add(page, "MEMBER_ATTRIBUTE:diet:");
        page.locator("[data-rule=purchase] [data-act=TOGGLE][data-value=halal]").click();
        assertThat(page.locator("[data-rule=purchase] [data-act=TOGGLE][data-value=halal]"))
                .hasAttribute("aria-pressed", "true");
        add(page, "CHANNEL::");
        page.locator("[data-rule=purchase] [data-act=TOGGLE][data-value=app][aria-pressed=false]")
                .click();
        assertThat(page.locator("[data-rule=purchase] [data-act=TOGGLE][data-value=app]"))
                .hasAttribute("aria-pressed", "true");
        add(page, "ANY");
        assertThat(page.locator("[data-rule=purchase] .sentence.depth-1")).hasCount(2);
        page.locator("[data-rule=purchase] select[data-edit=CONDITION]").selectOption("FIRST_ORDER");
        assertThat(page.locator("[data-rule=purchase] .sentence.depth-1")).hasCount(3);
        assertAccessible(page);
        picture(page, "conditions-en");
    }

    @Test
    void a_budget_says_which_rules_draw_on_it_and_a_lint_is_put_right_with_one_click_in_chinese() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        Page desk = deskIn(CHINESE);
        signIn(desk, tenant, tenant.owner());
        desk.navigate("/console/programs");
        desk.locator("[data-template=P1] input[type=submit]").click();
        open(desk);
        add(desk, "NOT");
        assertThat(desk.locator("[data-rule=purchase] .sentence.depth-1")).hasCount(1);
        desk.locator("[data-act=REMOVE][data-path='/earning/rules/1/caps/0']").click();
        assertThat(desk.locator("[data-finding='/earning/rules/1/caps']")).containsText("无限次");
        assertAccessible(desk);
        picture(desk, "lints-zh");
        desk.locator("[data-finding='/earning/rules/1/caps'] button").click();
        assertThat(desk.locator("[data-finding='/earning/rules/1/caps']")).hasCount(0);
        desk.locator("[data-section=limits]").click();
        desk.locator("[data-act=ADD][data-value=budget]").click();
        String draws = "[data-rule=budget] [data-act=TOGGLE][data-path='/earning/rules/0/budgets']";
        desk.locator(draws).click();
        assertThat(desk.locator(draws)).hasAttribute("aria-pressed", "true");
        assertAccessible(desk);
        picture(desk, "budget-zh");
    }

    private static void open(Page page) {
        page.locator("[data-rule=purchase] details.beyond > summary").click();
    }

    private static void add(Page page, String fact) {
        page.locator("[data-rule=purchase] [data-act=CONDITION][data-value^='" + fact + "']")
                .click();
    }
}
