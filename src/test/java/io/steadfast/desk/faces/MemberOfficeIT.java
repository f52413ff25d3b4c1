package io.steadfast.desk.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestTenant;
import io.steadfast.tills.Counter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The member's page: the whole story, notes by role, and the log of who looked; the list's filters and views. */
class MemberOfficeIT extends BrowserTest {

    private static final int PAGE = 50;
    private static final int LONG = 55;

    @Test
    void the_story_tells_what_happened_and_the_log_who_looked() {
        Counter counter = Counter.open("P2");
        page(counter, counter.tenant.owner());
        assertThat(page.locator("#member-life [data-event=ENROLLED]")).hasCount(1);
        assertThat(page.locator("#member-life [data-event=KNOWN_BY]").first()).isVisible();
        assertThat(page.locator("#member-log")).containsText("looked at the member");
        Page chinese = deskIn(CHINESE);
        signIn(chinese, counter.tenant, counter.tenant.owner());
        chinese.navigate("/console/member?id=" + counter.member);
        assertThat(chinese.locator("#member-log")).containsText("查看了会员");
        assertThat(chinese.locator("#member-life")).containsText("加入");
        assertAccessible(chinese);
        picture(chinese, "member-life-zh");
    }

    @Test
    void notes_for_the_office_stay_in_the_office() {
        Counter counter = Counter.open("P1");
        page(counter, counter.tenant.person("SERVICE_AGENT"));
        write("Prefers the blue bag", false);
        write("Called twice about a refund", true);
        assertThat(page.locator("#member-notes")).containsText("Called twice about a refund");
        TestTenant.Person staff = counter.tenant.person("STORE_STAFF", "LDN1");
        Page phone = phoneIn(ENGLISH);
        signIn(phone, counter.tenant, staff);
        phone.navigate("/store/?member=" + counter.member);
        assertThat(phone.locator(".face").first()).containsText("Prefers the blue bag");
        assertThat(phone.locator("main")).not().containsText("Called twice");
    }

    @Test
    void every_look_at_a_member_is_in_the_log_that_auditors_read() {
        Counter counter = Counter.open("P1");
        Page phone = phoneIn(ENGLISH);
        signIn(phone, counter.tenant, counter.tenant.person("STORE_STAFF", "LDN1"));
        phone.navigate("/store/?member=" + counter.member);
        signIn(page, counter.tenant, counter.tenant.person("FINANCE"));
        page.navigate("/console/audit?action=member.viewed");
        assertThat(page.locator("tbody tr").first()).containsText("Pat STORE_STAFF");
        assertThat(page.locator("tbody tr").first()).containsText("looked at the member");
        assertAccessible(page);
        picture(page, "audit-en");
    }

    @Test
    void who_was_shown_to_whom_in_a_list_or_a_search_is_in_the_log_too() {
        Counter counter = Counter.open("P1");
        Page phone = phoneIn(ENGLISH);
        signIn(phone, counter.tenant, counter.tenant.person("STORE_STAFF", "LDN1"));
        phone.navigate("/store/");
        phone.locator("#search").pressSequentially("0471");
        phone.locator(".hit").first().waitFor();
        Page office = deskIn(ENGLISH);
        signIn(office, counter.tenant, counter.tenant.person("MARKETER"));
        office.navigate("/console/members");
        office.navigate("/console/members?q=nobody-is-called-so");
        signIn(page, counter.tenant, counter.tenant.person("FINANCE"));
        page.navigate("/console/audit?action=member.viewed");
        assertThat(page.locator("tbody tr").first()).containsText("Pat MARKETER");
        assertThat(page.locator("tbody tr").first()).containsText("was shown members in a list");
        page.locator("tbody tr summary").first().click();
        assertThat(page.locator("tbody tr").first()).containsText(counter.member);
        assertThat(page.locator("tbody tr").last()).containsText("Pat STORE_STAFF");
        assertAccessible(page);
        picture(page, "audit-lists-en");
    }

