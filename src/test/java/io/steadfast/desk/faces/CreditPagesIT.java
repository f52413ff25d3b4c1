package io.steadfast.desk.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.steadfast.support.Api;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Credit (P11) is shown with its decimals wherever staff see what a member has. */
class CreditPagesIT extends BrowserTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void five_percent_of_19_99_reads_0_99_in_the_office_and_in_the_store() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P11", Instant.parse("2026-01-01T05:00:00Z"));
        Api api = tenant.api();
        String member = api.post(
                        "/members",
                        Map.of(
                                "name",
                                "Nora Whitfield",
                                "enrol",
                                List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        api.put(
                        "/orders/shop/1",
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
                                List.of(Map.of("lineId", "1", "sku", "A", "quantity", 1, "amount", 1999))))
                .expect(201);
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/member?id=" + member);
        assertThat(page.locator("main")).containsText("+0.99");
        picture(page, "member-credit");
        page.navigate("/store/?member=" + member);
        assertThat(page.locator("[data-wallet=credit] .figure")).hasText("0.99");
        picture(page, "store-credit");
    }
}
