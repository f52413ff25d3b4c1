package io.steadfast.accrual.core;

import io.steadfast.programs.core.Amounts;
import io.steadfast.programs.core.Basis;
import io.steadfast.programs.core.Cap;
import io.steadfast.programs.core.Condition;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.ExpiryPolicy;
import io.steadfast.programs.core.FactKind;
import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.MinimumBasket;
import io.steadfast.programs.core.Pending;
import io.steadfast.programs.core.Rounding;
import io.steadfast.programs.core.Trigger;
import io.steadfast.programs.core.Validity;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A rule of which a test says only what it is about. */
final class RuleBuilder {

    private final RuleCode code;
    private final int priority;
    private final Effect effect;
    private Optional<String> group = Optional.empty();
    private Trigger trigger = new Trigger.OnOrder();
    private Optional<Condition> when = Optional.empty();
    private Optional<Condition> lines = Optional.empty();
    private Optional<MinimumBasket> minimum = Optional.empty();
    private Optional<Validity> validity = Optional.empty();
    private Optional<WalletCode> wallet = Optional.of(new WalletCode("beauty-points"));
    private EarningRule.PointsClass pointsClass = EarningRule.PointsClass.BASE;
    private Optional<Basis> basis = Optional.empty();
    private Rounding rounding = Rounding.DEFAULT;
    private List<Cap> caps = List.of();
    private List<String> budgets = List.of();
    private Optional<Pending> pending = Optional.empty();
    private List<ExpiryPolicy> expiry = List.of();

    private RuleBuilder(String code, int priority, Effect effect) {
        this.code = new RuleCode(code);
        this.priority = priority;
        this.effect = effect;
    }

    static RuleBuilder rule(String code, int priority, Effect effect) {
        RuleBuilder builder = new RuleBuilder(code, priority, effect);
        if (effect instanceof Effect.Multiplier) {
            builder.wallet = Optional.empty();
        }
        return builder;
    }

    /** So many points per USD 1.00. */
    static Effect perDollar(int points) {
        return new Effect.PerAmount(BigDecimal.valueOf(points), Amounts.of("USD", 100), Effect.Steps.EXACT);
    }

    static Condition fact(FactKind kind, Condition.Operator operator, String... values) {
        return new Condition.Fact(kind, Optional.empty(), operator, List.of(values), Optional.empty());
    }

    RuleBuilder group(String code) {
        group = Optional.of(code);
        return this;
    }

    RuleBuilder onActivity(String type) {
        trigger = new Trigger.OnActivity(type);
        return this;
    }

    RuleBuilder when(Condition condition) {
        when = Optional.of(condition);
        return this;
    }

    RuleBuilder lines(Condition condition) {
        lines = Optional.of(condition);
        return this;
    }

    RuleBuilder from(long amount, MinimumBasket.OnReturn onReturn) {
        minimum = Optional.of(new MinimumBasket(Amounts.of("USD", amount), onReturn));
        return this;
    }

    RuleBuilder valid(Validity dates) {
        validity = Optional.of(dates);
        return this;
    }

    RuleBuilder into(String code) {
        wallet = Optional.of(new WalletCode(code));
        return this;
    }

    RuleBuilder bonus() {
        pointsClass = EarningRule.PointsClass.BONUS;
        return this;
    }

    RuleBuilder counting(Basis other) {
        basis = Optional.of(other);
        return this;
    }

    RuleBuilder rounded(Rounding.Direction direction, Rounding.Level level) {
        rounding = new Rounding(direction, level);
        return this;
    }

    RuleBuilder capped(Cap cap) {
        caps = List.of(cap);
        return this;
    }

    RuleBuilder budget(String code) {
        budgets = List.of(code);
        return this;
    }

    RuleBuilder pending(Pending other) {
        pending = Optional.of(other);
        return this;
    }

    RuleBuilder lapsing(ExpiryPolicy policy) {
        expiry = List.of(policy);
        return this;
    }

    EarningRule build() {
        return new EarningRule(
                code,
                LocalText.of(code.value(), code.value()),
                priority,
                group,
                trigger,
                when,
                lines,
                minimum,
                validity,
                wallet,
                pointsClass,
                effect,
                basis,
                rounding,
                caps,
                budgets,
                pending,
                expiry);
    }
}
