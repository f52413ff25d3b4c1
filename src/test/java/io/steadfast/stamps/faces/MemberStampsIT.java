package io.steadfast.stamps.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.support.Api;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Stamp cards on the member's page and on the store's screen. */
class MemberStampsIT extends BrowserTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private String member = "";

    @Test
    void staff_and_the_store_see_how_full_the_card_is() {
        TestTenant tenant = drinking(12);
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/member?id=" + member);
        assertThat(page.locator("[data-card=coffee] [data-stamps]")).hasText("2 of 10 stamps");
        assertThat(page.locator("[data-card=coffee] .stamps li")).hasCount(10);
        assertThat(page.locator("[data-card=coffee] .stamps li.on")).hasCount(2);
        assertThat(page.locator("[data-card=coffee]")).containsText("filled once");
        assertAccessible(page);
        picture(page, "member-stamps");
        page.navigate("/store/?member=" + member);
        assertThat(page.locator("#member-stamps [data-card=coffee] [data-stamps]"))
                .hasText("2 of 10 stamps");
        assertAccessible(page);
        picture(page, "store-stamps");
    }

    @Test
    void the_card_speaks_chinese() {
        TestTenant tenant = drinking(9);
        Page desk = deskIn(CHINESE);
        signIn(desk, tenant, tenant.owner());
        desk.navigate("/console/member?id=" + member);
        assertThat(desk.locator("[data-card=coffee] [data-stamps]")).hasText("9 / 10 个印章");
        assertThat(desk.locator("[data-card=coffee]")).containsText("集满可得");
        picture(desk, "member-stamps-zh");
    }

    private TestTenant drinking(int drinks) {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P10", Instant.parse("2026-01-01T05:00:00Z"));
        Api api = tenant.api();
        member = api.post(
                        "/members",
                        Map.of("name", "Freya Collins", "enrol", List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        for (int drink = 1; drink <= drinks; drink++) {
            Map<String, Object> line =
                    Map.of("lineId", "1", "sku", "latte", "category", "drinks/coffee", "quantity", 1, "amount", 320);
            api.put(
                            "/orders/till/" + drink,
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
        return tenant;
    }
}
