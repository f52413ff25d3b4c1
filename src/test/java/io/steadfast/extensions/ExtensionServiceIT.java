package io.steadfast.extensions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page where a marketer asks and finance says yes. */
class ExtensionServiceIT extends BrowserTest {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    private TestTenant tenant;

    @BeforeEach
    void giveSomebodyPoints() {
        tenant = TestPrograms.sandboxWith(NOW, "CDNOW", Instant.parse("2026-01-01T05:00:00Z"));
        String member = tenant.api()
                .post(
                        "/members",
                        Map.of("externalId", "C-1", "enrol", List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        tenant.api()
                .put(
                        "/orders/shop/1",
                        Map.of(
                                "member", Map.of("id", member),
                                "occurredAt", NOW.toString(),
                                "currency", "USD",
                                "status", "paid",
                                "lines", List.of(Map.of("lineId", "1", "sku", "A", "quantity", 1, "amount", 4000))))
                .expect(201);
    }

    @Test
    void aMarketerAsksAndFinanceApprovesAndRuns() {
        signIn(page, tenant, tenant.person("MARKETER"));
        ask(page);
        assertThat(page.locator("[data-state=REQUESTED]")).containsText("1 member · 40 points");
        assertThat(page.locator("[id$=approve]")).hasCount(0);
        assertAccessible(page);
        picture(page, "extensions-en");
        Page finance = deskIn(CHINESE);
        signIn(finance, tenant, tenant.person("FINANCE"));
        finance.navigate("/console/extensions");
        confirm(finance, "approve");
        assertThat(finance.locator("[data-state=APPROVED]")).isVisible();
        confirm(finance, "run");
        assertThat(finance.locator("[data-state=DONE]"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        assertThat(finance.locator("[data-state=DONE]")).containsText("已延期 1，跳过 0");
        assertAccessible(finance);
        picture(finance, "extensions-zh");
    }

    @Test
    void nobodyApprovesTheirOwn() {
        signIn(page, tenant, tenant.owner());
        ask(page);
        confirm(page, "approve");
        assertThat(page.locator("#content")).containsText("Somebody else has to approve");
        assertThat(page.locator("[data-state=REQUESTED]")).isVisible();
    }

    private static void ask(Page page) {
        page.navigate("/console/extensions");
        page.locator("[id$=reason]").fill("Stores were closed");
        page.locator("[id$=request]").click();
        assertThat(page.locator("[data-state=REQUESTED]")).isVisible();
    }

    private static void confirm(Page page, String button) {
        page.locator("[id$=" + button + "]").first().click();
        page.locator(".ui-confirmdialog-yes:visible").click();
    }
}
