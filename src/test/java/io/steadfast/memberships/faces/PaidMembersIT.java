package io.steadfast.memberships.faces;

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

/** Staff see who has a plan and how it stands, and end one for a member. */
class PaidMembersIT extends BrowserTest {

    @Test
    void staff_see_who_paid_and_cancel_a_plan_with_its_period() {
        TestTenant tenant = prime();
        String ada = enrol(tenant, "Ada Lovelace", "+447700900012");
        String membership = start(tenant, ada);
        start(tenant, enrol(tenant, "Grace Hopper", "+447700900013"));
        tenant.moveClock(Instant.parse("2026-02-03T12:00:00Z"));
        pay(tenant, membership);
        signIn(page, tenant, tenant.person("SERVICE_AGENT"));
        page.navigate("/console/paid");
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("tbody tr").first()).containsText("Payment late");
        assertThat(page.locator("tbody tr").nth(1)).containsText("Paid through Feb 27, 2026");
        assertAccessible(page);
        picture(page, "paid-members-en");
        page.locator(".card-head a.chip", new Page.LocatorOptions().setHasText("Payment late"))
                .click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.navigate("/console/member?id=" + ada);
        assertThat(page.locator("[data-plan=PRIME] [data-state]")).hasText("Paid");
        page.locator("[data-plan=PRIME] button", new Page.LocatorOptions().setHasText("Cancel with the period's end"))
                .click();
        page.locator(".ui-confirmdialog-yes:visible").click();
        assertThat(page.locator("[data-plan=PRIME] [data-state]")).hasText("Cancelled, still on");
        assertThat(page.locator("[data-plan=PRIME]")).containsText("Everything stays on through Feb 27, 2026");
        assertAccessible(page);
        picture(page, "member-plan-en");
    }

    @Test
    void the_pages_speak_chinese() {
        TestTenant tenant = prime();
        String ada = enrol(tenant, "李明", "+447700900014");
        start(tenant, ada);
        Page desk = deskIn(CHINESE);
        signIn(desk, tenant, tenant.person("SERVICE_AGENT"));
        desk.navigate("/console/paid");
        assertThat(desk.locator("tbody tr").first()).containsText("免费试用");
        assertAccessible(desk);
        picture(desk, "paid-members-zh");
        desk.navigate("/console/member?id=" + ada);
        assertThat(desk.locator("[data-plan=PRIME]")).containsText("免费至");
        picture(desk, "member-plan-zh");
    }

    private static TestTenant prime() {
        return TestPrograms.sandboxWith(
                Instant.parse("2026-01-01T14:00:00Z"), "P3", Instant.parse("2025-12-01T05:00:00Z"));
    }

    private static String enrol(TestTenant tenant, String name, String phone) {
        return tenant.api()
                .post(
                        "/members",
                        Map.of(
                                "name", name,
                                "phone", phone,
                                "enrol", List.of(Map.of("program", "club", "channel", "store"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static String start(TestTenant tenant, String member) {
        return tenant.api()
                .post("/memberships", Map.of("memberId", member, "program", "club", "plan", "PRIME"))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static void pay(TestTenant tenant, String membership) {
        Api api = tenant.api();
        api.post(
                        "/memberships/" + membership + "/payments",
                        Map.of(
                                "outcome", "paid",
                                "reference", "inv-1",
                                "at", "2026-02-01T12:00:00Z",
                                "amount", Map.of("amount", 1499, "currency", "USD")))
                .expect(200);
    }
}
