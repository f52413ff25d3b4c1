package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The card beside the sections speaks as it would to the member, whatever language its designer reads. */
class CardLanguageIT extends BrowserTest {

    @Test
    void the_card_speaks_the_brands_language_and_a_members_own() {
        TestTenant tenant =
                TestPrograms.sandboxWith(Storefront.SANDBOX_NOW, "P2", Instant.parse("2026-01-01T05:00:00Z"));
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/settings");
        page.locator("#settings\\:language").selectOption("zh-CN");
        page.locator("#settings\\:keep").click();
        assertThat(page.locator(".told")).isVisible();
        member(tenant, "Ming", "zh-CN");
        member(tenant, "Ada", "en-GB");
        Page english = deskIn(ENGLISH);
        signIn(english, tenant, tenant.owner());
        english.navigate("/console/program?code=club&section=earn&language=en");
        Locator card = english.locator("[data-card=member]");
        assertThat(english.locator("#gets-title")).containsText("member");
        assertThat(card).hasAttribute("lang", "zh-CN");
        assertThat(card).containsText("积分");
        assertThat(english.locator(".card-note")).containsText("In Chinese");
        assertAccessible(english);
        picture(english, "card-chinese-en");
        choose(english, "Ada");
        assertThat(card).hasAttribute("lang", "en");
        assertThat(card).containsText("points");
        assertThat(english.locator(".card-note")).not().containsText("In Chinese");
        choose(english, "Ming");
        assertThat(card).hasAttribute("lang", "zh-CN");
        assertThat(card).containsText("积分");
    }

    private static void choose(Page page, String name) {
        page.locator("#find-member").fill(name);
        Locator one = page.locator("#real-member option", new Page.LocatorOptions().setHasText(name));
        one.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.locator("#real-member").selectOption(one.getAttribute("value"));
    }

    private static void member(TestTenant tenant, String name, String locale) {
        tenant.api()
                .post(
                        "/members",
                        Map.of(
                                "name",
                                name,
                                "locale",
                                locale,
                                "enrol",
                                List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201);
    }
}