    @Test
    void a_list_is_filtered_and_a_view_of_it_kept() {
        Counter counter = Counter.open("P2");
        String other = counter.member("Grace Hopper", "+447700900888");
        counter.report("1", 900_00, other).expect(201);
        counter.api
                .post(
                        "/adjustments",
                        Map.of("memberId", other, "points", 700, "kind", "goodwill", "reason", "TEST", "note", "n"))
                .expect(200);
        signIn(page, counter.tenant, counter.tenant.owner());
        page.navigate("/console/members");
        assertThat(page.locator("tbody tr")).hasCount(2);
        page.locator(".filters summary").click();
        page.locator("#f-points").fill("500");
        page.locator("#f-go").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("Grace Hopper");
        assertThat(page.locator("#narrowed [data-filter=points]")).containsText("Points at least 500");
        page.locator("#views\\:name").fill("Many points");
        page.locator("#views\\:keep").click();
        assertThat(page.locator("#views .chip")).containsText("Many points");
        assertAccessible(page);
        picture(page, "members-filtered-en");
        page.navigate("/console/members?tier=none");
        page.navigate("/console/members");
        page.locator("#views .chip a").first().click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        Page chinese = deskIn(CHINESE);
        signIn(chinese, counter.tenant, counter.tenant.owner());
        chinese.navigate("/console/members?status=ACTIVE&joined=2026-01-01&points=500");
        assertThat(chinese.locator("#narrowed")).containsText("入会不早于");
        picture(chinese, "members-chips-zh");
        page.navigate("/console/members?status=BLOCKED&points=1");
        page.locator("#narrowed [data-filter=points] a").click();
        assertThat(page.locator("#narrowed li")).hasCount(1);
        assertThat(page.locator(".empty")).containsText("Nobody fits");
    }

    @Test
    void a_long_story_is_read_page_by_page_to_its_beginning() {
        Counter counter = Counter.open("P1");
        for (int day = 0; day < LONG; day++) {
            counter.report("R" + day, 1000 + 100L * day, counter.member, Counter.NOW.minus(day, ChronoUnit.HOURS))
                    .expect(201);
        }
        page(counter, counter.tenant.person("MARKETER"));
        assertThat(page.locator("[aria-labelledby=statement-title] .why")).hasCount(PAGE);
        assertThat(page.locator("#statement-pages")).not().containsText("Back to the newest");
        page.locator("#statement-pages a").click();
        assertThat(page.locator("[aria-labelledby=statement-title] .why")).hasCount(LONG - PAGE);
        assertThat(page.locator("[aria-labelledby=statement-title] .why").last())
                .containsText("R0");
        page.locator("#life-pages a").click();
        assertThat(page.locator("#member-life [data-event=ENROLLED]")).hasCount(1);
        assertThat(page.locator("#life-pages")).containsText("Back to the newest");
        assertAccessible(page);
        picture(page, "member-older-en");
        page.locator("#life-pages a").click();
        assertThat(page.locator("#member-life [data-event]")).hasCount(PAGE);
    }

    @Test
    void who_has_points_that_lapse_soon_is_listed_where_the_homes_figure_leads() {
        Counter counter = Counter.open("CDNOW");
        counter.member("Grace Hopper", "+447700900888");
        counter.api
                .put(
                        "/orders/shop/1",
                        Map.of(
                                "member", Map.of("id", counter.member),
                                "occurredAt", Counter.NOW.toString(),
                                "currency", "USD",
                                "status", "paid",
                                "lines", List.of(Map.of("lineId", "1", "sku", "A", "quantity", 1, "amount", 40_00))))
                .expect(201);
        signIn(page, counter.tenant, counter.tenant.owner());
        page.navigate("/console/members?lapse=2026-03-16");
        assertThat(page.locator(".empty")).containsText("Nobody fits");
        page.navigate("/console/members?lapse=2030-01-01");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("Ada Lovelace");
        page.navigate("/console/home");
        page.locator("[data-tile=expiring] a").click();
        assertThat(page.locator("#filters [name=lapse]")).hasValue("2026-04-13");
        page.navigate("/console/home");
        page.locator("[data-tile=accrued] a").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("Ada Lovelace");
    }

    private void write(String text, boolean forOffice) {
        page.locator("#note\\:text").fill(text);
        if (forOffice) {
            page.locator("#note\\:forOffice").check();
        }
        page.locator("#note\\:write").click();
        assertThat(page.locator("#office-done")).containsText("The note is kept.");
        assertThat(page.locator("#member-notes")).containsText(text);
    }

    private void page(Counter counter, TestTenant.Person person) {
        signIn(page, counter.tenant, person);
        page.navigate("/console/member?id=" + counter.member);
    }
}
