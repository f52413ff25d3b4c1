package io.steadfast.accrual.core;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Programs and baskets by chance, always the same for a seed. */
final class RandomPrograms {

    static final WalletCode WALLET = new WalletCode("beauty-points");

    private static final ProgramVersion P2 = Baskets.template("P2");

    private RandomPrograms() {}

    /** A program, a member of it and what they buy, order after order. */
    record Case(
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

    static Order order(List<Long> amounts) {
        return Baskets.order("USD", amounts.stream().mapToLong(Long::longValue).toArray());
    }

    private static <T> List<T> without(List<T> all, int index) {
        List<T> fewer = new ArrayList<>(all);
        fewer.remove(index);
        return List.copyOf(fewer);
    }

    static Case random(Random random) {
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
