package io.steadfast.accrual.core;

import io.steadfast.shared.WalletCode;
import java.util.Optional;
import java.util.UUID;

/**
 * Points that paid for a part of the order.
 *
 * @param entry the ledger's entry that used them
 * @param returned how many came back with returns so far
 * @param again the first entry, where these were spent once more because a return was withdrawn
 */
public record StandingSpend(UUID entry, WalletCode wallet, long points, long returned, Optional<UUID> again) {

    /** Points that one entry used, nothing of it back. */
    public static StandingSpend of(UUID entry, WalletCode wallet, long points) {
        return new StandingSpend(entry, wallet, points, 0, Optional.empty());
    }

    /** The entry that paid at first. */
    public UUID first() {
        return again.orElse(entry);
    }

    /** What of it still pays for the order. */
    public long left() {
        return points - returned;
    }

    public StandingSpend returning(long more) {
        return new StandingSpend(entry, wallet, points, Math.addExact(returned, more), again);
    }
}
