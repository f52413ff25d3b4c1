package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An entry while it is planned. Its legs follow from what it moves, so that they can't fail to add up. */
final class Draft {

    private final UUID id;
    private final EntryKind kind;
    private final WalletCode wallet;
    private final Cause cause;
    private final Instant effectiveAt;
    private final List<EntryDraft.Allocation> allocations = new ArrayList<>();
    private final List<EntryDraft.LotChange> changes = new ArrayList<>();
    private AccountKind counter;
    private AccountChange change = AccountChange.NONE;
    private long forgiven;
    private long absorbed;
    private Optional<UUID> reverses = Optional.empty();
    private Optional<EntryDraft.NewLot> lot = Optional.empty();

    Draft(UUID id, EntryKind kind, WalletCode wallet, Cause cause, Instant effectiveAt) {
        this.id = id;
        this.kind = kind;
        this.wallet = wallet;
        this.cause = cause;
        this.effectiveAt = effectiveAt;
        this.counter = kind.counter();
    }

    WalletCode wallet() {
        return wallet;
    }

    Draft reversing(UUID entry, EntryKind reversed) {
        reverses = Optional.of(entry);
        counter = reversed.counter();
        return this;
    }

    void grant(EntryDraft.NewLot granted, LotState state) {
        lot = Optional.of(granted);
        change = change.plus(AccountChange.of(state, granted.granted()));
        if (granted.reinstates().isEmpty()) {
            change = change.plus(AccountChange.earned(granted.granted()));
        }
    }

    void move(WorkingLot from, LotState before, LotState after, long points) {
        if (points == 0) {
            return;
        }
        from.move(before, after, points);
        allocations.add(new EntryDraft.Allocation(from.id, before, after, points));
        change = change.plus(AccountChange.of(before, -points)).plus(AccountChange.of(after, points));
    }

    void redate(WorkingLot redated, LotDates dates) {
        redated.redate(dates);
        changes.add(new EntryDraft.LotChange(redated.id, dates.activatesAt(), dates.expiresAt()));
    }

    void owe(long points) {
        change = change.plus(AccountChange.owed(points));
    }

    /** What the entry changes of what the member owes. */
    long owed() {
        return change.debt();
    }

    void unearn(long points) {
        change = change.plus(AccountChange.earned(-points));
    }

    void earn(long points) {
        change = change.plus(AccountChange.earned(points));
    }

    /** What another member came to owe and this one is let off: new points pay it. */
    void absorb(long points) {
        absorbed += points;
        forgive(points);
        earn(points);
    }

    void forgive(long points) {
        forgiven += points;
    }

    boolean empty() {
        return allocations.isEmpty() && changes.isEmpty() && lot.isEmpty() && change.equals(AccountChange.NONE);
    }

    long moved() {
        return allocations.stream().mapToLong(EntryDraft.Allocation::points).sum();
    }

    EntryDraft entry() {
        return new EntryDraft(
                id,
                kind,
                wallet,
                effectiveAt,
                cause,
                change,
                forgiven,
                reverses,
                legs(),
                lot,
                List.copyOf(changes),
                List.copyOf(allocations));
    }

    /** Member and debt as they change, breakage for what expired or stopped being expired, the rest on the other side. */
    private List<EntryDraft.Leg> legs() {
        Map<AccountKind, Long> sums = new EnumMap<>(AccountKind.class);
        sums.merge(AccountKind.MEMBER, change.member(), Math::addExact);
        sums.merge(AccountKind.DEBT, -change.debt(), Math::addExact);
        sums.merge(AccountKind.BREAKAGE, lapsed(), Math::addExact);
        sums.merge(AccountKind.ISSUANCE, -absorbed, Math::addExact);
        long open = sums.values().stream().mapToLong(Long::longValue).sum();
        sums.merge(counter, -open, Math::addExact);
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() != 0)
                .map(sum -> new EntryDraft.Leg(sum.getKey(), sum.getValue()))
                .toList();
    }

    private long lapsed() {
        long points = 0;
        for (EntryDraft.Allocation each : allocations) {
            points += each.to() == LotState.EXPIRED ? each.points() : 0;
            points -= each.from() == LotState.EXPIRED ? each.points() : 0;
        }
        return points;
    }
}
