package io.steadfast.extensions.core;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One lot, one account that lapses by inactivity, or one tier, with its former and its new end, both exclusive.
 *
 * @param lot the lot, where it is one
 * @param account the account, where it is one
 * @param tier the tier, where it is one
 */
public record ExtensionItem(
        UUID id,
        MemberId member,
        Optional<Lot> lot,
        Optional<Account> account,
        Optional<HeldTier> tier,
        Instant formerEnd,
        Instant newEnd) {

    /** What of its points ends then; none where it is a tier. */
    public long points() {
        return lot.map(Lot::points).or(() -> account.map(Account::points)).orElse(0L);
    }

    /** Where its points are; none where it is a tier. */
    public Optional<WalletCode> wallet() {
        return lot.map(Lot::wallet).or(() -> account.map(Account::wallet));
    }

    /** A lot with what was left of it. */
    public record Lot(UUID id, WalletCode wallet, long points) {}

    /** An account, with the points of its lots that have no day of their own. */
    public record Account(WalletCode wallet, long points) {}

    /** A tier of a set. */
    public record HeldTier(String set, TierCode code) {}
}
