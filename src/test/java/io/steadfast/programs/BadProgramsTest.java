package io.steadfast.programs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.platform.i18n.Language;
import io.steadfast.platform.refusals.FieldError;
import io.steadfast.platform.refusals.RefusalTexts;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.CharityRegister;
import io.steadfast.programs.core.Problem;
import io.steadfast.programs.core.ProblemCode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every bad program that the product promises to refuse or to warn about, in one list: what is bad, the named reason and
 * its place, and that the reason is worded in every language.
 */
class BadProgramsTest {

    private static final CharityRegister CHARITIES = new CharityRegister(
            Set.of(new CharityCode("safe-homes"), new CharityCode("young-minds"), new CharityCode("clean-seas")),
            Set.of(new CharityCode("young-minds")));

    /** A bad program: a good template, and what spoils it. */
    record Bad(String what, String template, Consumer<JsonNode> spoiled, ProblemCode reason, String path) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Bad> programs() {
        return Stream.of(thresholdsAndPlans(), notices(), charitiesAndRewards(), exclusives(), margins())
                .flatMap(bad -> bad);
    }

    private static Stream<Bad> thresholdsAndPlans() {
        return Stream.of(
                new Bad(
                        "two tiers at the same threshold",
                        "P2",
                        tree -> at(tree, "/tierSets/0/tiers/2").put("threshold", 350_00),
                        ProblemCode.THRESHOLDS_OUT_OF_ORDER,
                        "tierSets[0].tiers[2].threshold"),
                new Bad(
                        "a higher tier that is easier to reach",
                        "P2",
                        tree -> at(tree, "/tierSets/0/tiers/2").put("threshold", 349_99),
                        ProblemCode.THRESHOLDS_OUT_OF_ORDER,
                        "tierSets[0].tiers[2].threshold"),
                new Bad(
                        "a reward for reaching the tier in which everybody begins",
                        "P2",
                        tree -> at(tree, "/tierSets/0/tiers/0").put("entryReward", "voucher-10"),
                        ProblemCode.ENTRY_REWARD_OF_BASE_TIER,
                        "tierSets[0].tiers[0].entryReward"),
                new Bad(
                        "a reward for reaching a tier that nobody defined",
                        "P2",
                        tree -> at(tree, "/tierSets/0/tiers/1").put("entryReward", "nothing"),
                        ProblemCode.ENTRY_REWARD_UNKNOWN,
                        "tierSets[0].tiers[1].entryReward"),
                new Bad(
                        "an event for reaching a tier, which is no voucher",
                        "P2",
                        tree -> at(tree, "/tierSets/0/tiers/1").put("entryReward", "rouge-evening"),
                        ProblemCode.ENTRY_REWARD_NO_VOUCHER,
                        "tierSets[0].tiers[1].entryReward"),
                new Bad(
                        "a plan without a price",
                        "P3",
                        tree -> ((ArrayNode) tree.at("/plans/0/prices")).removeAll(),
                        ProblemCode.PLAN_WITHOUT_PRICE,
                        "plans[0].prices"));
    }

    private static Stream<Bad> notices() {
        return Stream.of(
                new Bad(
                        "a notice as long as points live",
                        "P2",
                        tree -> notice(tree, "inactivity", 365),
                        ProblemCode.NOTICE_LONGER_THAN_EXPIRY,
                        "wallets[0].notice.days"),
                new Bad(
                        "a notice before an expiry that never comes",
                        "P2",
                        tree -> {
                            ((ArrayNode) at(tree, "/wallets/0").putArray("expiry"))
                                    .addObject()
                                    .put("kind", "never");
                            notice(tree, "", 30);
                        },
                        ProblemCode.NOTICE_WITHOUT_EXPIRY,
                        "wallets[0].notice"),
                new Bad(
                        "a notice that nobody sends",
                        "P2",
                        tree -> at(tree, "/wallets/0").putObject("notice").put("days", 30),
                        ProblemCode.NOTICE_WITHOUT_CHANNEL,
                        "wallets[0].notice.channel"),
                new Bad(
                        "a rule whose points lapse before the notice",
                        "P2",
                        tree -> {
                            notice(tree, "", 30);
                            lapsing(((ArrayNode) tree.at("/earning/rules/0/expiry")).addObject());
                        },
                        ProblemCode.NOTICE_LONGER_THAN_EXPIRY,
                        "earning.rules[0].expiry"),
                new Bad(
                        "a tier whose points lapse before the notice",
                        "P2",
                        tree -> {
                            notice(tree, "", 30);
                            lapsing(at(tree, "/tierSets/0/tiers/1/expiry")
                                    .putArray("beauty-points")
                                    .addObject());
                        },
                        ProblemCode.NOTICE_LONGER_THAN_EXPIRY,
                        "tierSets[0].tiers[1].expiry.beauty-points"));
    }

