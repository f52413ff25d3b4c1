package io.steadfast.accrual.core;

import static io.steadfast.accrual.core.Baskets.NOON;
import static io.steadfast.accrual.core.Baskets.inTier;
import static io.steadfast.accrual.core.Baskets.line;
import static io.steadfast.accrual.core.Baskets.member;
import static io.steadfast.accrual.core.Baskets.order;
import static io.steadfast.accrual.core.RuleBuilder.fact;
import static io.steadfast.accrual.core.RuleBuilder.perDollar;
import static io.steadfast.accrual.core.RuleBuilder.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.Amounts;
import io.steadfast.programs.core.Basis;
import io.steadfast.programs.core.Cap;
import io.steadfast.programs.core.Condition;
import io.steadfast.programs.core.Condition.Operator;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.FactKind;
import io.steadfast.programs.core.MinimumBasket;
import io.steadfast.programs.core.Pending;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Rounding;
import io.steadfast.programs.core.Validity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What single parts of a rule do, on P2's wallet in the zone of Los Angeles; NOON is Tuesday 05:00 there. */
class AccrualRulesTest {

    private static final ProgramVersion P2 = Baskets.template("P2");

    @Test
    void a_started_step_counts_in_full_and_a_hike_of_620_m_earns_7() {
        Effect ascent = new Effect.PerUnit(
                BigDecimal.ONE, Optional.of("ascent"), BigDecimal.valueOf(100), Effect.Steps.STARTED);
        Activity hike = new Activity("hike", "app", "1", Baskets.MIA, NOON, Map.of("ascent", List.of("620")));
        assertThat(judged(hike, rule("hike", 1, ascent).onActivity("hike"))
                        .grants()
                        .get(0)
                        .points())
                .isEqualTo(7);
        Activity silent = Baskets.activity("hike", "2");
        assertThat(judged(silent, rule("hike", 1, ascent).onActivity("hike"))
                        .skipped()
                        .get(0)
                        .reasons())
                .containsExactly(SkipReason.ATTRIBUTE_MISSING);
    }

    @Test
    void five_percent_of_19_99_is_99_cents_of_credit() {
        assertThat(points(order("USD", 1999), rule("cashback", 1, new Effect.Percent(BigDecimal.valueOf(5)))))
                .isEqualTo(99);
    }

    @Test
    void whole_steps_count_full_ones_only() {
        Effect perTen = new Effect.PerAmount(BigDecimal.valueOf(3), Amounts.of("USD", 1000), Effect.Steps.WHOLE);
        assertThat(points(order("USD", 1999, 1000), rule("tens", 1, perTen))).isEqualTo(6);
        assertThat(points(
                        order("USD", 1999, 1000),
                        rule("tens", 1, perTen).rounded(Rounding.Direction.FLOOR, Rounding.Level.LINE)))
                .isEqualTo(6);
        assertThat(points(
                        order("USD", 1999, 1999),
                        rule("tens", 1, perTen).rounded(Rounding.Direction.FLOOR, Rounding.Level.LINE)))
                .isEqualTo(6);
        assertThat(points(order("USD", 1999, 1999), rule("tens", 1, perTen))).isEqualTo(9);
    }

    @Test
    void rounding_per_line_loses_what_rounding_per_order_keeps() {
        Order three = order("USD", 150, 150, 150);
        assertThat(points(three, rule("order", 1, perDollar(1)))).isEqualTo(4);
        assertThat(points(three, rule("line", 1, perDollar(1)).rounded(Rounding.Direction.FLOOR, Rounding.Level.LINE)))
                .isEqualTo(3);
        assertThat(points(
                        three, rule("half", 1, perDollar(1)).rounded(Rounding.Direction.HALF_UP, Rounding.Level.LINE)))
                .isEqualTo(6);
        assertThat(points(three, rule("ceil", 1, perDollar(1)).rounded(Rounding.Direction.CEIL, Rounding.Level.ORDER)))
                .isEqualTo(5);
    }

    @Test
    void forty_order_points_lie_on_the_lines_by_their_amounts() {
        AccrualDecision decision = judged(order("USD", 2000, 1000, 1000), rule("order", 1, new Effect.Fixed(40)));
        assertThat(decision.grants().get(0).shares())
                .containsExactly(new LineShare("L1", 20), new LineShare("L2", 10), new LineShare("L3", 10));
    }

