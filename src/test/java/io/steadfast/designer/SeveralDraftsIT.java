package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Two drafts of one program: one is published, the other takes over what it changed. */
class SeveralDraftsIT extends BrowserTest {

    private static final Instant NOW = Storefront.SANDBOX_NOW;
    private static final String RATE = "[data-rule=purchase] .value.gain input >> nth=0";
    private static final String REVIEW = "[data-rule=review] .value.gain input >> nth=0";

    @Test
    void one_draft_is_published_and_the_other_takes_over_its_changes_and_loses_none_of_its_own() throws IOException {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", NOW.minusSeconds(86_400));
        signIn(page, tenant, tenant.person("MARKETER"));
        page.navigate("/console/program?code=club");
        page.locator("#drafts summary").click();
        page.locator("#label").fill("Spring <b>offer</b>");
        page.locator("#rename").click();
        assertThat(page.locator("#drafts summary")).containsText("Spring <b>offer</b>");
        String spring = page.url();
        change(RATE, "2");
        page.locator("#drafts summary").click();
        assertAccessible(page);
        picture(page, "drafts-en");
        page.locator("#another").click();
        assertThat(page.locator("#drafts summary")).containsText("Draft 2");
        change(REVIEW, "70");
        page.locator("#review").click();
        page.locator("#go").click();
        assertThat(page.locator(".note.gain")).containsText("Version 2 is live");

        page.navigate(spring);
        assertThat(page.locator(RATE)).hasValue("2");
        page.locator("#review").click();
        assertThat(page.locator("[data-meanwhile='2'] .come")).containsText("70");
        assertThat(page.locator("#go")).hasCount(0);
        assertAccessible(page);
        picture(page, "meanwhile-en");
        page.locator("#takeover").click();
        assertThat(page.locator("[data-meanwhile]")).hasCount(0);
        assertThat(page.locator("#go")).isVisible();
        page.locator("a[href*='console/program?code=club']").first().click();
        assertThat(page.locator(RATE)).hasValue("2");
        assertThat(page.locator(REVIEW)).hasValue("70");
        page.locator("#drafts summary").click();
        Download file = page.waitForDownload(() -> page.locator("#export").click());
        String document = Files.readString(file.path(), StandardCharsets.UTF_8);
        assertThat(ProgramDocumentCodec.write(ProgramDocumentCodec.read(document)))
                .isEqualTo(document);
    }

    @Test
    void a_draft_is_thrown_away_after_a_question_and_the_switcher_speaks_chinese() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", NOW.minusSeconds(86_400));
        Page desk = deskIn(CHINESE);
        signIn(desk, tenant, tenant.owner());
        desk.navigate("/console/program?code=club");
        desk.locator("#drafts summary").click();
        desk.locator("#another").click();
        desk.locator("#drafts summary").click();
        assertThat(desk.locator("[data-draft]")).hasCount(2);
        picture(desk, "drafts-zh");
        desk.locator("#discard").click();
        desk.locator(".ui-confirmdialog-yes").click();
        desk.locator("#drafts summary").click();
        assertThat(desk.locator("[data-draft]")).hasCount(1);
    }

    private void change(String value, String to) {
        page.locator(value).fill(to);
        page.locator(value).press("Tab");
        assertThat(page.locator("#draft-saved")).isVisible();
        assertThat(page.locator(value)).hasValue(to);
    }
}
