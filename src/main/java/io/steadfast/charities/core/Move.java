package io.steadfast.charities.core;

import io.steadfast.programs.core.CharityCode;
import java.util.Optional;

/**
 * One entry: an amount leaves one account for another, so that all accounts together are always nought.
 *
 * @param fromCharity whose account it is, where it is a charity's
 * @param amount minor units, positive
 */
public record Move(
        Kind kind,
        Account from,
        Optional<CharityCode> fromCharity,
        Account to,
        Optional<CharityCode> toCharity,
        long amount) {

    public Move {
        if (amount <= 0) {
            throw new IllegalArgumentException("An entry moves a positive amount, not " + amount);
        }
    }

    /** Why the amount moves. */
    public enum Kind {
        PLEDGE,
        /** Taken back with a return, or because the order says something else now. */
        REVERSAL,
        ASSIGN,
        CONFIRM,
        SETTLE
    }
}
