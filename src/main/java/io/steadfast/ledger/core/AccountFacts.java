package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.Optional;

/**
 * What a planner needs to know of an account.
 *
 * @param balance by the clock
 * @param inactivityDeadline when it lapses if nothing follows; it may have passed without a job having run
 */
public record AccountFacts(WalletBalance balance, Optional<Instant> inactivityDeadline) {

    public static AccountFacts none(WalletCode wallet) {
        return new AccountFacts(WalletBalance.none(wallet), Optional.empty());
    }

    /** Whether it has lapsed by then. */
    public boolean lapsedBy(Instant instant) {
        return inactivityDeadline.isPresent() && !inactivityDeadline.get().isAfter(instant);
    }
}
