package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A marketer makes a program out of a template, in the browser alone. */
class ProgramPageIT extends BrowserTest {

    @Test
    void a_changed_and_published_figure_judges_the_next_order_and_the_till_says_why() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        signIn(page, tenant, tenant.person("MARKETER"));
        page.navigate("/console/programs");
        page.locator("input[value='Use this template']").first().click();
        page.locator("[data-rule=purchase] .value.gain input").first().fill("2");
        page.locator("[data-rule=purchase] .value.gain input").first().press("Tab");
        assertThat(page.locator("[data-example=points]")).hasText("80 points");
        assertAccessible(page);
        picture(page, "program-en");
        page.locator("#review").click();
        assertAccessible(page);
        picture(page, "publish-en");
        page.locator("#go").click();
        assertThat(page.locator(".note.gain")).containsText("Version 1 is live");

        Storefront shop = new Storefront(tenant);
        String member = shop.enrol("Ada Lovelace", "+447700900012");
        shop.order(member, "1001", 4_000);
        Page till = phoneIn(ENGLISH);
        signIn(till, tenant, tenant.person("STORE_STAFF", "LDN1"));
        till.navigate("/store/?member=" + member);
        assertThat(till.locator("[data-wallet=points] .figure")).hasText("80");
        assertThat(till.locator(".why").first()).containsText("Points for buying");