    @Test
    void only_matching_lines_count() {
        EarningRule own = rule("own", 1, perDollar(1))
                .lines(fact(FactKind.SKU, Operator.IS_ONE_OF, "SKU2"))
                .build();
        AccrualDecision decision = judged(order("USD", 2000, 1000), own);
        assertThat(decision.grants().get(0).shares()).containsExactly(new LineShare("L2", 10));
        assertThat(reasons(judged(order("USD", 2000), own))).containsExactly(SkipReason.NO_LINE_MATCHES);
    }

    @Test
    void a_minimum_basket_stands_in_the_grant_and_below_it_nothing_is_given() {
        EarningRule bonus = rule("bonus", 1, new Effect.Fixed(50))
                .from(5000, MinimumBasket.OnReturn.ALL_OR_NOTHING)
                .build();
        assertThat(reasons(judged(order("USD", 4999), bonus))).containsExactly(SkipReason.BELOW_MINIMUM_BASKET);
        assertThat(judged(order("USD", 5000), bonus).grants().get(0).minimum())
                .contains(new Grant.Minimum(5000, MinimumBasket.OnReturn.ALL_OR_NOTHING));
    }

    @Test
    void weekday_and_time_are_those_of_the_programs_zone() {
        EarningRule early = rule("early", 1, new Effect.Fixed(5))
                .when(new Condition.All(List.of(
                        fact(FactKind.WEEKDAY, Operator.IS_ONE_OF, "TUESDAY"),
                        fact(FactKind.TIME_OF_DAY, Operator.BETWEEN, "22:00", "05:00"))))
                .build();
        assertThat(judged(order(NOON.minusSeconds(1), "USD", 100), early).grants())
                .hasSize(1);
        AccrualDecision later = judged(order(NOON, "USD", 100), early);
        assertThat(reasons(later)).containsExactly(SkipReason.CONDITION_NOT_MET);
        assertThat(later.skipped().get(0).conditions())
                .extracting(ConditionOutcome::outcome)
                .containsExactly(ConditionOutcome.Outcome.HELD, ConditionOutcome.Outcome.FAILED);
    }

    @Test
    void a_rule_holds_from_its_first_through_its_last_day_in_the_zone() {
        LocalDate day = LocalDate.of(2026, 3, 10);
        EarningRule dated = rule("dated", 1, new Effect.Fixed(5))
                .valid(new Validity(Optional.of(day), Optional.of(day)))
                .build();
        assertThat(judged(order(Instant.parse("2026-03-10T07:00:00Z"), "USD", 100), dated)
                        .grants())
                .hasSize(1);
        assertThat(judged(order(Instant.parse("2026-03-11T06:59:59Z"), "USD", 100), dated)
                        .grants())
                .hasSize(1);
        assertThat(reasons(judged(order(Instant.parse("2026-03-10T06:59:59Z"), "USD", 100), dated)))
                .containsExactly(SkipReason.OUTSIDE_VALIDITY);
        assertThat(reasons(judged(order(Instant.parse("2026-03-11T07:00:00Z"), "USD", 100), dated)))
                .containsExactly(SkipReason.OUTSIDE_VALIDITY);
    }

    @Test
    void a_tier_at_least_reaches_the_tiers_above() {
        EarningRule gift = rule("gift", 1, new Effect.Fixed(5))
                .bonus()
                .when(new Condition.Fact(
                        FactKind.TIER, Optional.of("STATUS"), Operator.AT_LEAST, List.of("VIB"), Optional.empty()))
                .build();
        ProgramVersion program = Baskets.withRules(P2, List.of(gift));
        assertThat(AccrualEvaluator.evaluate(program, inTier(program, "ROUGE"), order("USD", 100))
                        .grants())
                .hasSize(1);
        assertThat(AccrualEvaluator.evaluate(program, inTier(program, "INSIDER"), order("USD", 100))
                        .grants())
                .isEmpty();
        assertThat(AccrualEvaluator.evaluate(program, member(), order("USD", 100))
                        .grants())
                .isEmpty();
    }

