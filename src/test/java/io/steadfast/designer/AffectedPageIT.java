package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who a publish would touch: whose tier moves, who gets more, who less and by how much. */
class AffectedPageIT extends BrowserTest {

    private static final Instant NOW = Storefront.SANDBOX_NOW;

    @Test
    void the_review_says_whose_tier_moves_and_both_lists_are_tables_that_run_nothing() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P2", Instant.parse("2026-01-01T05:00:00Z"));
        String vib = spender(tenant, "Vera", "=1+1", 36_000);
        String insider = spender(tenant, "Ian", "2", 32_000);
        spender(tenant, "Nora", "3", 1_000);
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/program?code=club&section=terms");
        page.locator("select[data-path='/transition/tiers']").selectOption("review");
        page.locator("[data-section=tiers]").click();
        String threshold = "[data-path='/tierSets/0/tiers/1/threshold'] >> nth=0";
        page.locator(threshold).fill("300");
        page.locator(threshold).press("Tab");
        assertThat(page.locator("#draft-saved")).isVisible();
        page.locator("#review").click();
        assertThat(page.locator("[data-affected=tiers]")).containsText("1 member moves up");
        assertThat(page.locator("[data-affected=tiers]")).containsText("0 members move down");
        page.locator("[data-affected=tiers] summary").click();
        assertAccessible(page);
        picture(page, "moves-en");
        String moves =
                text(page.waitForDownload(() -> page.locator("#movesfile").click()));
        assertThat(moves).contains(insider + ",STATUS,INSIDER,VIB,up").doesNotContain(vib);
        page.navigate("/console/program?code=club&section=earn");
        String rate = "[data-rule] .value.gain input >> nth=0";
        page.locator(rate).fill("2");
        page.locator(rate).press("Tab");
        page.locator("#review").click();
        String orders =
                text(page.waitForDownload(() -> page.locator("#ordersfile").click()));
        assertThat(orders).contains("till,'=1+1," + vib).contains(",beauty-points,points,360,720,360");
    }

    @Test
    void the_review_says_who_gets_more_and_who_less_and_by_how_much() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P2", Instant.parse("2026-01-01T05:00:00Z"));
        String vera = spender(tenant, "Vera", "1", 36_000);
        String ian = spender(tenant, "Ian", "2", 3_200);
        spender(tenant, "Ned", "3", 0);
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/program?code=club&section=earn");
        String rate = "[data-rule] .value.gain input >> nth=0";
        page.locator(rate).fill("3");
        page.locator(rate).press("Tab");
        assertThat(page.locator("#draft-saved")).isVisible();
        page.locator("#review").click();
        assertThat(page.locator("[data-kind=beauty-points]")).containsText("2 +784");
        assertThat(page.locator("[data-kind=beauty-points]")).containsText("Members who get less0");
        assertThat(page.locator("[data-kind=beauty-points]")).containsText("392 \u2192 1,176");
        assertThat(page.locator("[data-affected=members] tbody tr")).hasCount(2);
        assertThat(page.locator("[data-affected=members] tbody tr").first()).containsText("+720");
        assertAccessible(page);
        picture(page, "affected-en");
        String members =
                text(page.waitForDownload(() -> page.locator("#membersfile").click()));
        assertThat(members)
                .contains("member,orders,what,unit,before,after,difference")
                .contains(vera + ",1,beauty-points,points,360,1080,720")
                .contains(ian + ",1,beauty-points,points,32,96,64");
        Page phone = phoneIn(CHINESE);
        signIn(phone, tenant, tenant.owner());
        phone.navigate(page.url());
        assertThat(phone.locator("[data-affected=members]")).isVisible();
        assertAccessible(phone);
        picture(phone, "affected-phone-zh");
    }

    @Test
    void where_a_program_gives_to_charity_the_review_says_how_much_more() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P4", Instant.parse("2026-01-01T05:00:00Z"));
        String vera = spender(tenant, "Vera", "1", 36_000);
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/program?code=club&section=giving");
        String amount = "[data-path='/giving/pledges/0/amount/amount/USD'] >> nth=0";
        page.locator(amount).fill("2.50");
        page.locator(amount).press("Tab");
        assertThat(page.locator("#draft-saved")).isVisible();
        page.locator("#review").click();
        assertThat(page.locator("[data-kind=charity]")).containsText("+$1.50");
        assertThat(page.locator("[data-kind=charity]")).containsText("$1.00 \u2192 $2.50");
        picture(page, "affected-giving-en");
        String members =
                text(page.waitForDownload(() -> page.locator("#membersfile").click()));
        assertThat(members).contains(vera + ",1,charity,USD,1.00,2.50,1.50");
    }

    private static String spender(TestTenant tenant, String name, String reference, long amount) {
        String member = tenant.api()
                .post("/members", Map.of("name", name, "enrol", List.of(Map.of("program", "club", "channel", "web"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        Map<String, Object> line = Map.of("lineId", "1", "sku", "x", "quantity", 1, "amount", amount);
        tenant.api()
                .put(
                        "/orders/till/" + URLEncoder.encode(reference, StandardCharsets.UTF_8),
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
        return member;
    }

    private static String text(Download file) {
        try {
            return Files.readString(file.path(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
