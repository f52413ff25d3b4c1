package io.steadfast.accrual.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.steadfast.support.Api;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The review queue in the console: why an activity waits, and a person's decision. */
class ReviewPagesIT extends BrowserTest {

    @Test
    void a_service_agent_sees_why_an_activity_waits_and_approves_it_with_a_reason() {
        TestTenant tenant = open();
        String member = member(tenant.api(), "Anna Berger");
        hike(tenant.api(), "fast", "2026-06-06T08:00:00Z", 21_500, 3_600);
        signIn(page, tenant, tenant.person("SERVICE_AGENT"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Activities in review"))
                .first()
                .click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("21.5 km/h; up to 15 km/h is believed");
        assertAccessible(page);
        picture(page, "reviews-en");
        page.locator("tbody tr a").click();
        assertThat(page.locator("[data-state]")).hasText("Waiting");
        assertThat(page.locator("dl.facts")).containsText("21.5 km");
        assertThat(page.locator("dl.facts")).containsText("1 h 0 min");
        assertThat(page.getByText("7 Points for “Points for climbing”, Summit club"))
                .isVisible();
        page.locator("#review\\:approve").click();
        assertThat(page.getByText("Say why; the next person who asks will want to know."))
                .isVisible();
        page.getByLabel("Reason").fill("A mountain marathon");
        assertAccessible(page);
        picture(page, "review-en");
        page.locator("#review\\:approve").click();
        assertThat(page.locator("[data-state]")).hasText("Approved");
        assertThat(page.getByText("A mountain marathon")).isVisible();
        assertThat(page.locator("#review\\:approve")).hasCount(0);
        assertAccessible(page);
        page.navigate("/console/member?id=" + member);
        assertThat(page.locator(".tiles")).containsText("7");
        assertThat(page.locator("[data-purpose=activity_tracking]")).containsText("Agreed");
        picture(page, "member-consents-en");
        page.navigate("/console/reviews");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(2)))
                .hasText("Nothing waits");
        assertAccessible(page);
        picture(page, "reviews-empty-en");
    }

    @Test
    void the_pages_speak_chinese_and_fit_a_phone() {
        TestTenant tenant = open();
        member(tenant.api(), "李明");
        hike(tenant.api(), "one", "2026-06-06T08:00:00Z", 9_000, 10_800);
        hike(tenant.api(), "two", "2026-06-06T10:00:00Z", 9_000, 10_800);
        Page phone = phoneIn(CHINESE);
        signIn(phone, tenant, tenant.person("SERVICE_AGENT"));
        phone.navigate("/console/reviews");
        assertThat(phone.locator("tbody tr")).containsText("与该会员的 tracker/one 时间重叠");
        assertAccessible(phone);
        picture(phone, "reviews-zh");
        phone.locator("tbody tr a").click();
        phone.getByLabel("理由").fill("同一次徒步");
        assertAccessible(phone);
        picture(phone, "review-zh");
        phone.locator("#review\\:reject").click();
        assertThat(phone.locator("[data-state]")).hasText("已驳回");
        phone.navigate("/console/reviews?state=rejected");
        assertThat(phone.locator("tbody tr")).hasCount(1);
    }

    @Test
    void what_is_no_figure_that_anybody_reads_is_shown_as_it_was_told() {
        TestTenant tenant = open();
        member(tenant.api(), "Anna Berger");
        hike(tenant.api(), "one", "2026-06-06T08:00:00Z", 9_000, 10_800);
        hike(tenant.api(), "two", "2026-06-06T10:00:00Z", "1E+999999999", 10_800);
        signIn(page, tenant, tenant.person("SERVICE_AGENT"));
        page.navigate("/console/reviews");
        page.locator("tbody tr a").click();
        assertThat(page.locator("dl.facts")).containsText("1E+999999999");
        assertThat(page.locator("dl.facts")).containsText("3 h 0 min");
    }

    @Test
    void who_may_not_decide_sees_no_queue() {
        TestTenant tenant = open();
        signIn(page, tenant, tenant.person("MARKETER"));
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Activities in review")))
                .hasCount(0);
    }

    private static TestTenant open() {
        return TestPrograms.sandboxWith(
                Instant.parse("2026-06-06T20:00:00Z"), "P7", Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static String member(Api api, String name) {
        return api.post(
                        "/members",
                        Map.of(
                                "externalId",
                                "anna",
                                "name",
                                name,
                                "joinedAt",
                                "2026-01-01T00:00:00Z",
                                "consents",
                                List.of(Map.of(
                                        "purpose", "activity_tracking",
                                        "channel", "app",
                                        "granted", true,
                                        "at", "2026-01-01T00:00:00Z",
                                        "source", "app",
                                        "textVersion", "1")),
                                "enrol",
                                List.of(Map.of("program", "club", "channel", "app"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static void hike(Api api, String reference, String at, Object metres, long seconds) {
        api.post(
                        "/activities",
                        Map.of(
                                "type",
                                "activity",
                                "source",
                                "tracker",
                                "reference",
                                reference,
                                "member",
                                Map.of("externalId", "anna"),
                                "occurredAt",
                                at,
                                "attributes",
                                Map.of("kind", "hike", "distance", metres, "ascent", 620, "duration", seconds)))
                .expect(201);
    }
}