    @Test
    void of_a_personal_attribute_only_the_outcome_is_kept() {
        MemberFacts.Attribute secret =
                new MemberFacts.Attribute(List.of("nuts"), MemberFacts.Attribute.Privacy.PERSONAL);
        MemberFacts base = member();
        MemberFacts facts = new MemberFacts(
                base.member(),
                base.kind(),
                base.employment(),
                base.enrolledAt(),
                base.birthday(),
                base.homeStore(),
                base.tiers(),
                base.crossed(),
                base.plans(),
                base.segments(),
                Map.of("allergy", secret),
                Set.of(),
                0,
                Usage.NONE);
        EarningRule rule = rule("care", 1, new Effect.Fixed(5))
                .when(new Condition.Fact(
                        FactKind.MEMBER_ATTRIBUTE,
                        Optional.of("allergy"),
                        Operator.IS_ONE_OF,
                        List.of("nuts"),
                        Optional.empty()))
                .build();
        ConditionOutcome outcome = AccrualEvaluator.evaluate(
                        Baskets.withRules(P2, List.of(rule)), facts, order("USD", 100))
                .grants()
                .get(0)
                .conditions()
                .get(0);
        assertThat(outcome.outcome()).isEqualTo(ConditionOutcome.Outcome.HELD);
        assertThat(outcome.observed()).isEmpty();
    }

    @Test
    void a_multiplier_reaches_only_its_lines_and_base_rules_and_is_rounded_once() {
        EarningRule base = rule("base", 1, perDollar(1)).build();
        EarningRule gift = rule("gift", 2, new Effect.Fixed(10)).bonus().build();
        EarningRule twice = rule("twice", 3, new Effect.Multiplier(BigDecimal.valueOf(2), Effect.Reach.BASE, List.of()))
                .lines(fact(FactKind.SKU, Operator.IS_ONE_OF, "SKU1"))
                .build();
        AccrualDecision decision = judged(order("USD", 150, 150), base, gift, twice);
        assertThat(decision.grants()).extracting(Grant::points).containsExactly(4L, 10L);
        assertThat(decision.grants().get(0).shares()).containsExactly(new LineShare("L1", 3), new LineShare("L2", 1));
        assertThat(decision.multipliersApplied()).containsExactly(twice.code());
    }

    @Test
    void two_times_and_three_times_is_four_times_when_added() {
        EarningRule base = rule("base", 1, perDollar(1)).build();
        AccrualDecision decision = judged(
                order("USD", 1000),
                base,
                rule("two", 2, new Effect.Multiplier(BigDecimal.valueOf(2), Effect.Reach.BASE, List.of()))
                        .build(),
                rule("three", 3, new Effect.Multiplier(BigDecimal.valueOf(3), Effect.Reach.BASE, List.of()))
                        .build());
        assertThat(decision.grants().get(0).points()).isEqualTo(40);
    }

    @Test
    void each_cap_says_for_how_long_nothing_more_is_given() {
        Map<SkipReason, Cap> caps = Map.of(
                SkipReason.ACTIVITY_CAP, cap(Cap.Scope.ACTIVITY, Cap.Period.EVER),
                SkipReason.DAILY_CAP, cap(Cap.Scope.MEMBER, Cap.Period.DAY),
                SkipReason.WEEKLY_CAP, cap(Cap.Scope.MEMBER, Cap.Period.WEEK),
                SkipReason.MONTHLY_CAP, cap(Cap.Scope.MEMBER, Cap.Period.MONTH),
                SkipReason.QUARTERLY_CAP, cap(Cap.Scope.MEMBER, Cap.Period.QUARTER),
                SkipReason.YEARLY_CAP, cap(Cap.Scope.MEMBER, Cap.Period.YEAR),
                SkipReason.TOTAL_CAP, cap(Cap.Scope.MEMBER, Cap.Period.EVER));
        caps.forEach((reason, cap) -> assertThat(reasons(judged(
                        order("USD", 4000), rule("reject", 1, perDollar(1)).capped(cap))))
                .containsExactly(reason));
    }

    private static Cap cap(Cap.Scope scope, Cap.Period period) {
        return new Cap(scope, period, Cap.Unit.POINTS, 25, Cap.Mode.REJECT);
    }

