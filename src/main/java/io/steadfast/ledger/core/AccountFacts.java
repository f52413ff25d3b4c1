package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.Optional;

/**
 * What a planner needs to know of an account.
 *
 * @param balance by the clock
 * @param debt what is owed by the books: points that have arrived since may have repaid some of it
 * @param inactivityDeadline when it lapses if nothing follows; it may have passed without a job having run
 * @param lapsedAt the last deadline at which it lapsed by the books
 * @param dueAt when the next lot expires or becomes active by the books; it may have passed as well
 */
public record AccountFacts(
        WalletBalance balance,
        long debt,
        Optional<Instant> inactivityDeadline,
        Optional<Instant> lapsedAt,
        Optional<Instant> dueAt) {

    public static AccountFacts none(WalletCode wallet) {
        return new AccountFacts(WalletBalance.none(wallet), 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether it has lapsed by then. */
    public boolean lapsedBy(Instant instant) {
        return inactivityDeadline.isPresent() && !inactivityDeadline.get().isAfter(instant);
    }

    /**
     * Whether what time did and nobody has posted comes before a movement: points that arrived before repay before it does, and what
     * expired before can't be taken.
     */
    public boolean comesBefore(Movement movement, Instant now) {
        boolean due = dueAt.isPresent() && !dueAt.get().isAfter(now);
        return due
                && (debt > 0
                        || movement instanceof Movement.TakeBack
                        || movement instanceof Movement.Forfeit
                        || movement instanceof Movement.HandOver
                        || movement instanceof Movement.TakeOver);
    }
}
