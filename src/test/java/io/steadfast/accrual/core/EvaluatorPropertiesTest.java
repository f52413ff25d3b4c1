package io.steadfast.accrual.core;

import static io.steadfast.accrual.core.RandomPrograms.WALLET;
import static io.steadfast.accrual.core.RandomPrograms.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.RandomPrograms.Case;
import io.steadfast.programs.core.Cap;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.Rounding;
import io.steadfast.programs.core.RuleGroup;
import io.steadfast.shared.RuleCode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What holds for every program and basket; a failure names the seed and the smallest case it was shrunk to. */
class EvaluatorPropertiesTest {

    private static final int SCHEDULES = 1_000;

    @Test
    void the_shares_of_the_lines_add_up_to_the_points() {
        everyCase(all -> all.decisions()
                .forEach(decision -> decision.grants()
                        .forEach(grant -> assertThat(grant.shares().stream()
                                        .mapToLong(LineShare::points)
                                        .sum())
                                .isEqualTo(grant.points()))));
    }

    @Test
    void what_isnt_cut_is_the_exact_value_rounded_once_or_once_a_line() {
        everyCase(all -> all.decisions()
                .forEach(decision -> decision.grants().stream()
                        .filter(grant -> grant.arithmetic().caps().isEmpty())
                        .forEach(EvaluatorPropertiesTest::assertRoundedOnce)));
    }

    @Test
    void caps_and_budgets_are_never_exceeded() {
        everyCase(all -> {
            Usage usage = Usage.NONE;
            for (AccrualDecision decision : all.decisions()) {
                usage = Baskets.after(usage, decision);
            }
            for (EarningRule rule : all.rules()) {
                for (Cap cap : rule.caps()) {
                    usage.caps().entrySet().stream()
                            .filter(entry -> entry.getKey().rule().equals(Optional.of(rule.code()))
                                    && entry.getKey().unit() == cap.unit()
                                    && entry.getKey().scope() == cap.scope())
                            .forEach(entry -> assertThat(entry.getValue()).isLessThanOrEqualTo(cap.limit()));
                }
            }
            all.caps()
                    .forEach(cap -> assertThat(all.decisions().stream()
                                    .mapToLong(decision -> decision.pointsIn(WALLET))
                                    .sum())
                            .isLessThanOrEqualTo(cap.cap().limit()));
            usage.budgets().values().forEach(use -> {
                assertThat(use.points()).isLessThanOrEqualTo(700);
                assertThat(use.money()).isLessThanOrEqualTo(1_000);
            });
        });
    }

    @Test
    void the_same_values_give_the_same_decision_and_its_proofs_the_same_numbers() {
        everyCase(all -> {
            assertThat(all.decisions()).isEqualTo(all.decisions());
            all.decisions()
                    .forEach(decision -> decision.grants()
                            .forEach(grant ->
                                    assertThat(ProofReplay.differences(grant)).isEmpty()));
        });
    }

    @Test
    void every_rule_that_looks_is_applied_or_skipped_with_a_reason_and_never_both() {
        everyCase(all -> all.decisions().forEach(decision -> {
            List<RuleCode> seen = new ArrayList<>(decision.multipliersApplied());
            decision.grants().forEach(grant -> seen.add(grant.rule()));
            decision.skipped().forEach(skip -> {
                seen.add(skip.rule().orElseThrow());
                assertThat(skip.reasons()).isNotEmpty();
            });
            assertThat(seen)
                    .containsExactlyInAnyOrderElementsOf(
                            all.rules().stream().map(EarningRule::code).toList());
        }));
    }

    @Test
    void a_higher_amount_never_earns_less() {
        everyCase(all -> {
            Case uncapped = new Case(
                    all.rules().stream()
                            .map(rule -> with(rule, List.of(), Optional.empty()))
                            .toList(),
                    List.of(),
                    List.of(),
                    all.tier(),
                    all.orders());
            for (List<Long> amounts : all.orders()) {
                List<Long> more = new ArrayList<>(amounts);
                more.set(0, more.get(0) + 137);
                assertThat(points(uncapped, more)).isGreaterThanOrEqualTo(points(uncapped, amounts));
            }
        });
    }

