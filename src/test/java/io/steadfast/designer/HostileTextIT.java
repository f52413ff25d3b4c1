package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Text that means harm in every field that takes text, of every template and of what no template has. */
class HostileTextIT extends BrowserTest {

    private static final String HOSTILE =
            "=<img src=x onerror=\"document.title='taken'\"> {{7*7}} #{1+1} مرحبا 你好 '&\u202E";
    private static final List<String> CHARITIES = List.of("clean-seas", "safe-homes", "young-minds", "charity");
    /** The sections, each with the part of the document it shows; the limits are the rules' own. */
    private static final Map<String, String> SECTIONS = Map.of(
            "basics", "/basics",
            "earn", "/earning",
            "tiers", "/tierSets",
            "expiry", "/wallets",
            "rewards", "/rewards",
            "stamps", "/stampCards",
            "plans", "/plans",
            "giving", "/giving",
            "limits", "/earning",
            "terms", "/terms");

    /** Its sections are all looked at, whether they have a text of their own or not. */
    private static final String WHOLE = "conditions";

    /** Promises that bind a tenant that has no webhook for notices. */
    private static final Set<String> NOT_TO_PUBLISH = Set.of("promises");

    @Test
    void it_is_shown_as_text_in_every_section_the_review_the_trial_and_the_public_terms() {
        Map<String, HostileDocuments.Spoilt> all = HostileDocuments.all(HOSTILE);
        Set<String> fields = new TreeSet<>();
        all.values().forEach(one -> fields.addAll(one.fields()));
        // The walk finds them by itself; these are among them, or it looks at nothing.
        assertThat(fields)
                .contains(
                        "/basics/name/en",
                        "/earning/rules/*/name/zh-CN",
                        "/earning/rules/*/lines/of/*/values/*",
                        "/rewards/*/gives/sku",
                        "/tierSets/*/tiers/*/benefits/*/en",
                        "/terms/closing/zh-CN");
        all.forEach((name, spoilt) -> {
            // One each: wallets of different programs may not share a code.
            TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
            ((ObjectNode) spoilt.document().at("/terms/closing")).put("en", (HOSTILE + "\n").repeat(150));
            CHARITIES.forEach(charity -> tenant.api()
                    .post("/charities", Map.of("code", charity, "name", HOSTILE))
                    .expect(201));
            String code = spoilt.document().at("/basics/code").asText();
            tenant.api()
                    .post("/programs", Map.of("code", code, "document", spoilt.document()))
                    .expect(201);
            page.context().clearCookies();
            signIn(page, tenant, tenant.owner());
            sections(name, spoilt).forEach(section -> {
                page.navigate("/console/program?code=" + code + "&section=" + section);
                assertUntaken();
            });
            page.navigate("/console/tryout?code=" + code);
            assertUntaken();
            page.navigate("/console/publish?code=" + code);
            assertUntaken();
            assertThat(page.locator("main")).containsText(HOSTILE);
            if (!NOT_TO_PUBLISH.contains(name)) {
                publicTerms(tenant, code);
                (name.equals(WHOLE) ? List.of("programs", "home", "giving", "rewards") : List.of("rewards"))
                        .forEach(list -> {
                            page.navigate("/console/" + list);
                            assertUntaken();
                        });
            }
        });
    }

    private static Set<String> sections(String name, HostileDocuments.Spoilt spoilt) {
        Set<String> sections = new TreeSet<>(SECTIONS.keySet());
        if (!name.equals(WHOLE)) {
            sections.removeIf(section ->
                    spoilt.fields().stream().noneMatch(field -> field.startsWith(SECTIONS.get(section) + "/")));
        }
        return sections;
    }

    private void publicTerms(TestTenant tenant, String code) {
        page.locator("#go").click();
        assertThat(page.locator(".note.gain")).containsText("Version 1 is live");
        assertUntaken();
        // English last: the visitor keeps the language they read in.
        for (String language : List.of("zh-CN", "en")) {
            page.navigate("/p/" + tenant.slug() + "/" + code + "/terms?language=" + language);
            assertUntaken();
            assertThat(page.locator("main")).containsText(HOSTILE);
            assertThat(page.locator("script")).hasCount(0);
        }
    }

    @Test
    void it_is_typed_into_every_kind_of_field_and_what_is_no_such_value_is_refused_with_its_words() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/programs");
        page.locator("#new-name").fill(HOSTILE);
        page.locator("#new-worth").fill(HOSTILE.substring(0, 10));
        page.locator("#start").click();
        assertThat(page.locator(".note.danger")).isVisible();
        assertUntaken();
        assertThat(page.locator("#new-name")).hasValue(HOSTILE.substring(0, Math.min(80, HOSTILE.length())));
        page.locator("#new-worth").fill("1");
        page.locator("[data-template=P2] input[type=submit]").click();
        assertUntaken();
        for (String section : List.of("earn", "tiers", "rewards", "expiry")) {
            page.navigate(page.url().replaceAll("&section=.*", "") + "&section=" + section);
            for (String op : List.of("TEXT", "DECIMAL", "MONEY", "WHOLE")) {
                Locator fields = page.locator(".rule > .sentence input[data-edit=" + op + "]");
                if (fields.count() > 0) {
                    fields.first().fill(HOSTILE);
                    fields.first().press("Tab");
                    assertThat(
                                    op.equals("TEXT")
                                            ? page.locator("#draft-saved")
                                            : page.locator(".note.danger[role=alert]"))
                            .isVisible();
                    assertUntaken();
                }
            }
        }
        // A made-up basket: what was typed comes back as text.
        page.navigate("/console/tryout" + page.url().replaceAll(".*[?]", "?"));
        for (String field : List.of("category1", "sku1", "channel", "order", "find")) {
            page.locator("input[name=" + field + "]").fill(HOSTILE.substring(0, 60));
        }
        page.locator("form button[type=submit] >> nth=-1").click();
        assertThat(page.locator("input[name=find]")).hasValue(HOSTILE.substring(0, 60));
        assertUntaken();
    }

    @Test
    void a_file_that_leaves_has_it_as_text_of_its_document() throws IOException {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        ObjectNode tree = HostileDocuments.of(
                        ProgramTemplates.find("P2", new ProgramCode("bad")).orElseThrow(), HOSTILE)
                .document();
        tenant.api().post("/programs", Map.of("code", "bad", "document", tree)).expect(201);
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/publish?code=bad");
        Download file = page.waitForDownload(() -> page.locator("#export").click());
        JsonNode document = new ObjectMapper().readTree(Files.readString(file.path(), StandardCharsets.UTF_8));
        assertThat(document.at("/basics/name/en").asText()).isEqualTo(HOSTILE);
        assertThat(file.suggestedFilename()).isEqualTo("bad.json");
    }

    private void assertUntaken() {
        assertThat(page.locator("img[src=x]")).hasCount(0);
        assertThat(page.title()).isNotEqualTo("taken");
        assertThat(page.content()).doesNotContain("{{49}}");
    }
}
