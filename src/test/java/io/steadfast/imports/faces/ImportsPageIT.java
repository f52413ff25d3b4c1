package io.steadfast.imports.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** An owner gives a file, sees how far it is, and takes the errors home. */
class ImportsPageIT extends BrowserTest {

    /** So long that it takes some seconds. */
    private static final int LONG = 40_000;

    private static final int MOST_LOOKS = 600;

    private static TestTenant tenant() {
        return TestPrograms.sandboxWith(
                Instant.parse("2026-06-30T12:00:00Z"), "P1", Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static void give(Page desk, String csv) {
        desk.locator("#give\\:file")
                .setInputFiles(new FilePayload("会员.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        desk.locator("#give\\:take").click();
    }

    @Test
    void a_file_is_taken_and_its_errors_are_downloaded() throws IOException {
        TestTenant tenant = tenant();
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/imports");
        assertThat(page.locator("section").first()).containsText("Nothing was imported yet");
        page.locator("#give\\:rehearsal").uncheck();
        give(page, "externalId,name,email\n1,王芳,fang@example.test\n2,李雷,nowhere\n");
        assertThat(page.locator("li[data-state=COMPLETED]")).containsText("1 of 2 rows, 1 not taken");
        assertThat(page.locator("li[data-state=COMPLETED]")).containsText("会员.csv");
        assertAccessible(page);
        picture(page, "imports-en");
        Download errors = page.waitForDownload(
                () -> page.locator("li[data-state=COMPLETED] a.btn").click());
        Assertions.assertThat(Files.readString(errors.path())).contains("3,email,EMAIL_NOT_VALID,");
    }

    @Test
    void a_trial_run_is_the_first_offer_and_the_page_speaks_chinese() {
        TestTenant tenant = tenant();
        Page desk = deskIn(CHINESE);
        signIn(desk, tenant, tenant.owner());
        desk.navigate("/console/imports");
        give(desk, "externalId,name\n1,王芳\n");
        assertThat(desk.locator("li[data-state=COMPLETED]")).containsText("试运行");
        assertAccessible(desk);
        picture(desk, "imports-zh");
        Assertions.assertThat(tenant.api()
                        .get("/members?externalId=1")
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void columns_of_other_names_are_told_in_a_line_each() {
        TestTenant tenant = tenant();
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/imports");
        page.locator("#columns-of-file summary").click();
        page.locator("#give\\:rehearsal").uncheck();
        page.locator("#give\\:columns").fill("externalId = Customer no.\nshoe = Size");
        give(page, "Customer no.,Full name\n7,Ada\n");
        assertThat(page.locator("main")).containsText("A file of this kind has no such field.");
        assertThat(page.locator("#give\\:columns")).isVisible();
        assertThat(page.locator("#give\\:columns")).hasValue("externalId = Customer no.\nshoe = Size");
        page.locator("#give\\:kind").selectOption("ORDERS");
        page.locator("#give\\:columns").fill("");
        give(page, "reference,amount\n7,1.00\n");
        assertThat(page.locator("main")).containsText("Say which program a file of this kind is about.");
        page.locator("#give\\:kind").selectOption("MEMBERS");
        page.locator("#columns-of-file summary").click();
        page.locator("#give\\:columns").fill("externalId = Customer no.\n\nname= Full name ");
        assertAccessible(page);
        picture(page, "imports-columns-en");
        page.locator("#give\\:rehearsal").uncheck();
        give(page, "Customer no.,Full name\n7,Ada\n");
        assertThat(page.locator("li[data-state=COMPLETED]")).containsText("1 of 1 rows, 0 not taken");
        Assertions.assertThat(tenant.api()
                        .get("/members?externalId=7")
                        .expect(200)
                        .json()
                        .at("/items/0/name")
                        .asText())
                .isEqualTo("Ada");
    }

    @Test
    void a_long_file_shows_how_far_it_is_while_it_is_taken() {
        TestTenant tenant = tenant();
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/imports");
        page.locator("#give\\:rehearsal").uncheck();
        StringBuilder csv = new StringBuilder("externalId,name\n");
        for (int row = 0; row < LONG; row++) {
            csv.append(row).append(",Member ").append(row).append('\n');
        }
        give(page, csv.toString());
        List<Integer> seen = new ArrayList<>();
        while (page.locator("li[data-state=COMPLETED]").count() == 0 && seen.size() < MOST_LOOKS) {
            Object value = page.evaluate("document.querySelector('progress.way')?.value ?? -1");
            seen.add(((Number) value).intValue());
            page.waitForTimeout(200);
        }
        assertThat(page.locator("li[data-state=COMPLETED]")).containsText("40,000 of 40,000 rows, 0 not taken");
        Assertions.assertThat(
                        seen.stream().filter(value -> value > 0 && value < LONG).distinct())
                .as("the bar moves: %s", seen)
                .hasSizeGreaterThan(1);
    }

    @Test
    void whoever_may_not_do_it_by_hand_is_told_which_right_a_file_takes() {
        TestTenant tenant = tenant();
        Page desk = deskIn(CHINESE);
        TestTenant.Person marketer = tenant.person("MARKETER");
        signIn(desk, tenant, marketer);
        desk.navigate("/console/imports");
        assertThat(desk.locator("#closed li")).hasCount(5);
        assertThat(desk.locator("#closed")).containsText("期初积分余额：您无权导入，还需要以下权限：手工调整积分。");
        assertThat(desk.locator("#give\\:take")).hasCount(0);
        assertAccessible(desk);
        picture(desk, "imports-closed-zh");
        signIn(page, tenant, marketer);
        page.navigate("/console/imports");
        assertThat(page.locator("#closed"))
                .containsText(
                        "Orders: not open to you. It takes the right to give and take points by hand and to enrol and change members.");
        picture(page, "imports-closed-en");
    }

    @Test
    void nobody_gives_their_own_card_anything_by_a_file() throws IOException {
        TestTenant tenant = tenant();
        String own = tenant.owner().email();
        tenant.api()
                .post(
                        "/members",
                        Map.of(
                                "email",
                                own,
                                "joinedAt",
                                "2026-01-05T10:00:00Z",
                                "enrol",
                                List.of(Map.of("program", "club", "channel", "app"))))
                .expect(201);
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/imports");
        page.locator("#give\\:rehearsal").uncheck();
        page.locator("#give\\:kind").selectOption("BALANCES");
        give(page, "member.email,points,earnedAt\n" + own + ",500,2026-02-01\n");
        assertThat(page.locator("li[data-state=COMPLETED]")).containsText("0 of 1 rows, 1 not taken");
        Download errors = page.waitForDownload(
                () -> page.locator("li[data-state=COMPLETED] a.btn").click());
        Assertions.assertThat(Files.readString(errors.path())).contains("2,,OWN_CARD,");
        page.locator("#give\\:rehearsal").uncheck();
        page.locator("#give\\:kind").selectOption("ORDERS");
        page.locator("#give\\:program").selectOption("club");
        give(page, "reference,occurredAt,member.email,amount\n1,2026-02-01," + own + ",99.00\n2,2026-02-01,,5.00\n");
        assertThat(page.locator("li[data-state=COMPLETED]")).hasCount(2);
        assertThat(page.locator("li[data-state=COMPLETED]").first()).containsText("1 of 2 rows, 1 not taken");
    }

    @Test
    void a_file_without_its_columns_says_so() {
        TestTenant tenant = tenant();
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/imports");
        page.locator("#give\\:kind").selectOption("BALANCES");
        give(page, "externalId,name\n1,x\n");
        assertThat(page.locator("#give [role=alert], #give .note").first()).isVisible();
    }
}
