package io.steadfast.programs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.platform.i18n.Language;
import io.steadfast.platform.refusals.FieldError;
import io.steadfast.platform.refusals.RefusalTexts;
import io.steadfast.platform.rest.Json;
import io.steadfast.programs.core.Problem;
import io.steadfast.programs.core.ProblemCode;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.RewardTiming;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which rewards may redeem themselves, and how the program says so. */
class SelfRedeemingProgramsTest {

    private static final String SHADOWED_BY_FIRST = "rewards[1].redeemed";

    @Test
    void a_voucher_for_points_alone_may() {
        ProgramDocument document = changed("P2", tree -> itself(tree, 0));
        assertThat(document.rewards().get(0).redeemed()).isEqualTo(RewardTiming.WHEN_AFFORDABLE);
        assertThat(document.problems())
                .noneMatch(problem -> problem.path().endsWith(".redeemed"))
                .noneMatch(problem -> problem.severity() == Problem.Severity.PROBLEM);
        assertThat(terms(document, Locale.ENGLISH)).contains("as soon as your points suffice");
        assertThat(terms(document, Locale.SIMPLIFIED_CHINESE)).contains("自动为您兑换");
        assertThat(terms(changed("P2", tree -> {}), Locale.ENGLISH)).doesNotContain("as soon as your points suffice");
    }

    @Test
    void what_asks_for_more_than_points_may_not() {
        named("P10", tree -> itself(tree, 0), ProblemCode.ITSELF_WITHOUT_PRICE, "rewards[0].redeemed");
        named("P1", tree -> itself(tree, 2), ProblemCode.ITSELF_NEEDS_MONEY, "rewards[2].redeemed");
        named("P1", tree -> itself(tree, 2), ProblemCode.ITSELF_NEEDS_MEMBER, "rewards[2].redeemed");
        named("P2", tree -> itself(tree, 2), ProblemCode.ITSELF_NEEDS_MEMBER, "rewards[2].redeemed");
        for (String kind : List.of(
                "{\"kind\":\"donation\",\"amount\":500}",
                "{\"kind\":\"early_access\",\"products\":[]}",
                "{\"kind\":\"physical_item\",\"sku\":\"cup\"}")) {
            named(
                    "P2",
                    tree -> itself(tree, 0).set("gives", json(kind)),
                    ProblemCode.ITSELF_NEEDS_MEMBER,
                    "rewards[0].redeemed");
        }
        named("P11", tree -> credit(tree), ProblemCode.ITSELF_NEEDS_BASKET, "rewards[0].redeemed");
        named("P11", tree -> credit(tree), ProblemCode.ITSELF_PAYS_ITSELF, "rewards[0].redeemed");
    }

    @Test
    void one_that_always_goes_first_is_warned_of() {
        Consumer<JsonNode> both = tree -> {
            itself(tree, 0);
            itself(tree, 1);
        };
        named("P2", both, ProblemCode.ITSELF_SHADOWED, SHADOWED_BY_FIRST);
        unnamed(both.andThen(tree -> swap(tree)));
        unnamed(tree -> itself(tree, 1));
        unnamed(both.andThen(tree -> ((ObjectNode) tree.at("/rewards/0"))
                .putObject("perMember")
                .put("times", 1)
                .put("period", "year")));
        unnamed(both.andThen(tree -> ((ObjectNode) tree.at("/rewards/0/visible")).put("through", "2026-12-31")));
    }

    @Test
    void it_travels_with_the_program_and_only_when_it_is_said() {
        ProgramDocument document = changed("P2", tree -> itself(tree, 0));
        String written = ProgramDocumentCodec.write(document);
        assertThat(written).contains("\"redeemed\":\"when_affordable\"");
        assertThat(ProgramDocumentCodec.write(ProgramDocumentCodec.read(written)))
                .isEqualTo(written);
    }

    private static void named(String template, Consumer<JsonNode> change, ProblemCode code, String path) {
        Problem found = changed(template, change).problems().stream()
                .filter(problem -> problem.code() == code && problem.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " isn't said at " + path));
        FieldError error = ProblemReason.error(found);
        for (Language language : Language.values()) {
            String text = RefusalTexts.text(error.reason(), error.details(), language.locale());
            assertThat(text).isNotBlank().doesNotContain(code.name()).doesNotContain("{", "}");
        }
    }

    private static void unnamed(Consumer<JsonNode> change) {
        assertThat(changed("P2", change).problems())
                .extracting(Problem::code)
                .doesNotContain(ProblemCode.ITSELF_SHADOWED);
    }

    private static ProgramDocument changed(String template, Consumer<JsonNode> change) {
        JsonNode tree =
                ProgramDocumentCodec.tree(ProgramTemplates.find(template).orElseThrow());
        change.accept(tree);
        return ProgramDocumentCodec.read(tree.toString());
    }

    private static ObjectNode itself(JsonNode tree, int reward) {
        return ((ObjectNode) tree.at("/rewards/" + reward)).put("redeemed", "when_affordable");
    }

    private static void swap(JsonNode tree) {
        ArrayNode rewards = (ArrayNode) tree.at("/rewards");
        rewards.insert(0, rewards.remove(1));
    }

    private static void credit(JsonNode tree) {
        ObjectNode reward = ((ArrayNode) tree.at("/rewards")).addObject();
        reward.put("code", "more");
        reward.putObject("name").put("en", "More").put("zh-CN", "更多");
        reward.putObject("description");
        reward.putObject("gives").put("kind", "credit").put("wallet", "credit").put("amount", 500);
        reward.putObject("price").put("wallet", "credit").put("points", 500).putArray("byTier");
        reward.put("redeemed", "when_affordable").putObject("visible");
    }

    private static JsonNode json(String text) {
        return Json.with(new DocumentTypes()).tree(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String terms(ProgramDocument document, Locale language) {
        return TermsGenerator.generate(document, language).toString();
    }
}
