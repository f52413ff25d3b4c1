package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.util.List;
import java.util.UUID;

/**
 * An entry that used or held points.
 *
 * @param allocations which lots it took them from, in the order of use
 * @param returned how many have come back since
 */
public record SpendFacts(
        UUID entry, EntryKind kind, WalletCode wallet, List<EntryDraft.Allocation> allocations, long returned) {

    public SpendFacts {
        allocations = List.copyOf(allocations);
    }

    long points() {
        return allocations.stream().mapToLong(EntryDraft.Allocation::points).sum();
    }
}