    @Test
    void a_group_picks_what_its_mode_says() {
        everyCase(all -> {
            for (List<Long> amounts : all.orders()) {
                List<EarningRule> giving = all.rules().stream()
                        .filter(rule -> rule.wallet().isPresent())
                        .map(rule -> with(rule, List.of(), Optional.of("g")))
                        .toList();
                List<Fraction> alone = giving.stream()
                        .map(rule -> exact(all, List.of(rule), RuleGroup.Mode.SUM, amounts))
                        .toList();
                assertThat(exact(all, giving, RuleGroup.Mode.FIRST, amounts)).isEqualTo(alone.get(0));
                assertThat(exact(all, giving, RuleGroup.Mode.BEST_FOR_MEMBER, amounts))
                        .isEqualTo(alone.stream().max(Fraction::compareTo).orElseThrow());
                assertThat(exact(all, giving, RuleGroup.Mode.SUM, amounts))
                        .isEqualTo(alone.stream().reduce(Fraction.ZERO, Fraction::plus));
                assertThat(exact(all, giving, RuleGroup.Mode.LOWEST_COST, amounts))
                        .isEqualTo(alone.stream()
                                .filter(value -> value.signum() != 0)
                                .min(Fraction::compareTo)
                                .orElse(Fraction.ZERO));
            }
        });
    }

    @Test
    void parts_by_largest_remainder_add_up_and_lie_within_one_of_their_exact_share() {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            Random random = new Random(seed);
            long total = random.nextInt(10_000);
            List<Fraction> weights = random.ints(1 + random.nextInt(8), 0, 500)
                    .mapToObj(Fraction::of)
                    .toList();
            List<Long> parts = LargestRemainder.spread(total, weights);
            assertThat(parts.stream().mapToLong(Long::longValue).sum())
                    .as("seed %d", seed)
                    .isEqualTo(total);
            Fraction sum = weights.stream().reduce(Fraction.ZERO, Fraction::plus);
            for (int index = 0; index < parts.size() && sum.signum() != 0; index++) {
                Fraction exact = Fraction.of(total).times(weights.get(index)).dividedBy(sum);
                assertThat(parts.get(index))
                        .as("seed %d", seed)
                        .isBetween(exact.floor().longValueExact(), exact.ceil().longValueExact());
            }
        }
    }

    private static void assertRoundedOnce(Grant grant) {
        Arithmetic arithmetic = grant.arithmetic();
        Reckoning reckoning = Reckoning.of(Reckoning.Inputs.of(arithmetic));
        Rounding.Direction direction = arithmetic.rounding().direction();
        if (Reckoning.Inputs.of(arithmetic).level() == Rounding.Level.ORDER) {
            assertThat(BigInteger.valueOf(grant.points()))
                    .isEqualTo(arithmetic.exact().rounded(direction));
            return;
        }
        for (int index = 0; index < grant.shares().size(); index++) {
            assertThat(BigInteger.valueOf(grant.shares().get(index).points()))
                    .isEqualTo(reckoning.contributions().get(index).rounded(direction));
        }
    }

    private static Fraction exact(Case all, List<EarningRule> rules, RuleGroup.Mode mode, List<Long> amounts) {
        RuleGroup group = new RuleGroup("g", LocalText.of("Group", "组"), 1, mode, RuleGroup.Scope.ORDER);
        Case grouped = new Case(rules, List.of(group), List.of(), all.tier(), List.of(amounts));
        return grouped.decisions().get(0).grants().stream()
                .map(grant -> grant.arithmetic().exact())
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    private static long points(Case uncapped, List<Long> amounts) {
        return AccrualEvaluator.evaluate(
                        uncapped.program(), Baskets.inTier(uncapped.program(), uncapped.tier()), order(amounts))
                .pointsIn(WALLET);
    }

    private static EarningRule with(EarningRule rule, List<Cap> caps, Optional<String> group) {
        return new EarningRule(
                rule.code(),
                rule.name(),
                rule.priority(),
                group,
                rule.trigger(),
                rule.when(),
                rule.lines(),
                rule.minimumBasket(),
                rule.validity(),
                rule.wallet(),
                rule.pointsClass(),
                rule.effect(),
                rule.basis(),
                // A group compares exact values, so that a rule which rounds to nothing must not drop out of the sum.
                group.isPresent() ? new Rounding(Rounding.Direction.CEIL, Rounding.Level.ORDER) : rule.rounding(),
                caps,
                group.isPresent() || caps.isEmpty() ? List.of() : rule.budgets(),
                rule.pending(),
                rule.expiry());
    }

    private static void everyCase(Consumer<Case> property) {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            Case all = RandomPrograms.random(new Random(seed));
            if (fails(property, all)) {
                Case smallest = shrunk(property, all);
                System.err.println("seed " + seed + " shrunk to " + smallest);
                property.accept(smallest);
            }
        }
    }

    private static Case shrunk(Consumer<Case> property, Case failing) {
        Case smallest = failing;
        for (boolean again = true; again; ) {
            Optional<Case> next = smallest.smaller().stream()
                    .filter(candidate -> fails(property, candidate))
                    .findFirst();
            again = next.isPresent();
            smallest = next.orElse(smallest);
        }
        return smallest;
    }

    private static boolean fails(Consumer<Case> property, Case all) {
        try {
            property.accept(all);
            return false;
        } catch (AssertionError failed) {
            return true;
        }
    }
}
