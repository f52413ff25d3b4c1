package io.steadfast.desk.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.tills.Counter;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Single points of a member: kept from use, given free, and brought back after they lapsed. */
class MemberLotActsIT extends BrowserTest {

    private final Counter counter = Counter.open("P3");

    @Test
    void points_are_kept_from_use_with_a_reason_and_given_free_again() {
        gift();
        open();
        page.locator("#do-keep summary").click();
        page.locator("#keep\\:go").click();
        assertThat(page.locator("#do-keep .told")).containsText("Say why.");
        assertThat(counter.spendable(counter.member)).isEqualTo(300);
        page.locator("#keep\\:reason").selectOption("FRAUD");
        assertAccessible(page);
        picture(page, "member-keep-en");
        page.locator("#keep\\:go").dblclick();
        assertThat(page.locator("#office-done")).containsText("kept from use");
        assertThat(counter.spendable(counter.member)).isZero();
        assertThat(page.locator(".why").first()).containsText("Suspicion of fraud");
        assertThat(page.locator("#do-keep")).hasCount(0);
        page.locator("#do-free summary").click();
        page.locator("#free\\:reason").selectOption("CLEARED");
        page.locator("#free\\:go").click();
        assertThat(page.locator("#office-done")).containsText("can be used again");
        assertThat(counter.spendable(counter.member)).isEqualTo(300);
        assertThat(page.locator("#do-free")).hasCount(0);
    }

    @Test
    void lapsed_points_come_back_once_with_a_last_day_of_their_own() {
        gift();
        counter.tenant.moveClock(Instant.parse("2027-05-10T12:00:00Z"));
        assertThat(counter.spendable(counter.member)).isZero();
        Page chinese = phoneIn(CHINESE);
        signIn(chinese, counter.tenant, counter.tenant.owner());
        chinese.navigate("/console/member?id=" + counter.member);
        chinese.locator("#do-revive summary").click();
        assertThat(chinese.locator("#revive\\:lot option")).hasCount(1);
        chinese.locator("#revive\\:lastDay").fill("2027-12-31");
        chinese.locator("#revive\\:reason").selectOption("GESTURE");
        assertAccessible(chinese);
        picture(chinese, "member-revive-zh-phone");
        chinese.locator("#revive\\:go").click();
        assertThat(chinese.locator("#office-done")).containsText("积分已恢复");
        assertThat(counter.spendable(counter.member)).isEqualTo(300);
        assertThat(chinese.locator("[data-month='2027-12'] .number").first()).containsText("300");
        assertThat(chinese.locator("#do-revive")).hasCount(0);
    }

    private void gift() {
        counter.api
                .post(
                        "/adjustments",
                        Map.of(
                                "memberId",
                                counter.member,
                                "points",
                                300,
                                "kind",
                                "goodwill",
                                "reason",
                                "WELCOME",
                                "note",
                                "n"))
                .expect(200);
    }

    private void open() {
        signIn(page, counter.tenant, counter.tenant.person("SERVICE_AGENT"));
        page.navigate("/console/member?id=" + counter.member);
    }
}
