package io.steadfast.charities.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.steadfast.support.Api;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Giving in the console: what stands, a settlement with its receipt, the register, and a member's donations. */
class GivingPageIT extends BrowserTest {

    private String member = "";

    @Test
    void finance_pays_a_charity_and_downloads_the_receipt() throws IOException {
        TestTenant tenant = giving();
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/giving");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Giving");
        Locator seas = page.locator("[data-charity=clean-seas]");
        assertThat(seas).containsText("$2.00");
        assertAccessible(page);
        picture(page, "giving");
        seas.getByRole(AriaRole.BUTTON).click();
        Locator sure = page.locator(".ui-confirm-dialog:visible");
        assertThat(sure).containsText("Pay Clean Seas now?");
        assertAccessible(page);
        sure.locator("button.ui-confirmdialog-yes").click();
        assertThat(page.getByText("Settlement no. 1: $2.00 for Clean Seas")).isVisible();
        assertThat(seas.getByRole(AriaRole.BUTTON)).hasCount(0);
        seas.getByRole(AriaRole.LINK).click();
        assertThat(page.locator("[data-batch='1']")).containsText("$2.00");
        Download receipt =
                page.waitForDownload(() -> page.locator("[data-file=pdf]").click());
        assertThat(receipt.suggestedFilename()).isEqualTo("settlement-1.pdf");
        assertThat(new String(Files.readAllBytes(receipt.path()), 0, 5)).isEqualTo("%PDF-");
        Download list =
                page.waitForDownload(() -> page.locator("[data-file=csv]").click());
        assertThat(Files.readString(list.path())).contains("dollar,brand").hasLineCount(3);
        page.getByText("Receipt arrived").click();
        page.getByLabel("The charity’s reference").fill("R-7");
        page.getByText("Keep it").click();
        assertThat(page.locator("[data-batch='1'] .chip")).hasText("R-7");
        assertAccessible(page);
        picture(page, "charity");
    }

    @Test
    void a_marketer_adds_a_charity_changes_it_and_closes_it() {
        TestTenant tenant = giving();
        signIn(page, tenant, tenant.person("MARKETER"));
        page.navigate("/console/giving");
        page.getByText("Add a charity").click();
        page.getByLabel("Code").fill("books");
        page.getByLabel("Name in English").fill("Books for all");
        page.getByLabel("Name in Chinese").fill("人人有书");
        assertAccessible(page);
        picture(page, "charity-new");
        page.locator("#charity\\:save").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Books for all");
        page.getByLabel("Registration number").fill("EIN 5");
        page.locator("#charity\\:save").click();
        assertThat(page.getByLabel("Registration number")).hasValue("EIN 5");
        page.locator("#charity\\:turn").click();
        page.locator(".ui-confirm-dialog:visible button.ui-confirmdialog-yes").click();
        assertThat(page.locator(".page-head .chip")).hasText("Closed");
        assertThat(tenant.api()
                        .get("/charities/books")
                        .expect(200)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("closed");
        page.navigate("/console/giving");
        assertThat(page.locator("[data-charity=clean-seas]").getByRole(AriaRole.BUTTON))
                .hasCount(0);
    }

    @Test
    void a_members_donations_and_choice_stand_on_their_page_in_both_languages_and_in_the_dark() {
        TestTenant tenant = giving();
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/member?id=" + member);
        Locator part = page.locator("[data-part=giving]");
        assertThat(part).containsText("Young Minds");
        assertThat(part).containsText("Order 3");
        assertThat(part).containsText("Pledged");
        assertAccessible(page);
        picture(page, "member-giving");
        Page chinese = deskIn(CHINESE);
        signIn(chinese, tenant, tenant.owner());
        chinese.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        chinese.navigate("/console/giving");
        assertThat(chinese.locator("[data-charity=clean-seas]")).containsText("清洁海洋");
        assertAccessible(chinese);
        picture(chinese, "giving-zh-dark");
        chinese.navigate("/console/charity?code=clean-seas");
        assertAccessible(chinese);
        picture(chinese, "charity-zh-dark");
        chinese.navigate("/console/member?id=" + member);
        assertThat(chinese.locator("[data-part=giving]")).containsText("青年心灵");
        assertAccessible(chinese);
    }

    @Test
    void giving_is_found_from_a_phone() {
        TestTenant tenant = giving();
        Page phone = phoneIn(ENGLISH);
        signIn(phone, tenant, tenant.owner());
        phone.navigate("/console/more");
        phone.locator("main a[href$='/console/giving']").click();
        assertThat(phone.locator("[data-charity=clean-seas]")).containsText("$2.00");
        assertAccessible(phone);
    }

    /** Two confirmed dollars for the seas, later a pledged one for the minds and one that waits for a choice. */
    private TestTenant giving() {
        TestTenant tenant = TestTenants.makeAt(Instant.parse("2026-03-10T13:00:00Z"));
        Api api = tenant.api();
        api.post("/programs", Map.of("code", "giving", "template", "P4")).expect(201);
        api.post("/programs/giving/draft/publish", Map.of("effectiveFrom", "2026-01-01T05:00:00Z"))
                .expect(201);
        member = member(api, "mia");
        buys(api, member, "1", "2026-03-10T12:00:00Z", "clean-seas");
        buys(api, member, "2", "2026-03-10T12:00:00Z", "clean-seas");
        tenant.moveClock(Instant.parse("2026-04-20T12:00:00Z"));
        buys(api, member, "3", "2026-04-20T11:00:00Z", "young-minds");
        buys(api, member(api, "noa"), "4", "2026-04-20T11:00:00Z", "nobody");
        return tenant;
    }

    private static String member(Api api, String externalId) {
        return api.post(
                        "/members",
                        Map.of(
                                "externalId",
                                externalId,
                                "name",
                                "Mia 王",
                                "joinedAt",
                                "2026-01-01T05:00:00Z",
                                "enrol",
                                List.of(Map.of("program", "giving", "channel", "till"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static void buys(Api api, String member, String reference, String at, String charity) {
        api.put(
                        "/orders/shop/" + reference,
                        Map.of(
                                "member",
                                Map.of("id", member),
                                "occurredAt",
                                at,
                                "currency",
                                "USD",
                                "status",
                                "paid",
                                "lines",
                                List.of(Map.of("lineId", "1", "sku", "A", "quantity", 1, "amount", 40_00)),
                                "donation",
                                Map.of("charity", charity, "funded", "brand")))
                .expect(201);
    }
}
