package io.steadfast.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An owner moves the sandbox's clock and reads what happened on the way. */
class ClockPageIT extends BrowserTest {

    private static final double PATIENCE_MILLIS = 90_000;

    @Test
    void a_year_on_points_have_expired_and_a_tier_has_ended_each_with_its_why() {
        TestTenant tenant =
                TestPrograms.sandboxWith(Storefront.SANDBOX_NOW, "P2", Instant.parse("2026-01-01T05:00:00Z"));
        spender(tenant, "club");
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/home");
        page.locator("#sandbox-clock").click();
        assertThat(page.locator("[data-clock=now]")).containsText("2026");
        page.locator("#day").click();
        await(page, "Mar 11, 2026");
        page.locator("#date").fill("2027-03-20");
        page.locator("#go").click();
        await(page, "Mar 20, 2027");
        assertThat(page.locator("#today")).containsText("Mar 20, 2027");
        assertThat(page.locator("[data-event='points.expired']").first()).containsText("their last day was over");
        assertThat(page.locator("[data-event='points.expired']").first()).containsText("(Points)");
        assertThat(page.locator("[data-event='points.expired'] a").first()).hasText("Vera");
        page.navigate("/console/clock?from=2026-01-01T00:00:00Z");
        assertThat(page.locator("[data-event='points.accrued']").first())
                .containsText(Pattern.compile("^.*[1-9][0-9,]* points \\(Points\\) earned for “.+”\\."));
        assertAccessible(page);
        picture(page, "clock-en");
        page.locator("#date").fill("2026-01-01");
        page.locator("#go").click();
        assertThat(page.locator(".note.danger")).containsText("only forward");
    }

    @Test
    void points_that_waited_a_tier_that_ended_and_a_plan_that_wasnt_paid_each_say_why() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        String document = ProgramDocumentCodec.write(
                        ProgramTemplates.find("P3", new ProgramCode("club")).orElseThrow())
                .replace("\"to_end_of_next_period\"", "\"to_end_of_period\"")
                .replace(
                        "\"pending\":{\"kind\":\"immediate\"}",
                        "\"pending\":{\"kind\":\"after_days\",\"days\":14,\"start\":\"activity\"}");
        tenant.api()
                .post("/programs", "{\"code\":\"club\",\"document\":" + document + "}")
                .expect(201);
        tenant.api()
                .post("/programs/club/draft/publish", Map.of("effectiveFrom", "2026-01-01T05:00:00Z"))
                .expect(201);
        String member = spender(tenant, "club");
        tenant.api()
                .post("/memberships", Map.of("memberId", member, "program", "club", "plan", "PRIME"))
                .expect(201);
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/clock");
        page.locator("#date").fill("2027-01-05");
        page.locator("#go").click();
        await(page, "Jan 5, 2027");
        page.navigate("/console/clock?from=2026-01-01T00:00:00Z");
        assertSaid("membership.changed", "Plan Prime is on trial now: the member took it, and its trial began.");
        assertSaid("membership.changed", "Plan Prime is past due now: the trial is over and nothing was paid.");
        assertSaid("membership.changed", "Plan Prime is suspended now: the grace is over and nothing was paid.");
        assertSaid("tier.changed", "Tier Member became Silver: something counted or was returned.");
        assertSaid("tier.changed", "Tier Silver became Member: its term ended and was judged again.");
        assertSaid("points.activated", "became usable: their wait was over.");
        picture(page, "clock-why-en");
        Page desk = deskIn(CHINESE);
        signIn(desk, tenant, tenant.owner());
        desk.navigate("/console/clock?from=2026-01-01T00:00:00Z");
        assertThat(desk.locator("main")).containsText("会籍 Prime 会员 现为暂停：宽限期结束，仍未付款。");
        picture(desk, "clock-why-zh");
    }

    @Test
    void more_than_a_page_of_events_is_turned_over() {
        TestTenant tenant =
                TestPrograms.sandboxWith(Storefront.SANDBOX_NOW, "P2", Instant.parse("2026-01-01T05:00:00Z"));
        for (int number = 0; number < 60; number++) {
            tenant.api()
                    .post(
                            "/members",
                            Map.of("name", "M" + number, "enrol", List.of(Map.of("program", "club", "channel", "web"))))
                    .expect(201);
        }
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/clock");
        assertThat(page.locator("tr[data-event='member.enrolled']")).hasCount(50);
        page.locator(".pager a", new Page.LocatorOptions().setHasText("Earlier"))
                .click();
        assertThat(page.locator("tr[data-event='member.enrolled']")).hasCount(10);
        assertThat(page.locator(".pager a", new Page.LocatorOptions().setHasText("Earlier")))
                .hasCount(0);
        assertAccessible(page);
        picture(page, "clock-earlier-en");
        page.locator(".pager a", new Page.LocatorOptions().setHasText("The latest"))
                .click();
        assertThat(page.locator("tr[data-event='member.enrolled']")).hasCount(50);
    }

    private void assertSaid(String type, String text) {
        assertThat(page.locator("tr[data-event='" + type + "']", new Page.LocatorOptions().setHasText(text)))
                .not()
                .hasCount(0);
    }

    @Test
    void nobody_but_the_owner_moves_it() {
        TestTenant tenant =
                TestPrograms.sandboxWith(Storefront.SANDBOX_NOW, "P2", Instant.parse("2026-01-01T05:00:00Z"));
        Page desk = deskIn(CHINESE);
        signIn(desk, tenant, tenant.person("MARKETER"));
        desk.navigate("/console/home");
        assertThat(desk.locator("#sandbox-clock")).hasCount(0);
        expectConsoleError("40[0-9]");
        desk.navigate("/console/clock");
        assertThat(desk.locator("[data-clock=now]")).hasCount(0);
    }

    private static void await(Page page, String day) {
        assertThat(page.locator("[data-clock=now]"))
                .containsText(day, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.locator("#day"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
    }

    private static String spender(TestTenant tenant, String... programs) {
        List<Map<String, String>> enrol = Arrays.stream(programs)
                .map(program -> Map.of("program", program, "channel", "web"))
                .toList();
        String member = tenant.api()
                .post("/members", Map.of("name", "Vera", "enrol", enrol))
                .expect(201)
                .json()
                .path("id")
                .asText();
        tenant.api()
                .put(
                        "/orders/till/1",
                        Map.of(
                                "member",
                                Map.of("id", member),
                                "occurredAt",
                                Storefront.SANDBOX_NOW.toString(),
                                "currency",
                                "USD",
                                "status",
                                "paid",
                                "lines",
                                List.of(Map.of("lineId", "1", "sku", "x", "quantity", 1, "amount", 36_000))))
                .expect(201);
        return member;
    }
}
