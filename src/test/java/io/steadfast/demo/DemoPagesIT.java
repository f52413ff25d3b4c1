package io.steadfast.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.steadfast.support.Api;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What each named template promises is read on the page of a demo member, in the running product. */
class DemoPagesIT extends BrowserTest {

    /** By template, the demo member and what their page says. */
    private static final Map<String, List<String>> SHOWN = new TreeMap<>(Map.of(
            "P1", List.of("0", "110"),
            "P2", List.of("3", "Rouge", "1,014"),
            "P3", List.of("1", "128", "Active"),
            "P4", List.of("3", "$5.00", "$2.50"),
            "P7", List.of("0", "+7"),
            "P10", List.of("1", "9"),
            "P11", List.of("2", "0.99"),
            "P14", List.of("0", "548", "+500")));

    @Test
    void the_figures_of_every_named_template_stand_on_a_demo_members_page() {
        SHOWN.forEach((template, seen) -> {
            page.context().clearCookies();
            TestTenant tenant = made(template);
            signIn(page, tenant, tenant.owner());
            page.navigate("/console/member?id=" + member(tenant, template, Integer.parseInt(seen.get(0))));
            seen.subList(1, seen.size())
                    .forEach(figure -> assertThat(page.locator("main")).containsText(figure));
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
