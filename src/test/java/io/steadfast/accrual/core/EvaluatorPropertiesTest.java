package io.steadfast.accrual.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.Amounts;
import io.steadfast.programs.core.Budget;
import io.steadfast.programs.core.Cap;
import io.steadfast.programs.core.Earning;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Rounding;
import io.steadfast.programs.core.RuleGroup;
import io.steadfast.programs.core.Trigger;
import io.steadfast.programs.core.WalletCap;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
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
    private static final WalletCode WALLET = new WalletCode("beauty-points");
    private static final ProgramVersion P2 = Baskets.template("P2");

    /** A program, a member of it and what they buy, order after order. */
    private record Case(
            List<EarningRule> rules,
            List<RuleGroup> groups,
            List<WalletCap> caps,
            String tier,
            List<List<Long>> orders) {

        ProgramVersion program() {
            Earning earning = P2.document().earning();
            return Baskets.inForce(P2.document()
                    .withEarning(new Earning(
                            rules,
                            groups,
                            earning.multipliers(),
                            earning.basis(),
                            earning.pending(),
                            List.of(new Budget(
                                    "pot",
                                    LocalText.of("Pot", "预算"),
                                    Optional.of(700L),
                                    Optional.of(1_000L),
                                    Cap.Mode.TRIM,
                                    Budget.OnReturn.GIVE_BACK)),
                            caps)));
        }

        List<AccrualDecision> decisions() {
            ProgramVersion program = program();
            Usage usage = Usage.NONE;
            List<AccrualDecision> decisions = new ArrayList<>();
            for (List<Long> amounts : orders) {
                AccrualDecision decision = AccrualEvaluator.evaluate(
                        program, Baskets.inTier(program, tier).withUsage(usage), order(amounts));
                decisions.add(decision);
                usage = Baskets.after(usage, decision);
            }
            return decisions;
        }

        List<Case> smaller() {
            List<Case> smaller = new ArrayList<>();
            for (int index = 0; index < orders.size(); index++) {
                smaller.add(new Case(rules, groups, caps, tier, without(orders, index)));
                for (int line = 0; line < orders.get(index).size(); line++) {
                    List<List<Long>> fewer = new ArrayList<>(orders);
                    fewer.set(index, without(orders.get(index), line));
                    smaller.add(new Case(rules, groups, caps, tier, fewer));
                }
            }
            for (int index = 0; index < rules.size(); index++) {
                smaller.add(new Case(without(rules, index), groups, caps, tier, orders));
            }
            return smaller;
        }
    }

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
                                .filter(value -> !value.isZero())
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
            for (int index = 0; index < parts.size() && !sum.isZero(); index++) {
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

    private static Order order(List<Long> amounts) {
        return Baskets.order("USD", amounts.stream().mapToLong(Long::longValue).toArray());
    }

    private static <T> List<T> without(List<T> all, int index) {
        List<T> fewer = new ArrayList<>(all);
        fewer.remove(index);
        return List.copyOf(fewer);
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
            Case all = random(new Random(seed));
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

    private static Case random(Random random) {
        List<EarningRule> rules = new ArrayList<>();
        rules.add(rule(random, 1, new Effect.PerAmount(BigDecimal.ONE, Amounts.of("USD", 100), Effect.Steps.EXACT)));
        int count = 1 + random.nextInt(4);
        for (int place = 2; place <= count; place++) {
            rules.add(rule(random, place, effect(random)));
        }
        List<List<Long>> orders = new ArrayList<>();
        for (int order = 0; order < 1 + random.nextInt(4); order++) {
            orders.add(random.longs(1 + random.nextInt(4), 0, 20_000).boxed().toList());
        }
        List<WalletCap> caps = random.nextBoolean()
                ? List.of()
                : List.of(new WalletCap(
                        WALLET,
                        new Cap(
                                Cap.Scope.MEMBER,
                                Cap.Period.DAY,
                                Cap.Unit.POINTS,
                                1 + random.nextInt(600),
                                mode(random))));
        String tier = List.of("INSIDER", "VIB", "ROUGE").get(random.nextInt(3));
        return new Case(rules, List.of(), caps, tier, orders);
    }

    private static Effect effect(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Effect.Fixed(1 + random.nextInt(100));
            case 1 ->
                new Effect.PerAmount(
                        BigDecimal.valueOf(1 + random.nextInt(50), 1),
                        Amounts.of("USD", 1 + random.nextInt(1_000)),
                        Effect.Steps.values()[random.nextInt(3)]);
            case 2 ->
                new Effect.PerUnit(
                        BigDecimal.valueOf(1 + random.nextInt(9)),
                        Optional.empty(),
                        BigDecimal.valueOf(1 + random.nextInt(3)),
                        Effect.Steps.values()[random.nextInt(3)]);
            default ->
                new Effect.Multiplier(
                        BigDecimal.valueOf(11 + random.nextInt(30), 1),
                        Effect.Reach.values()[random.nextInt(2)],
                        List.of());
        };
    }

    private static EarningRule rule(Random random, int place, Effect effect) {
        boolean multiplies = effect instanceof Effect.Multiplier;
        return new EarningRule(
                new RuleCode("r" + place),
                LocalText.of("Rule " + place, "规则 " + place),
                place,
                Optional.empty(),
                new Trigger.OnOrder(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                multiplies ? Optional.empty() : Optional.of(WALLET),
                EarningRule.PointsClass.values()[random.nextInt(2)],
                effect,
                Optional.empty(),
                new Rounding(
                        Rounding.Direction.values()[random.nextInt(3)], Rounding.Level.values()[random.nextInt(2)]),
                multiplies || random.nextBoolean() ? List.of() : List.of(cap(random)),
                multiplies || random.nextBoolean() ? List.of() : List.of("pot"),
                Optional.empty(),
                List.of());
    }

    private static Cap cap(Random random) {
        return random.nextBoolean()
                ? new Cap(Cap.Scope.MEMBER, Cap.Period.DAY, Cap.Unit.TIMES, 1 + random.nextInt(3), mode(random))
                : new Cap(Cap.Scope.MEMBER, Cap.Period.MONTH, Cap.Unit.POINTS, 1 + random.nextInt(400), mode(random));
    }

    private static Cap.Mode mode(Random random) {
        return Cap.Mode.values()[random.nextInt(2)];
    }
}
