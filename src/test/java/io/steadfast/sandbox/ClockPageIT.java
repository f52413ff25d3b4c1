package io.steadfast.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Instant;
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
        spender(tenant);
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

    private static void spender(TestTenant tenant) {
        String member = tenant.api()
                .post("/members", Map.of("name", "Vera", "enrol", List.of(Map.of("program", "club", "channel", "web"))))
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
    }
}
