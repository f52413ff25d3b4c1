package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The review before a publish, and what can be done about one afterwards. */
class PublishPageIT extends BrowserTest {

    private static final Instant NOW = Storefront.SANDBOX_NOW;
    private static final String RATE = "[data-rule=purchase] .value.gain input >> nth=0";

    @Test
    void a_scheduled_version_is_taken_back_and_an_earlier_one_is_gone_back_to() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", NOW.minusSeconds(86_400));
        signIn(page, tenant, tenant.person("MARKETER"));
        change("2");
        page.locator("#from").fill("2026-04-01");
        page.locator("#go").click();
        assertThat(page.locator(".note.gain")).containsText("Version 2 is scheduled");
        page.locator("#review").click();
        page.locator("[data-version='2'] summary").click();
        assertThat(page.locator("[data-version='2'] .come")).containsText("2 per GBP 1.00");
        // Members have version 1 until then, so the draft is compared with that; the one to come is a click away.
        assertThat(page.locator("[data-against='1']")).isVisible();
        assertThat(page.locator("#changes-title + p")).containsText("version 1, which is in force");
        assertThat(page.locator(".card-body > .diff .come, .card-body .come").first())
                .containsText("2 per GBP 1.00");
        assertAccessible(page);
        picture(page, "versions-ahead-en");
        page.locator("[data-against] a").last().click();
        assertThat(page.locator("[data-against='2']")).isVisible();
        assertThat(page.locator("#changes-title + p")).containsText("version 2, which begins on");
        page.locator("[data-version='2'] summary").click();
        page.locator("[data-version='2'] button[id$=withdraw]").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("[data-version='2']")).containsText("taken back");
        assertThat(page.locator("[data-version='2'] button[id$=withdraw]")).hasCount(0);
        // The draft still says 2, and follows version 1 again.
        page.locator("#go").click();
        assertThat(page.locator(".note.gain")).containsText("Version 3 is live");
        page.locator("#review").click();
        page.locator("[data-version='1'] summary").click();
        page.locator("[data-version='1'] input[id$=back]").click();
        assertThat(page.locator("#go")).isVisible();
        assertThat(page.locator(".diff .come").first()).containsText("1 per GBP 1.00");
        picture(page, "go-back-en");
        // A sandbox's clock stands still: the copy begins a day after what it follows.
        page.locator("#from").fill("2026-03-11");
        page.locator("#go").click();
        assertThat(page.locator(".note.gain")).containsText("Version 4 is scheduled");
    }

    @Test
    void where_it_takes_two_people_one_asks_and_another_approves() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", NOW.minusSeconds(86_400));
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/publish?code=club");
        page.locator("#rule").click();
        assertThat(page.locator("[data-people='2']")).isVisible();
        Page marketer = deskIn(CHINESE);
        signIn(marketer, tenant, tenant.person("MARKETER"));
        marketer.navigate("/console/program?code=club");
        marketer.locator(RATE).fill("3");
        marketer.locator(RATE).press("Tab");
        marketer.locator("#review").click();
        assertThat(marketer.locator("#go")).hasCount(0);
        marketer.locator("#ask").click();
        assertThat(marketer.locator("[data-waiting=true]")).isVisible();
        assertThat(marketer.locator("#agree")).hasCount(0);
        assertAccessible(marketer);
        picture(marketer, "asked-zh");
        page.navigate("/console/programs");
        page.locator("a.chip.when").click();
        assertThat(page.locator(".diff .come")).containsText("3 per GBP 1.00");
        picture(page, "agree-en");
        page.locator("#agree").click();
        assertThat(page.locator(".note.gain")).containsText("Version 2 is live");
        page.locator("#review").click();
        page.locator("[data-version='2'] summary").click();
        assertThat(page.locator("[data-version='2']")).containsText("Asked for by Pat MARKETER");
    }

    @Test
    void what_two_agreed_on_is_taken_back_by_one_and_everybody_is_told() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", NOW.minusSeconds(86_400));
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/publish?code=club");
        page.locator("#rule").click();
        Page marketer = deskIn(CHINESE);
        signIn(marketer, tenant, tenant.person("MARKETER"));
        marketer.navigate("/console/program?code=club");
        marketer.locator(RATE).fill("3");
        marketer.locator(RATE).press("Tab");
        marketer.locator("#review").click();
        marketer.locator("#from").fill("2026-04-01");
        marketer.locator("#ask").click();
        assertThat(marketer.locator("[data-waiting=true]")).isVisible();
        page.navigate("/console/programs");
        page.locator("a.chip.when").click();
        page.locator("#agree").click();
        assertThat(page.locator(".note.gain")).containsText("Version 2 is scheduled");
        page.locator("#review").click();
        page.locator("[data-version='2'] summary").click();
        page.locator("[data-version='2'] button[id$=withdraw]").click();
        assertThat(page.locator(".ui-confirm-dialog-message")).containsText("You take it back alone");
        picture(page, "withdraw-two-en");
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("#undone-by")).containsText("Pat MARKETER had asked for it and Olive Owner had agreed");
        assertAccessible(page);
        picture(page, "withdrawn-two-en");
        marketer.navigate("/console/program?code=club");
        assertThat(marketer.locator("#undone-by")).containsText("版本 2 已撤回");
        assertAccessible(marketer);
        picture(marketer, "withdrawn-two-zh");
        marketer.locator("#review").click();
        assertThat(marketer.locator("#go")).hasCount(0);
        assertThat(marketer.locator("#ask")).isVisible();
    }

    @Test
    void looking_at_a_program_without_a_draft_keeps_none_and_the_first_change_keeps_one() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", NOW.minusSeconds(86_400));
        signIn(page, tenant, tenant.person("MARKETER"));
        page.navigate("/console/program?code=club");
        page.locator("#drafts summary").click();
        page.locator("#discard").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator(RATE)).isVisible();
        for (String address : List.of("program", "publish", "tryout")) {
            page.navigate("/console/" + address + "?code=club");
            assertThat(page.locator("h1")).isVisible();
        }
        tenant.api().get("/programs/club/draft").expect(404);
        page.navigate("/console/program?code=club");
        page.locator(RATE).fill("4");
        page.locator(RATE).press("Tab");
        assertThat(page.locator("#draft-saved")).isVisible();
        tenant.api().get("/programs/club/draft").expect(200);
        page.locator("#review").click();
        assertThat(page.locator(".diff .come").first()).containsText("4 per GBP 1.00");
    }

    private void change(String rate) {
        page.navigate("/console/program?code=club");
        page.locator(RATE).fill(rate);
        page.locator(RATE).press("Tab");
        assertThat(page.locator("#draft-saved")).isVisible();
        page.locator("#review").click();
    }
}
