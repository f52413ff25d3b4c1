package io.steadfast.programs.core;

import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import java.util.List;
import java.util.Optional;

/**
 * A rule: trigger, conditions, effect, limits, validity and how it stacks (domain 40).
 *
 * @param priority its place in the list; inside a group the place there; ties can't be published
 * @param group the group it belongs to
 * @param when what must hold for the order or activity, the member and the time
 * @param lines which lines count; empty means all
 * @param wallet where the points go; empty for a multiplier only
 * @param pointsClass whether multipliers reach it
 * @param basis other than {@link Earning#basis()}
 * @param budgets codes of the budgets it uses up
 * @param pending other than {@link Earning#pending()}
 * @param expiry instead of the tier's and the wallet's; empty means theirs
 */
public record EarningRule(
        RuleCode code,
        LocalText name,
        int priority,
        Optional<String> group,
        Trigger trigger,
        Optional<Condition> when,
        Optional<Condition> lines,
        Optional<MinimumBasket> minimumBasket,
        Optional<Validity> validity,
        Optional<WalletCode> wallet,
        PointsClass pointsClass,
        Effect effect,
        Optional<Basis> basis,
        Rounding rounding,
        List<Cap> caps,
        List<String> budgets,
        Optional<Pending> pending,
        List<ExpiryPolicy> expiry) {

    public EarningRule {
        caps = List.copyOf(caps);
        budgets = List.copyOf(budgets);
        expiry = List.copyOf(expiry);
    }

    /** Multipliers apply to base points only unless they say otherwise (domain 43). */
    public enum PointsClass {
        BASE,
        BONUS
    }
}