    private static Stream<Bad> charitiesAndRewards() {
        return Stream.of(
                new Bad(
                        "a charity the register doesn't know",
                        "P4",
                        tree -> at(tree, "/giving/charities/0").put("code", "nobody"),
                        ProblemCode.CHARITY_UNKNOWN,
                        "giving.charities[0].code"),
                new Bad(
                        "a charity that has closed",
                        "P4",
                        tree -> {},
                        ProblemCode.CHARITY_CLOSED,
                        "giving.charities[" + closed() + "].code"),
                new Bad(
                        "a reward in points that no rule gives",
                        "P2",
                        tree -> ((ArrayNode) tree.at("/earning/rules")).removeAll(),
                        ProblemCode.REWARD_UNAFFORDABLE,
                        "rewards[0].price.wallet"),
                new Bad(
                        "a reward above what a member may ever collect",
                        "P2",
                        tree -> ever(((ArrayNode) tree.at("/earning/caps"))
                                .addObject()
                                .put("wallet", "beauty-points")
                                .putObject("cap")),
                        ProblemCode.REWARD_UNAFFORDABLE,
                        "rewards[1].price.points"),
                new Bad(
                        "a reward above what all rules together may ever give",
                        "P2",
                        tree -> tree.at("/earning/rules")
                                .forEach(rule -> ever(((ArrayNode) rule.get("caps")).addObject())),
                        ProblemCode.REWARD_UNAFFORDABLE,
                        "rewards[1].price.points"));
    }

    private static Stream<Bad> exclusives() {
        return Stream.of(new Bad(
                "two exclusive groups that can hold for the same order",
                "P1",
                tree -> Exclusive.groups(tree, rule -> {}, rule -> {}),
                ProblemCode.EXCLUSIVE_GROUPS_OVERLAP,
                "earning.groups[1]"));
    }

    private static Stream<Bad> margins() {
        return Stream.of(
                new Bad(
                        "a cashback above the margin",
                        "P11",
                        tree -> at(tree, "/earning/rules/0/effect").put("percent", 40.01),
                        ProblemCode.GIVE_BACK_ABOVE_MARGIN,
                        "earning.rules[0].effect"),
                new Bad(
                        "points worth more than the margin to the highest tier",
                        "P2",
                        tree -> {
                            at(tree, "/basics").put("grossMarginPercent", 1);
                        },
                        ProblemCode.GIVE_BACK_ABOVE_MARGIN,
                        "earning.rules[0].effect"));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void a_bad_program_is_named_with_its_reason_and_place_in_every_language(Bad bad) {
        List<Problem> problems = problems(bad.template(), bad.spoiled());
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(bad.reason());
            assertThat(problem.path()).isEqualTo(bad.path());
        });
        Problem named = problems.stream()
                .filter(problem -> problem.code() == bad.reason())
                .findFirst()
                .orElseThrow();
        FieldError error = ProblemReason.error(named);
        for (Language language : Language.values()) {
            String text = RefusalTexts.text(error.reason(), error.details(), language.locale());
            assertThat(text).isNotBlank().doesNotContain(bad.reason().name()).doesNotContain("{", "}");
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void the_program_it_was_made_from_has_no_such_fault(Bad bad) {
        if (bad.reason() == ProblemCode.CHARITY_CLOSED) {
            return;
        }
        assertThat(problems(bad.template(), tree -> {}))
                .extracting(Problem::code)
                .doesNotContain(bad.reason());
    }

    private static List<Problem> problems(String template, Consumer<JsonNode> spoiled) {
        JsonNode tree =
                ProgramDocumentCodec.tree(ProgramTemplates.find(template).orElseThrow());
        spoiled.accept(tree);
        return ProgramDocumentCodec.read(tree.toString()).problems(CHARITIES);
    }

    private static int closed() {
        List<String> codes = ProgramTemplates.find("P4").orElseThrow().giving().charities().stream()
                .map(offered -> offered.code().value())
                .toList();
        return codes.indexOf("young-minds");
    }

    private static void notice(JsonNode tree, String expiry, int days) {
        if (!expiry.isEmpty()) {
            assertThat(tree.at("/wallets/0/expiry/0/kind").asText()).isEqualTo(expiry);
        }
        at(tree, "/wallets/0").putObject("notice").put("days", days).put("channel", "webhook");
    }

    private static void lapsing(ObjectNode policy) {
        policy.put("kind", "after_duration")
                .put("amount", 30)
                .put("unit", "days")
                .put("start", "activity");
    }

    private static void ever(ObjectNode cap) {
        cap.put("scope", "member")
                .put("period", "ever")
                .put("unit", "points")
                .put("limit", 2499)
                .put("mode", "trim");
    }

    private static ObjectNode at(JsonNode tree, String pointer) {
        return (ObjectNode) tree.at(pointer);
    }
}
