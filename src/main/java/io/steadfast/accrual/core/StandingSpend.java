package io.steadfast.accrual.core;

import io.steadfast.shared.WalletCode;
import java.util.UUID;

/**
 * Points that paid for a part of the order.
 *
 * @param entry the ledger's entry that used them
 * @param returned how many came back with returns so far
 */
public record StandingSpend(UUID entry, WalletCode wallet, long points, long returned) {

    /** How many more have to come back so that this part of them is back; never fewer than came back already. */
    public long missing(Fraction part) {
        long target = Fraction.of(points).times(part).floor().longValueExact();
        return Math.max(0, target - returned);
    }

    public StandingSpend returning(long more) {
        return new StandingSpend(entry, wallet, points, Math.addExact(returned, more));
    }
}
