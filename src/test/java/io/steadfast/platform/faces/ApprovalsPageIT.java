package io.steadfast.platform.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Everything that waits for a second person in one place, each with the way to where it is decided. */
class ApprovalsPageIT extends BrowserTest {

    private static final String RATE = "[data-rule=purchase] .value.gain input >> nth=0";

    @Test
    void a_program_that_somebody_wants_published_waits_there() {
        Instant now = Instant.parse("2026-03-10T10:00:00Z");
        TestTenant tenant = TestPrograms.sandboxWith(now, "P1", now.minusSeconds(86_400));
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/publish?code=club");
        page.locator("#rule").click();
        assertThat(page.locator("[data-people='2']")).isVisible();
        Page marketer = deskIn(ENGLISH);
        signIn(marketer, tenant, tenant.person("MARKETER"));
        marketer.navigate("/console/program?code=club");
        marketer.locator(RATE).fill("3");
        marketer.locator(RATE).press("Tab");
        marketer.locator("#review").click();
        marketer.locator("#ask").click();
        assertThat(marketer.locator("[data-waiting=true]")).isVisible();
        page.navigate("/console/approvals");
        assertThat(page.locator("#waiting-programs [data-waiting=club]")).containsText("Pat MARKETER");
        page.locator("#waiting-programs a").click();
        assertThat(page.locator("#agree")).isVisible();
    }

    @Test
    void whatever_waits_stands_there_and_leads_to_its_decision() {
        MatrixWorld world = MatrixWorld.open().furnished();
        signIn(page, world.tenant, world.tenant.owner());
        page.navigate("/console/approvals");
        assertThat(page.locator("#waiting-programs")).containsText("Nothing waits here");
        assertThat(page.locator("#waiting-extensions [data-waiting]")).containsText("Stores were closed");
        assertThat(page.locator("#waiting-reviews [data-waiting]")).containsText("Anna Berger");
        assertAccessible(page);
        picture(page, "approvals-en");
        page.locator("#waiting-reviews a").click();
        assertThat(page.locator("#review\\:approve")).isVisible();
        page.navigate("/console/approvals");
        page.locator("#waiting-extensions a").first().click();
        assertThat(page.locator("li[data-state=REQUESTED]")).hasCount(1);
    }

    @Test
    void each_sees_what_is_theirs_to_see() {
        MatrixWorld world = MatrixWorld.open().furnished();
        Page phone = phoneIn(CHINESE);
        signIn(phone, world.tenant, world.tenant.person("FINANCE"));
        phone.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("更多"))
                .click();
        phone.locator("a[href$='/console/approvals']:visible").click();
        assertThat(phone.locator("h1")).hasText("待批准事项");
        assertThat(phone.locator("#waiting-extensions [data-waiting]")).hasCount(1);
        assertThat(phone.locator("#waiting-reviews")).hasCount(0);
        assertAccessible(phone);
        picture(phone, "approvals-zh");
    }
}