        page.locator("[data-rule=purchase] .value.gain input").first().fill("1");
        page.locator("[data-rule=purchase] .value.gain input").first().press("Tab");
        page.locator("#review").click();
        assertThat(page.locator(".diff .gone")).containsText("2 per GBP 1.00");
        assertThat(page.locator("[data-affected=orders]")).containsText("80 → 40");
        assertAccessible(page);
        picture(page, "review-en");
    }

    @Test
    void a_reward_is_given_by_itself_after_one_click_and_the_review_says_so() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        TestTenant.Person marketer = tenant.person("MARKETER");
        signIn(page, tenant, marketer);
        page.navigate("/console/programs");
        page.locator("input[value='Use this template']").first().click();
        page.locator("#review").click();
        page.locator("#go").click();
        assertThat(page.locator(".note.gain")).containsText("Version 1 is live");
        page.navigate("/console/programs");
        page.locator("a[href*='/console/program?']").first().click();
        page.locator("[data-section=rewards]").click();
        // The shaker costs money too, so somebody has to ask for it.
        assertThat(page.locator("[data-rule=shaker] [data-value=redeem-itself]"))
                .hasCount(0);
        page.locator("[data-rule=voucher-5] details.beyond > summary").click();
        page.locator("[data-rule=voucher-5] [data-value=redeem-itself]").click();
        assertThat(page.locator("[data-rule=voucher-5]")).containsText("Given by itself as soon as points suffice");
        assertAccessible(page);
        picture(page, "reward-itself-en");
        page.locator("#review").click();
        assertThat(page.locator(".diff .come")).containsText("as soon as your points suffice");
        picture(page, "reward-itself-review-en");
        Page chinese = deskIn(CHINESE);
        signIn(chinese, tenant, marketer);
        chinese.navigate("/console/programs");
        chinese.locator("a[href*='/console/program?']").first().click();
        chinese.locator("[data-section=rewards]").click();
        assertThat(chinese.locator("[data-rule=voucher-5]")).containsText("积分足够即自动兑换");
        picture(chinese, "reward-itself-zh");
    }

    @Test
    void what_is_no_number_is_said_and_not_kept() {
        TestTenant tenant = TestTenants.make();
        new Storefront(tenant);
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/programs");
        page.locator("input[value='Use this template']").first().click();
        page.locator("[data-rule=purchase] .value.gain input").first().fill("two");
        page.locator("[data-rule=purchase] .value.gain input").first().press("Tab");
        assertThat(page.locator(".note.danger")).containsText("“two” isn’t a number");
        assertThat(page.locator("[data-example=points]")).hasText("40 points");
    }

    @Test
    void what_is_undone_can_be_redone_and_a_rule_is_added_with_one_click() {
        TestTenant tenant = TestTenants.make();
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/programs");
        page.locator("input[value='Use this template']").first().click();
        page.locator("[data-act=ADD][data-value=rule-first-order]").click();
        assertThat(page.locator("[data-rule=welcome]")).isVisible();
        page.locator("[data-act=UNDO]").click();
        assertThat(page.locator("[data-rule=welcome]")).hasCount(0);
        page.locator("[data-act=REDO]").click();
        assertThat(page.locator("[data-rule=welcome]")).isVisible();
        aClickOutlivesTheAnswerThatComesWhileTheButtonIsDown();
        rulesOfAGroupCountAsItsModeSays();
    }

    /** Leaving a figure by a click keeps it; its answer comes before the button is up and doesn't take the button away. */
    private void aClickOutlivesTheAnswerThatComesWhileTheButtonIsDown() {
        Locator button = page.locator("[data-act=ADD][data-value=rule-activity]");
        button.scrollIntoViewIfNeeded();
        button.evaluate("one => one.dataset.same = 'yes'");
        page.locator("[data-rule=welcome] .value.gain input").first().fill("70");
        button.hover();
        page.waitForResponse(
                answer -> answer.request().method().equals("POST"),
                () -> page.mouse().down());
        page.waitForFunction("() => PrimeFaces.ajax.Queue.isEmpty()");
        assertThat(page.locator("[data-same=yes]")).hasCount(1);
        page.mouse().up();
        assertThat(page.locator("[data-rule=activity]")).isVisible();
        assertThat(page.locator("[data-rule=welcome] .value.gain input").first())
                .hasValue("70");
        assertThat(page.locator("[data-same=yes]")).hasCount(0);
    }

    /** Two rules give 40 points each; in one group only the better of them counts, or both. */
    private void rulesOfAGroupCountAsItsModeSays() {
        page.locator("[data-act=ADD][data-value=rule-buying]").click();
        assertThat(page.locator("[data-example=points]")).hasText("80 points");
        page.locator("[data-rule=all-rules] details.beyond > summary").click();
        page.locator("[data-act=ADD][data-value=group]").click();
        assertThat(page.locator("[data-rule=group]")).isVisible();
        intoTheGroup("purchase");
        intoTheGroup("purchase-2");
        assertThat(page.locator("[data-example=points]")).hasText("40 points");
        assertThat(page.locator(".quote").first()).containsText("the best for you counts");
        page.locator("select[data-path='/earning/groups/0/mode']").selectOption("sum");
        assertThat(page.locator("[data-example=points]")).hasText("80 points");
        assertThat(page.locator(".quote").first()).containsText("add up");
    }

    private void intoTheGroup(String rule) {
        Locator own = page.locator("[data-rule=" + rule + "]");
        own.locator("details.beyond > summary").click();
        own.locator("select[data-path$='/group']").selectOption("group");
        assertThat(own.locator("select[data-path$='/group']")).hasValue("group");
    }

    @Test
    void two_people_at_one_draft_lose_nothing() {
        TestTenant tenant = TestTenants.make();
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/programs");
        page.locator("input[value='Use this template']").first().click();
        Page other = deskIn(ENGLISH);
        signIn(other, tenant, tenant.person("MARKETER"));
        other.navigate(page.url());
        page.locator("[data-rule=purchase] .value.gain input").first().fill("2");
        page.locator("[data-rule=purchase] .value.gain input").first().press("Tab");
        assertThat(page.locator("[data-example=points]")).hasText("80 points");
        other.locator("[data-rule=review] .value.gain input").first().fill("70");
        other.locator("[data-rule=review] .value.gain input").first().press("Tab");
        assertThat(other.locator(".note.warn[role=alert]")).containsText("“70”");
        assertThat(other.locator("[data-rule=purchase] .value.gain input").first())
                .hasValue("2");
        other.locator(".note.warn[role=alert] button").click();
        assertThat(other.locator("[data-rule=review] .value.gain input").first())
                .hasValue("70");
    }

    @Test
    void every_section_of_a_tiered_program_opens_and_is_accessible() {
        TestTenant tenant = TestTenants.make();
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/programs");
        page.locator("input[value='Use this template']").nth(1).click();
        for (String section :
                new String[] {"basics", "earn", "tiers", "expiry", "rewards", "plans", "giving", "limits", "terms"}) {
            page.locator("[data-section=" + section + "]").click();
            assertThat(page.locator(".sections a.now")).hasAttribute("data-section", section);
            assertThat(page.locator("[data-timeline] svg"))
                    .hasCount(List.of("earn", "tiers", "expiry").contains(section) ? 1 : 0);
            assertThat(page.locator("[data-brief]"))
                    .hasCount(List.of("plans", "giving", "limits").contains(section) ? 0 : 1);
            assertAccessible(page);
            picture(page, "designer-" + section);
        }
    }

    @Test
    void the_designer_speaks_chinese() {
        TestTenant tenant = TestTenants.make();
        Page desk = deskIn(CHINESE);
        signIn(desk, tenant, tenant.person("MARKETER"));
        desk.navigate("/console/programs");
        desk.locator("input[value='使用此模板']").first().click();
        assertThat(desk.locator("[data-rule=purchase] .sentence").first()).containsText("每消费");
        assertAccessible(desk);
        picture(desk, "program-zh");
    }
}
