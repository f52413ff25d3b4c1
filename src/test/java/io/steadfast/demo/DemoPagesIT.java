package io.steadfast.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.steadfast.support.Api;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestTenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What each named template promises is read on the page of a demo member, in the running product. */
class DemoPagesIT extends BrowserTest {

    /** On whose page what is read: the template, which of its demo members, and figures. */
    private record Seen(String template, int member, String... figures) {}

    private static final List<Seen> SHOWN = List.of(
            new Seen("P1", 0, "110"),
            new Seen("P2", 0, "Insider", "349", "$0.01"),
            new Seen("P2", 1, "VIB", "362"),
            new Seen("P2", 2, "VIB", "438"),
            new Seen("P2", 3, "Rouge", "1,014"),
            new Seen("P3", 1, "128", "Active"),
            new Seen("P4", 3, "$5.00", "$2.50"),
            new Seen("P7", 0, "+7"),
            new Seen("P11", 2, "0.99"),
            new Seen("P14", 0, "548", "+500"));

    @Test
    void the_figures_of_every_named_template_stand_on_a_demo_members_page() {
        Map<String, TestTenant> made = new TreeMap<>();
        for (Seen seen : SHOWN) {
            TestTenant tenant = made.computeIfAbsent(seen.template(), DemoPagesIT::made);
            open(tenant, seen.template(), seen.member());
            List.of(seen.figures())
                    .forEach(figure -> assertThat(page.locator("main")).containsText(figure));
        }
    }

    private void open(TestTenant tenant, String template, int member) {
        page.context().clearCookies();
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/member?id=" + member(tenant, template, member));
    }

    @Test
    void a_coffee_drinker_has_nine_stamps_and_others_the_presents_of_their_days() {
        TestTenant tenant = made("P10");
        open(tenant, "P10", 1);
        assertThat(page.locator("#member-stamps [data-stamps]")).hasText("9 of 10 stamps");
        assertThat(page.locator("#member-stamps li.on")).hasCount(9);
        open(tenant, "P10", 0);
        appears("birthday voucher");
        open(tenant, "P10", 1);
        appears("anniversary voucher");
    }

    /** What a job gives of itself. */
    private void appears(String text) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    page.reload();
                    return page.locator("main").innerText().contains(text);
                });
    }

    @Test
    void a_member_who_brings_friends_shows_the_code_and_how_far_each_friend_is() {
        TestTenant tenant = made("P14");
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/member?id=" + member(tenant, "P14", 0));
        assertThat(page.locator("[data-code]")).hasText(java.util.regex.Pattern.compile("^[A-Z0-9-]{6,}$"));
        assertThat(page.locator("[data-friend]")).hasCount(4);
        assertThat(page.locator("[data-friend]", new Page.LocatorOptions().setHasText("Oliver Hughes")))
                .containsText("500");
        assertAccessible(page);
        picture(page, "member-friends-en");
        Page desk = deskIn(CHINESE);
        signIn(desk, tenant, tenant.owner());
        desk.navigate("/console/member?id=" + member(tenant, "P14", 0));
        assertThat(desk.locator("[data-friend]")).hasCount(4);
        picture(desk, "member-friends-zh");
    }

    private static TestTenant made(String template) {
        JsonNode made = Api.root()
                .get(TestDemo.PATH + "?template=" + template)
                .expect(200)
                .json();
        JsonNode owner = StreamSupport.stream(made.path("users").spliterator(), false)
                .filter(user -> user.path("role").asText().equals("owner"))
                .findFirst()
                .orElseThrow();
        return new TestTenant(
                made.path("slug").asText(),
                made.path("apiKey").asText(),
                new TestTenant.Person(
                        owner.path("email").asText(), owner.path("password").asText()));
    }

    private static String member(TestTenant tenant, String template, int place) {
        DemoBrand.DemoMember member = DemoBrand.all().stream()
                .filter(brand -> brand.template().equals(template))
                .findFirst()
                .orElseThrow()
                .members()
                .get(place);
        return tenant.api()
                .get("/members?email=" + member.email())
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
    }
}
