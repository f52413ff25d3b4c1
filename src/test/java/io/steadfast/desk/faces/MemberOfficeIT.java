package io.steadfast.desk.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestTenant;
import io.steadfast.tills.Counter;
import org.junit.jupiter.api.Test;

/** The member's page: the whole story, notes by role, and the log of who looked; the list's filters and views. */
class MemberOfficeIT extends BrowserTest {

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
    void a_list_is_filtered_and_a_view_of_it_kept() {
        Counter counter = Counter.open("P2");
        String other = counter.member("Grace Hopper", "+447700900888");
        counter.report("1", 900_00, other).expect(201);
        counter.api
                .post(
                        "/adjustments",
                        java.util.Map.of(
                                "memberId", other, "points", 700, "kind", "goodwill", "reason", "TEST", "note", "n"))
                .expect(200);
        signIn(page, counter.tenant, counter.tenant.owner());
        page.navigate("/console/members");
        assertThat(page.locator("tbody tr")).hasCount(2);
        page.locator(".filters summary").click();
        page.locator("#f-points").fill("500");
        page.locator("#f-go").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("Grace Hopper");
        page.locator("#views\\:name").fill("Many points");
        page.locator("#views\\:keep").click();
        assertThat(page.locator("#views .chip")).containsText("Many points");
        assertAccessible(page);
        picture(page, "members-filtered-en");
        page.navigate("/console/members?tier=none");
        page.navigate("/console/members");
        page.locator("#views .chip a").first().click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.navigate("/console/members?status=BLOCKED");
        assertThat(page.locator(".empty")).containsText("Nobody fits");
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
