package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.Api;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Storefront;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The largest program one may think of stays one that can be worked on, and a save without a change changes no byte. */
class BigProgramIT extends BrowserTest {

    private static final int RULES = 200;
    private static final int REWARDS = 100;
    private static final int TIERS = 20;
    private static final Duration BOUND = Duration.ofSeconds(20);

    @Test
    void two_hundred_rules_a_hundred_rewards_and_twenty_tiers_are_edited_and_saved() {
        TestTenant tenant = TestTenants.makeAt(Storefront.SANDBOX_NOW);
        tenant.api()
                .post("/programs", Map.of("code", "big", "document", ExactJson.tree(big())))
                .expect(201);
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/program?code=big");
        assertThat(page.locator("[data-rule]")).hasCount(RULES + 1);
        String value = "[data-rule=purchase-100] .value.gain input >> nth=0";
        long began = System.nanoTime();
        page.locator(value).fill("7");
        Duration typed = Duration.ofNanos(System.nanoTime() - began);
        page.locator(value).press("Tab");
        assertThat(page.locator("#draft-saved")).isVisible();
        assertThat(page.locator(value)).hasValue("7");
        Duration saved = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf(
                "big program: a typed figure after %d ms (1/%d of the bound), saved and shown after %d ms (1/%d of it)%n",
                typed.toMillis(),
                BOUND.toMillis() / Math.max(1, typed.toMillis()),
                saved.toMillis(),
                BOUND.toMillis() / Math.max(1, saved.toMillis()));
        assertThat(saved).isLessThan(BOUND);
        Hands.awaitKept(page);
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
