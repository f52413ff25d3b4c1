package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a posting comes to.
 *
 * @param entries in the order in which they enter the books
 * @param primary for each movement the entry that carries it out
 * @param lots how the touched lots stand afterwards
 * @param deadlines to when accounts are kept alive
 * @param lapsed wallets whose inactivity deadline has done its work
 * @param activity by wallet when the activity happened that counts for its account
 * @param revived by wallet the earliest posted lapse that is undone, with all after it
 */
public record Plan(
        List<EntryDraft> entries,
        List<UUID> primary,
        List<LotAfter> lots,
        Map<WalletCode, Instant> deadlines,
        Set<WalletCode> lapsed,
        Map<WalletCode, Instant> activity,
        Map<WalletCode, Instant> revived) {

    /**
     * A lot afterwards.
     *
     * @param fresh whether this posting made it
     * @param wasOpen whether anything was left of it before
     * @param held reserved by holds
     */
    public record LotAfter(
            UUID id,
            WalletCode wallet,
            boolean fresh,
            boolean wasOpen,
            long pending,
            long active,
            long held,
            long blocked,
            LotDates dates) {

        public boolean open() {
            return pending + active + held + blocked > 0;
        }
    }

    public Plan {
        entries = List.copyOf(entries);
        primary = List.copyOf(primary);
        lots = List.copyOf(lots);
        deadlines = Map.copyOf(deadlines);
        lapsed = Set.copyOf(lapsed);
        activity = Map.copyOf(activity);
        revived = Map.copyOf(revived);
    }

    /** The entries of the movements, in their order. */
    public List<EntryDraft> primaryEntries() {
        return primary.stream().map(this::entry).toList();
    }

    /** The entries that followed from them. */
    public List<EntryDraft> consequences() {
        Set<UUID> named = Set.copyOf(primary);
        return entries.stream().filter(each -> !named.contains(each.id())).toList();
    }

    private EntryDraft entry(UUID id) {
        return entries.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }
}
