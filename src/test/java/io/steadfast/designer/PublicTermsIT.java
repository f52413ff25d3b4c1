package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read and tried before and after a program is published: terms, trials, files, and text that means harm. */
class PublicTermsIT extends BrowserTest {

    private static final String HOSTILE = "<script>document.title='taken'</script> =1+1 مرحبا 你好 \"'&";

    @Test
    void anybody_reads_the_terms_in_force_in_both_languages_and_no_script_runs_there() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        tenant.api().post("/programs", Map.of("code", "club", "template", "P2")).expect(201);
        String address = "/p/" + tenant.slug() + "/club/terms";
        expectConsoleError("404");
        assertThat(page.navigate(address).status()).isEqualTo(404);
        tenant.api()
                .post("/programs/club/draft/publish", Map.of("effectiveFrom", Storefront.SANDBOX_NOW.toString()))
                .expect(201);
        page.navigate(address);
        assertThat(page.locator("[data-version='1']")).isVisible();
        assertThat(page.locator("main")).containsText("VIB is reached at USD 350.00.");
        assertThat(page.locator("main"))
                .containsText("Example: as VIB, a purchase of USD 40.00 earns 50 Points. You earned 50 Points");
        assertThat(page.locator("script")).hasCount(0);
        assertAccessible(page);
        picture(page, "terms-en");
        page.locator("nav a[hreflang=zh-CN]").click();
        assertThat(page.locator("main")).containsText("第 1 版");
        assertThat(page.locator("main")).containsText("示例：VIB 消费 USD 40.00 可获得 50 积分。");
        picture(page, "terms-zh");
        assertThat(page.navigate("/p/" + tenant.slug() + "/nothing/terms").status())
                .isEqualTo(404);
        assertThat(page.navigate("/p/nobody/club/terms").status()).isEqualTo(404);
    }

    @Test
    void a_basket_is_tried_as_a_member_of_a_tier_with_each_step_of_the_arithmetic() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        signIn(page, tenant, tenant.owner());
        open("P2");
        page.locator("#tryout").click();
        page.locator("input[name=amount1]").fill("70.50");
        page.locator("select[name=tier]").selectOption("VIB");
        page.locator("form button[type=submit]").last().click();
        assertThat(page.locator("[data-side] .figure")).hasText("88 points");
        page.locator("[data-side] .proof summary").click();
        assertThat(page.locator("[data-side] .proof")).containsText("1.25");
        assertAccessible(page);
        picture(page, "tryout-en");
    }

    @Test
    void text_that_means_harm_is_shown_as_text_everywhere() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        signIn(page, tenant, tenant.owner());
        open("P2");
        Hands hands = new Hands(page);
        hands.change("[data-edit][data-path='/earning/rules/0/name/en']", HOSTILE);
        hands.section("tiers");
        hands.change("[data-edit][data-path='/tierSets/0/tiers/1/name/en']", HOSTILE);
        hands.section("terms");
        page.locator("textarea").first().fill(HOSTILE.repeat(50));
        page.locator("textarea").first().press("Tab");
        assertThat(page.locator("#draft-saved")).isVisible();
        hands.click("#review");
        assertThat(page.locator("main")).containsText(HOSTILE);
        hands.click("#go");
        page.navigate("/p/" + tenant.slug() + "/beauty-insider/terms");
        assertThat(page.locator("main")).containsText(HOSTILE);
        assertThat(page.title()).isNotEqualTo("taken");
        assertThat(page.locator("script")).hasCount(0);
    }

    @Test
    void a_program_leaves_as_a_file_and_comes_back_as_another_draft_unchanged() throws IOException {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        signIn(page, tenant, tenant.owner());
        open("P5");
        page.locator("#review").click();
        Download file = page.waitForDownload(() -> page.locator("#export").click());
        String document = Files.readString(file.path(), StandardCharsets.UTF_8);
        assertThat(ProgramDocumentCodec.write(ProgramDocumentCodec.read(document)))
                .isEqualTo(document);
        page.navigate("/console/programs");
        page.locator(".more-file summary").click();
        page.locator("#document-text").fill(document.replace("\"give-points\"", "\"given-again\""));
        page.locator("#import").click();
        assertThat(page.locator("[data-rule=purchase]")).isVisible();
        page.navigate("/console/programs");
        page.locator(".more-file summary").click();
        page.locator("#document-text").fill("{\"schemaVersion\": 4}");
        page.locator("#import").click();
        assertThat(page.locator(".note.danger")).isVisible();
    }

    private void open(String template) {
        page.navigate("/console/programs");
        page.locator("[data-template=" + template + "] input[type=submit]").click();
        assertThat(page.locator("#review")).isVisible();
    }

    @Test
    void the_workspace_is_calm_in_the_dark_and_on_a_phone_in_chinese() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        Page desk = deskIn(CHINESE);
        signIn(desk, tenant, tenant.owner());
        desk.navigate("/console/programs");
        desk.locator("[data-template=P2] input[type=submit]").click();
        desk.locator("[data-theme-switch]").click();
        for (String section : new String[] {"earn", "tiers", "rewards"}) {
            desk.locator("[data-section=" + section + "]").click();
            assertThat(desk.locator(".sections a.now")).hasAttribute("data-section", section);
            assertAccessible(desk);
            picture(desk, "dark-zh-" + section);
        }
    }
}
