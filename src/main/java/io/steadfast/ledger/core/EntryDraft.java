package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry as decided: what it changes and why.
 *
 * @param id of the entry, and of the lot where it grants one
 * @param change what it does to the account
 * @param forgiven what a clamp left to the member
 * @param reverses the entry that it takes or gives back
 */
public record EntryDraft(
        UUID id,
        EntryKind kind,
        WalletCode wallet,
        Instant effectiveAt,
        Cause cause,
        AccountChange change,
        long forgiven,
        Optional<UUID> reverses,
        List<Leg> legs,
        Optional<NewLot> lot,
        List<LotChange> changes,
        List<Allocation> allocations) {

    /** One side of the double entry; a positive one credits the account. The legs of an entry add up to nought. */
    public record Leg(AccountKind account, long points) {}

    /** The lot that a grant makes; its id is the entry's. */
    public record NewLot(long granted, LotDates dates, String funder, Optional<UUID> reinstates) {}

    /** The dates that a lot has from now on. */
    public record LotChange(UUID lot, Optional<Instant> activatesAt, Optional<Instant> expiresAt) {}

    /** Points of a lot that go from one state to another. */
    public record Allocation(UUID lot, LotState from, LotState to, long points) {}

    /** What the statement shows: the change of everything the member has, less what is owed. */
    public long points() {
        return change.total();
    }

    /** How many of its points went to a state, as in EXPIRED for what a return lost. */
    public long allocatedTo(LotState state) {
        return allocations.stream()
                .filter(each -> each.to() == state)
                .mapToLong(Allocation::points)
                .sum();
    }
}
