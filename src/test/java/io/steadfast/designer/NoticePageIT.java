package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The notice promised for a change, from the designer to the terms that everybody reads. */
class NoticePageIT extends BrowserTest {

    private static final Instant NOW = Storefront.SANDBOX_NOW;
    private static final String RATE = "[data-rule=purchase] .value.gain input >> nth=0";

    @Test
    void a_change_that_takes_something_waits_and_one_that_only_gives_may_begin_at_once() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", NOW.minusSeconds(86_400));
        bought(tenant);
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/program?code=club&section=terms");
        change("[data-path='/terms/changeNoticeDays']", "30");
        picture(page, "notice-terms-en");
        page.locator("#review").click();
        assertThat(page.locator(".diff .come, .come").first()).containsText("at least 30 days before");
        page.locator("#go").click();
        assertThat(page.locator(".note.gain")).containsText("Version 2 is live");
        page.navigate("/console/program?code=club&section=earn");
        change("[data-rule=review] .value.gain input >> nth=0", "60");
        page.locator("#review").click();
        assertThat(page.locator("[data-promise='30']")).containsText("Apr 10, 2026");
        assertThat(page.locator("#from")).hasValue("2026-04-10");
        assertThat(page.locator("#favour")).isVisible();
        picture(page, "notice-favour-en");
        page.locator("#from").fill("2026-03-11");
        page.locator("#favour").check();
        page.locator("#go").click();
        assertThat(page.locator(".note.gain")).containsText("Version 3 is scheduled");
        page.navigate("/console/audit");
        assertThat(page.locator("main")).containsText("declared a change to be in members\u2019 favour");
        page.navigate("/console/program?code=club&section=earn");
        change(RATE, "0.5");
        page.locator("#review").click();
        assertThat(page.locator("[data-promise='30']")).containsText("it has to wait until then");
        assertThat(page.locator("#favour")).hasCount(0);
        assertAccessible(page);
        picture(page, "notice-less-en");
        page.locator("#from").fill("2026-04-01");
        page.locator("#go").click();
        assertThat(page.locator(".note.danger")).containsText("would break what members were promised");
        page.locator("#from").fill("2026-04-10");
        page.locator("#go").click();
        assertThat(page.locator(".note.gain")).containsText("Version 4 is scheduled");
        theTermsNameIt(tenant);
    }

    private void theTermsNameIt(TestTenant tenant) {
        Page reader = deskIn(CHINESE);
        reader.navigate("/p/" + tenant.slug() + "/club/terms");
        assertThat(reader.locator("[data-version='2']")).isVisible();
        assertThat(reader.locator("[data-terms=next]")).containsText("2026年3月11日");
        assertThat(reader.locator("main")).containsText("至少提前 30 天");
        assertAccessible(reader);
        picture(reader, "terms-next-zh");
        reader.locator("[data-terms=next] a").click();
        assertThat(reader.locator("[data-version='3']")).isVisible();
        reader.locator("[data-terms=ahead] a").click();
        assertThat(reader.locator("[data-version='2']")).isVisible();
    }

    private void change(String field, String to) {
        page.locator(field).fill(to);
        page.locator(field).press("Tab");
        assertThat(page.locator("#draft-saved")).isVisible();
        Hands.awaitKept(page);
    }

    private static void bought(TestTenant tenant) {
        String member = tenant.api()
                .post("/members", Map.of("name", "Vera", "enrol", List.of(Map.of("program", "club", "channel", "web"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        Map<String, Object> line = Map.of("lineId", "1", "sku", "x", "quantity", 1, "amount", 5_000);
        tenant.api()
                .put(
                        "/orders/till/1",
                        Map.of(
                                "member",
                                Map.of("id", member),
                                "occurredAt",
                                NOW.toString(),
                                "currency",
                                "GBP",
                                "status",
                                "paid",
                                "lines",
                                List.of(line)))
                .expect(201);
    }
}
