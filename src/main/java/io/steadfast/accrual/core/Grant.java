package io.steadfast.accrual.core;

import io.steadfast.programs.core.MinimumBasket;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Points that a rule gives, with everything needed to post them, to take them back and to explain them.
 *
 * @param points in the wallet's smallest unit, more than 0
 * @param bonusPoints the part of {@code points} that multipliers and bonus rules made; derived for display only
 * @param shares what belongs to which line; the sum is {@code points}; empty for an activity
 * @param expiresAt the exclusive instant of the lot's own date; empty for never, or until the activation is known
 * @param minimum the basket this grant stands and falls with; empty where a return takes its share
 */
public record Grant(
        RuleCode rule,
        WalletCode wallet,
        long points,
        long bonusPoints,
        List<LineShare> shares,
        Activation activation,
        Optional<Instant> expiresAt,
        Optional<Minimum> minimum,
        List<ConditionOutcome> conditions,
        Arithmetic arithmetic) {

    public Grant {
        shares = List.copyOf(shares);
        conditions = List.copyOf(conditions);
    }

    /** The same grant with another activation, and the expiry that follows from it. */
    public Grant activating(Activation other, Optional<Instant> until) {
        return new Grant(rule, wallet, points, bonusPoints, shares, other, until, minimum, conditions, arithmetic);
    }

    /**
     * The least basis of the order.
     *
     * @param amount minor units of the order's currency
     */
    public record Minimum(long amount, MinimumBasket.OnReturn onReturn) {}
}