    @Test
    void a_multiplier_without_points_to_multiply_says_so() {
        EarningRule twice = rule("two", 1, new Effect.Multiplier(BigDecimal.valueOf(2), Effect.Reach.BASE, List.of()))
                .build();
        assertThat(reasons(judged(order("USD", 1000), twice))).containsExactly(SkipReason.NOTHING_TO_MULTIPLY);
    }

    @Test
    void a_cap_trims_or_rejects_and_says_so() {
        Cap trim = new Cap(Cap.Scope.MEMBER, Cap.Period.DAY, Cap.Unit.POINTS, 25, Cap.Mode.TRIM);
        Grant grant = judged(
                        order("USD", 2000, 2000), rule("trim", 1, perDollar(1)).capped(trim))
                .grants()
                .get(0);
        assertThat(grant.points()).isEqualTo(25);
        assertThat(grant.shares()).containsExactly(new LineShare("L1", 13), new LineShare("L2", 12));
        assertThat(grant.arithmetic().caps()).extracting(CapBite::reason).containsExactly(SkipReason.DAILY_CAP);
        Cap reject = new Cap(Cap.Scope.MEMBER, Cap.Period.DAY, Cap.Unit.POINTS, 25, Cap.Mode.REJECT);
        assertThat(reasons(judged(
                        order("USD", 4000), rule("reject", 1, perDollar(1)).capped(reject))))
                .containsExactly(SkipReason.DAILY_CAP);
    }

    @Test
    void the_basis_switches_let_tax_shipping_and_gift_cards_in() {
        OrderLine taxed = new OrderLine(
                "A",
                "a",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.ONE,
                1190,
                0,
                190,
                Set.of(),
                Map.of());
        Order bought = order(NOON, "USD", List.of(taxed, line("B", "b", 500, "gift_card")), List.of());
        assertThat(points(bought, rule("net", 1, perDollar(1)))).isEqualTo(10);
        assertThat(points(bought, rule("tax", 1, perDollar(1)).counting(new Basis(EnumSet.of(Basis.Part.TAX)))))
                .isEqualTo(11);
        assertThat(points(bought, rule("all", 1, perDollar(1)).counting(new Basis(EnumSet.allOf(Basis.Part.class)))))
                .isEqualTo(16);
    }

    @Test
    void points_wait_for_days_dates_and_events() {
        assertThat(activation(new Pending.AfterDays(14, Pending.Start.ACTIVITY)).at())
                .contains(Instant.parse("2026-03-24T12:00:00Z"));
        assertThat(activation(new Pending.AfterDays(14, Pending.Start.FULFILMENT))
                        .at())
                .isEmpty();
        assertThat(activation(new Pending.NextDate(List.of(MonthDay.of(4, 1)))).at())
                .contains(Instant.parse("2026-04-01T07:00:00Z"));
        Activation event = activation(new Pending.OnEvent("confirmed", 30));
        assertThat(event.at()).isEmpty();
        assertThat(event.cancelAt()).contains(Instant.parse("2026-04-09T12:00:00Z"));
    }

    @Test
    void a_wait_of_a_day_over_a_clock_change_keeps_the_time_of_day() {
        assertThat(ActivationCalculator.daysAfter(
                        Instant.parse("2026-03-08T01:00:00Z"), 1, ZoneId.of("America/Los_Angeles")))
                .isEqualTo(Instant.parse("2026-03-09T00:00:00Z"));
    }

    private static Activation activation(Pending pending) {
        return judged(order("USD", 100), rule("wait", 1, perDollar(1)).pending(pending))
                .grants()
                .get(0)
                .activation();
    }

    private static AccrualDecision judged(Order order, RuleBuilder rule) {
        return judged(order, rule.build());
    }

    private static AccrualDecision judged(Order order, EarningRule... rules) {
        return AccrualEvaluator.evaluate(Baskets.withRules(P2, Arrays.asList(rules)), member(), order);
    }

    private static AccrualDecision judged(Activity activity, RuleBuilder rule) {
        return AccrualEvaluator.evaluate(Baskets.withRules(P2, List.of(rule.build())), member(), activity);
    }

    private static long points(Order order, RuleBuilder rule) {
        return judged(order, rule).grants().get(0).points();
    }

    private static List<SkipReason> reasons(AccrualDecision decision) {
        assertThat(decision.grants()).isEmpty();
        return decision.skipped().get(0).reasons();
    }
}
