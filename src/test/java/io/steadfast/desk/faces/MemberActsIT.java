package io.steadfast.desk.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestTenant;
import io.steadfast.tills.Counter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the office puts right on the page of a member, each with its reason, once, and told in the story. */
class MemberActsIT extends BrowserTest {

    @Test
    void two_members_are_seen_side_by_side_and_made_one_and_both_pages_tell_it() {
        Counter counter = Counter.open("P3");
        gift(counter, 300);
        String twice = counter.member("Ada L.", "+447700900472");
        open(counter, counter.tenant.owner());
        page.locator("#do-merge").click();
        page.locator("main input[name=q]").fill("0472");
        page.locator("main input[name=q]").press("Enter");
        page.locator("#merge-found a").click();
        assertThat(page.locator("#merge-preview")).containsText("300");
        assertAccessible(page);
        picture(page, "merge-preview-en");
        page.locator("#merge\\:go").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("#merge-preview .told")).containsText("Say why.");
        page.locator("#merge\\:reason").selectOption("DUPLICATE");
        page.locator("#merge\\:go").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("#office-done")).containsText("The two members are one now.");
        assertThat(page.locator("#member-life [data-event=MERGED]")).containsText("The same person twice");
        page.locator("#merged-from a").click();
        assertThat(page.locator("#merged-into")).containsText("Ada Lovelace");
        assertThat(page.locator("#member-acts")).hasCount(0);
        Page chinese = phoneIn(CHINESE);
        signIn(chinese, counter.tenant, counter.tenant.owner());
        chinese.navigate("/console/merge?id=" + counter.member + "&from=" + twice);
        assertThat(chinese.locator("#merge-refused")).containsText("此前已被合并");
        assertAccessible(chinese);
        picture(chinese, "merge-refused-zh");
    }

    @Test
    void points_are_adjusted_once_and_the_statement_says_why_in_which_words_and_who() {
        Counter counter = Counter.open("P3");
        open(counter, counter.tenant.person("SERVICE_AGENT"));
        page.locator("#do-adjust summary").click();
        page.locator("#adjust\\:points").fill("250");
        page.locator("#adjust\\:go").click();
        assertThat(page.locator("#do-adjust .told")).containsText("Say why.");
        assertThat(counter.spendable(counter.member)).isZero();
        page.locator("#adjust\\:reason").selectOption("COMPLAINT");
        page.locator("#adjust\\:note").fill("The parcel came late");
        assertAccessible(page);
        picture(page, "member-adjust-en");
        page.locator("#adjust\\:go").dblclick();
        assertThat(page.locator("#office-done")).containsText("The points are adjusted.");
        assertThat(counter.spendable(counter.member)).isEqualTo(250);
        assertThat(page.locator(".why").first()).containsText("A complaint");
        assertThat(page.locator(".why").first()).containsText("The parcel came late");
        assertThat(page.locator(".why").first()).containsText("Pat SERVICE_AGENT");
    }

    @Test
    void what_is_no_number_is_told_and_more_than_there_is_can_not_be_taken() {
        Counter counter = Counter.open("P3");
        open(counter, counter.tenant.person("SERVICE_AGENT"));
        page.locator("#do-adjust summary").click();
        page.locator("#adjust\\:reason").selectOption("MISTAKE");
        page.locator("#adjust\\:points").fill("many");
        page.locator("#adjust\\:go").click();
        assertThat(page.locator("#do-adjust .told")).containsText("whole number of points");
        page.locator("#adjust\\:points").fill("-5");
        page.locator("#adjust\\:go").click();
        assertThat(page.locator("#do-adjust .told")).not().containsText("whole number of points");
        assertThat(page.locator("#do-adjust .told li")).hasCount(1);
        assertThat(counter.spendable(counter.member)).isZero();
    }

    @Test
    void points_last_longer_and_calendar_and_story_tell_it_in_both_languages() {
        Counter counter = Counter.open("P3");
        gift(counter, 300);
        open(counter, counter.tenant.person("SERVICE_AGENT"));
        assertThat(page.locator("[data-month='2027-03'] .number").first()).containsText("300");
        page.locator("#do-extend summary").click();
        page.locator("#extend\\:lastDay").fill("2027-01-31");
        page.locator("#extend\\:reason").selectOption("GESTURE");
        page.locator("#extend\\:go").click();
        assertThat(page.locator("#do-extend .told li")).hasCount(1);
        page.locator("#extend\\:lastDay").fill("2030-12-31");
        page.locator("#extend\\:go").click();
        assertThat(page.locator("#office-done")).containsText("The points last longer.");
        assertThat(page.locator("[data-month='2030-12'] .number").first()).containsText("300");
        assertThat(page.locator("[data-month='2027-03']")).hasCount(0);
        assertThat(page.locator("#member-life [data-event=EXTENDED]")).containsText("A gesture");
        Page chinese = deskIn(CHINESE);
        signIn(chinese, counter.tenant, counter.tenant.owner());
        chinese.navigate("/console/member?id=" + counter.member);
        assertThat(chinese.locator("#member-life [data-event=EXTENDED]")).containsText("2030年12月31日");
        assertThat(chinese.locator("#member-calendar")).containsText("2030年12月");
        chinese.locator("#do-extend summary").click();
        assertAccessible(chinese);
        picture(chinese, "member-acts-zh");
    }

    @Test
    void an_account_that_lapses_by_inactivity_lasts_longer_too() {
        Counter counter = Counter.open("P2");
        counter.api
                .put(
                        "/orders/shop/1",
                        Map.of(
                                "member",
                                Map.of("id", counter.member),
                                "occurredAt",
                                "2026-03-10T12:00:00Z",
                                "currency",
                                "USD",
                                "status",
                                "paid",
                                "lines",
                                List.of(Map.of("lineId", "a", "sku", "balm", "quantity", 1, "amount", 200_00))))
                .expect(201);
        open(counter, counter.tenant.owner());
        assertThat(page.locator("[data-month='2027-03']")).hasCount(1);
        page.locator("#do-extend summary").click();
        page.locator("#extend\\:lastDay").fill("2028-06-30");
        page.locator("#extend\\:reason").selectOption("GESTURE");
        page.locator("#extend\\:go").click();
        assertThat(page.locator("[data-month='2028-06']")).hasCount(1);
    }

    @Test
    void a_tier_is_set_with_an_end_and_the_story_tells_it() {
        Counter counter = Counter.open("P2");
        open(counter, counter.tenant.owner());
        page.locator("#do-tier summary").click();
        page.locator("#hold\\:tier").selectOption("club/STATUS/ROUGE");
        page.locator("#hold\\:reason").selectOption("STATUS_MATCH");
        page.locator("#hold\\:go").click();
        assertThat(page.locator("#do-tier .told")).containsText("Choose the last day.");
        page.locator("#hold\\:lastDay").fill("2026-12-31");
        page.locator("#hold\\:go").click();
        assertThat(page.locator("#office-done")).containsText("The tier is set.");
        assertThat(page.locator("[data-tile^=tier]").first()).containsText("held through Dec 31, 2026");
        assertThat(page.locator("#member-life [data-event=TIER_SET]")).containsText("Came over with a tier");
        assertThat(page.locator("#member-log")).containsText("set a tier");
        page.locator("#do-release summary").click();
        page.locator("#release\\:go").click();
        page.locator(".ui-confirmdialog-yes:visible").click();
        assertThat(page.locator("#do-release .told")).containsText("Say why.");
        assertThat(page.locator("#release\\:tier")).containsText("set through Dec 31, 2026");
        picture(page, "member-release-en");
        page.locator("a[hreflang=zh-CN]").click();
        page.locator("#do-release summary").click();
        page.locator("#release\\:reason").selectOption("MISTAKE");
        assertAccessible(page);
        picture(page, "member-release-zh");
        page.locator("#release\\:go").click();
        assertThat(page.locator(".ui-confirm-dialog:visible")).containsText("立即结束人工设定的等级？");
        picture(page, "member-release-confirm-zh");
        page.locator(".ui-confirmdialog-yes:visible").click();
        assertThat(page.locator("#office-done")).containsText("人工设定的等级已结束。");
        assertThat(page.locator("[data-tile^=tier]").first()).not().containsText("2026");
        assertThat(page.locator("#member-life [data-event=TIER_ENDED]")).containsText("我方差错");
        assertThat(page.locator("#member-log")).containsText("提前结束手动等级");
        assertThat(page.locator("#do-release")).hasCount(0);
    }

    @Test
    void a_block_needs_a_reason_and_is_lifted_again() {
        Counter counter = Counter.open("P1");
        open(counter, counter.tenant.person("SERVICE_AGENT"));
        page.locator("#do-block summary").click();
        page.locator("#turn\\:block").click();
        assertThat(page.locator("#do-block .told")).containsText("Say why.");
        page.locator("#turn\\:reason").selectOption("FRAUD");
        page.locator("#turn\\:block").click();
        assertThat(page.locator("#office-done")).containsText("The member is blocked.");
        assertThat(page.locator(".page-head .chip")).hasText("Blocked");
        assertThat(page.locator("#member-life [data-event=BLOCKED]")).containsText("Suspicion of fraud");
        page.locator("#do-block summary").click();
        page.locator("#turn\\:reason").selectOption("CLEARED");
        page.locator("#turn\\:unblock").click();
        assertThat(page.locator(".page-head .chip")).hasText("Active");
        assertThat(page.locator("#member-life [data-event=UNBLOCKED]")).containsText("It was cleared up");
    }

    @Test
    void their_data_are_handed_out_as_a_file_and_a_member_is_erased_after_one_question() throws IOException {
        Counter counter = Counter.open("P3");
        gift(counter, 300);
        open(counter, counter.tenant.person("SERVICE_AGENT"));
        page.locator("#do-export summary").click();
        Download file = page.waitForDownload(() -> page.locator("#data\\:go").click());
        assertThat(Files.readString(file.path())).contains("Ada Lovelace").contains("+447700900471");
        assertThat(file.suggestedFilename()).isEqualTo("member-" + counter.member + ".json");
        page.reload();
        page.locator("#do-erase summary").click();
        page.locator("#erase\\:go").click();
        assertThat(page.locator(".ui-confirm-dialog")).containsText("Erase Ada Lovelace?");
        assertThat(page.locator(".ui-confirm-dialog")).containsText("300");
        assertAccessible(page);
        picture(page, "member-erase-en");
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("#office-done")).containsText("The member is erased.");
        assertThat(page.locator("main")).not().containsText("Ada Lovelace");
        counter.api.get("/members/" + counter.member).expect(404);
    }

    @Test
    void whoever_may_only_look_is_offered_nothing() {
        Counter counter = Counter.open("P3");
        open(counter, counter.tenant.person("FINANCE"));
        assertThat(page.locator("#member-calendar")).isVisible();
        assertThat(page.locator("#member-acts")).hasCount(0);
    }

    private static void gift(Counter counter, int points) {
        counter.api
                .post(
                        "/adjustments",
                        Map.of(
                                "memberId",
                                counter.member,
                                "points",
                                points,
                                "kind",
                                "goodwill",
                                "reason",
                                "WELCOME",
                                "note",
                                "n"))
                .expect(200);
    }

    private void open(Counter counter, TestTenant.Person person) {
        signIn(page, counter.tenant, person);
        page.navigate("/console/member?id=" + counter.member);
    }
}
