package io.steadfast.accrual.core;

import static io.steadfast.accrual.core.Baskets.member;
import static io.steadfast.accrual.core.Baskets.order;
import static io.steadfast.accrual.core.RuleBuilder.fact;
import static io.steadfast.accrual.core.RuleBuilder.perDollar;
import static io.steadfast.accrual.core.RuleBuilder.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.Condition.Operator;
import io.steadfast.programs.core.Earning;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.FactKind;
import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.RuleGroup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupChoiceTest {

    private static final EarningRule DOUBLE_ON_ONE = rule("one", 1, perDollar(2))
            .group("g")
            .lines(fact(FactKind.SKU, Operator.IS_ONE_OF, "SKU1"))
            .build();
    private static final EarningRule SINGLE_ON_ALL =
            rule("all", 2, perDollar(1)).group("g").build();

    @Test
    void the_best_rule_of_an_order_takes_the_whole_order() {
        AccrualDecision decision = judged(RuleGroup.Mode.BEST_FOR_MEMBER, RuleGroup.Scope.ORDER, 1000, 3000);
        assertThat(decision.grants()).extracting(grant -> grant.rule().value()).containsExactly("all");
        assertThat(decision.skipped().get(0).reasons()).containsExactly(SkipReason.NOT_BEST_IN_GROUP);
    }

    @Test
    void line_by_line_each_line_goes_to_its_own_best_rule() {
        AccrualDecision decision = judged(RuleGroup.Mode.BEST_FOR_MEMBER, RuleGroup.Scope.LINE, 1000, 3000);
        assertThat(decision.grants()).extracting(Grant::points).containsExactly(20L, 30L);
        assertThat(decision.grants().get(1).shares()).containsExactly(new LineShare("L2", 30));
    }

    @Test
    void the_first_rule_that_applies_wins_whatever_it_is_worth() {
        AccrualDecision decision = judged(RuleGroup.Mode.FIRST, RuleGroup.Scope.ORDER, 1000, 9000);
        assertThat(decision.grants()).extracting(grant -> grant.rule().value()).containsExactly("one");
        assertThat(decision.skipped().get(0).reasons()).containsExactly(SkipReason.NOT_FIRST_IN_GROUP);
    }

    @Test
    void the_lowest_cost_is_the_smallest_grant() {
        AccrualDecision decision = judged(RuleGroup.Mode.LOWEST_COST, RuleGroup.Scope.ORDER, 1000, 9000);
        assertThat(decision.grants()).extracting(grant -> grant.rule().value()).containsExactly("one");
        assertThat(decision.skipped().get(0).reasons()).containsExactly(SkipReason.NOT_CHEAPEST_IN_GROUP);
    }

    @Test
    void an_exclusive_group_that_applies_stops_what_comes_later() {
        EarningRule later = rule("later", 20, new Effect.Fixed(5)).build();
        EarningRule multiplier = rule("times", 21, new Effect.Multiplier(BigDecimal.TEN, Effect.Reach.ALL, List.of()))
                .build();
        AccrualDecision decision = AccrualEvaluator.evaluate(
                program(RuleGroup.Mode.EXCLUSIVE, RuleGroup.Scope.ORDER, later, multiplier),
                member(),
                order("USD", 1000, 3000));
        assertThat(decision.grants()).extracting(Grant::points).containsExactly(20L, 40L);
        assertThat(decision.skipped())
                .extracting(skip -> skip.reasons().get(0))
                .containsExactly(SkipReason.STOPPED_BY_EARLIER_GROUP, SkipReason.STOPPED_BY_EARLIER_GROUP);
    }

    @Test
    void an_exclusive_group_whose_rules_dont_apply_stops_nothing() {
        EarningRule never = rule("never", 1, new Effect.Fixed(1))
                .group("g")
                .when(fact(FactKind.CHANNEL, Operator.IS_ONE_OF, "moon"))
                .build();
        EarningRule later = rule("later", 20, new Effect.Fixed(5)).build();
        ProgramVersion program = program(List.of(never, later), RuleGroup.Mode.EXCLUSIVE, RuleGroup.Scope.ORDER);
        assertThat(AccrualEvaluator.evaluate(program, member(), order("USD", 1000))
                        .grants())
                .extracting(grant -> grant.rule().value())
                .containsExactly("later");
    }

    private static AccrualDecision judged(RuleGroup.Mode mode, RuleGroup.Scope scope, long... amounts) {
        return AccrualEvaluator.evaluate(program(mode, scope), member(), order("USD", amounts));
    }

    private static ProgramVersion program(RuleGroup.Mode mode, RuleGroup.Scope scope, EarningRule... more) {
        List<EarningRule> rules = new ArrayList<>(List.of(DOUBLE_ON_ONE, SINGLE_ON_ALL));
        rules.addAll(List.of(more));
        return program(rules, mode, scope);
    }

    private static ProgramVersion program(List<EarningRule> rules, RuleGroup.Mode mode, RuleGroup.Scope scope) {
        ProgramVersion p2 = Baskets.template("P2");
        Earning earning = p2.document().earning();
        RuleGroup group = new RuleGroup("g", LocalText.of("Group", "组"), 10, mode, scope);
        return Baskets.inForce(p2.document()
                .withEarning(new Earning(
                        rules,
                        List.of(group),
                        earning.multipliers(),
                        earning.basis(),
                        earning.pending(),
                        earning.budgets(),
                        earning.caps())));
    }
}
