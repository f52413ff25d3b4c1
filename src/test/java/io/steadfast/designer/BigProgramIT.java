package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.Api;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The largest program one may think of stays one that can be worked on, and a save without a change changes no byte. */
class BigProgramIT extends BrowserTest {

    private static final int RULES = 200;
    private static final int REWARDS = 100;
    private static final int TIERS = 20;

    /** What a quiet machine keeps; a busy one is measured by how long a small program takes on it. */
    private static final long ECHO_MILLIS = 100;

    private static final long SAVED_MILLIS = 1_000;
    private static final long TIMES_SLOWER = 20;

    /**
     * How typing feels, by the browser's own clock: the middle of several figures.
     *
     * @param echoMillis from a key to the moment the page is free again with the figure in its box
     * @param savedMillis from leaving the box to the page that shows it as kept
     */
    private record Typing(long echoMillis, long savedMillis) {

        private static final int ROUNDS = 3;

        private static final String WATCH = """
                () => {
                  window.echoes = []; window.saves = [];
                  let key = 0; let left = 0;
                  document.addEventListener('keydown', event => { key = event.timeStamp; }, true);
                  document.addEventListener('input', () => {
                    const began = key;
                    setTimeout(() => window.echoes.push(Math.ceil(performance.now() - began)), 0);
                  });
                  document.addEventListener('change', () => { left = performance.now(); }, true);
                  jQuery(document).on('pfAjaxUpdated', (event, xhr, settings) => {
                    if (settings.source === 'edit') { window.saves.push(Math.ceil(performance.now() - left)); }
                  });
                }""";

        static Typing into(Page page, String rule) {
            Locator value =
                    page.locator("[data-rule=" + rule + "] .value.gain input").first();
            page.evaluate(WATCH);
            for (int round = 1; round <= ROUNDS; round++) {
                value.press("ControlOrMeta+a");
                value.press("1");
                value.press("2");
                value.press(Integer.toString(round));
                value.press("Tab");
                page.waitForFunction("saved => window.saves.length >= saved", round);
                assertThat(value).hasValue("12" + round);
            }
            assertThat(page.locator("#draft-saved")).isVisible();
            Hands.awaitKept(page);
            return new Typing(middle(page, "echoes"), middle(page, "saves"));
        }

        private static long middle(Page page, String what) {
            List<?> all = (List<?>) page.evaluate("() => window." + what + ".sort((one, other) => one - other)");
            return ((Number) all.get(all.size() / 2)).longValue();
        }

        @Override
        public String toString() {
            return "echo " + echoMillis + " ms, saved and shown after " + savedMillis + " ms";
        }
    }

    @Test
    void two_hundred_rules_a_hundred_rewards_and_twenty_tiers_are_edited_and_saved() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        tenant.api()
                .post("/programs", Map.of("code", "big", "document", ExactJson.tree(big())))
                .expect(201);
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/program?code=big");
        assertThat(page.locator("[data-rule]")).hasCount(RULES + 1);
        page.evaluate("() => { document.querySelector('[data-rule=purchase-99]').stays = true; }");
        Typing big = Typing.into(page, "purchase-100");
        assertThat((Boolean) page.evaluate("() => document.querySelector('[data-rule=purchase-99]').stays === true"))
                .as("a rule that the edit didn't change isn't drawn again")
                .isTrue();
        tenant.api()
                .post("/programs", Map.of("code", "small", "template", "P2"))
                .expect(201);
        page.navigate("/console/program?code=small");
        Typing small = Typing.into(page, "purchase");
        System.out.printf(
                "big program: %s; a small one on the same machine: %s; goals when it is quiet: echo %d ms, saved %d ms%n",
                big, small, ECHO_MILLIS, SAVED_MILLIS);
        assertThat(big.echoMillis()).isLessThanOrEqualTo(Math.max(ECHO_MILLIS, TIMES_SLOWER * small.echoMillis()));
        assertThat(big.savedMillis()).isLessThanOrEqualTo(Math.max(SAVED_MILLIS, TIMES_SLOWER * small.savedMillis()));
        page.navigate("/console/program?code=big");
        page.locator("[data-section=rewards]").click();
        assertThat(page.locator(".sections a.now")).hasAttribute("data-section", "rewards");
        page.locator("[data-section=tiers]").click();
        assertThat(page.locator(".sections a.now")).hasAttribute("data-section", "tiers");
        assertAccessible(page);
    }

    @Test
    void a_save_without_a_change_leaves_every_template_as_it_was_to_the_byte() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        for (String template : ProgramTemplates.names()) {
            String code = "t-" + template.toLowerCase(Locale.ROOT);
            tenant.api()
                    .post("/programs", Map.of("code", code, "template", template))
                    .expect(201);
            Api.Answer before = tenant.api().get("/programs/" + code + "/draft").expect(200);
            Api.Answer after = tenant.api()
                    .withHeader("If-Match", before.header("ETag"))
                    .put("/programs/" + code + "/draft", before.json())
                    .expect(200);
            assertThat(after.body()).as(template).isEqualTo(before.body());
        }
    }

    private static ProgramDocument big() {
        ObjectNode tree = ExactJson.tree(
                ProgramTemplates.find("P2", new ProgramCode("big")).orElseThrow());
        multiply((ArrayNode) tree.at("/earning/rules"), 0, RULES);
        ArrayNode rules = (ArrayNode) tree.at("/earning/rules");
        for (int at = 0; at < rules.size(); at++) {
            ((ObjectNode) rules.get(at)).put("priority", at + 1);
        }
        multiply((ArrayNode) tree.at("/rewards"), 0, REWARDS);
        ArrayNode tiers = (ArrayNode) tree.at("/tierSets/0/tiers");
        int top = tiers.size() - 1;
        multiply(tiers, top, TIERS);
        for (int at = top; at < tiers.size(); at++) {
            ((ObjectNode) tiers.get(at)).put("threshold", 100_000L + at * 1_000L);
        }
        return ProgramDocumentCodec.read(tree.toString());
    }

    /** The part at a place again and again, each with a code of its own. */
    private static void multiply(ArrayNode list, int place, int size) {
        for (int at = list.size(); at < size; at++) {
            ObjectNode copy = list.get(place).deepCopy();
            copy.put("code", copy.path("code").asText() + "-" + at);
            list.add(copy);
        }
    }
}
