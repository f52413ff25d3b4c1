package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/** A lot while a posting is planned. */
final class WorkingLot {

    /** Earliest expiry first, never-expiring last; ties by earliest activity, then id. */
    static final Comparator<WorkingLot> EARLIEST_EXPIRY = Comparator.comparing(
                    (WorkingLot lot) -> lot.dates.expiresAt().orElse(Instant.MAX))
            .thenComparing(lot -> lot.dates.activityAt())
            .thenComparing(lot -> lot.id, WorkingLot::compareIds);

    static final Comparator<WorkingLot> FIRST_EARNED = Comparator.comparing((WorkingLot lot) -> lot.dates.activityAt())
            .thenComparing(lot -> lot.id, WorkingLot::compareIds);

    static final Comparator<WorkingLot> FIRST_ACTIVATED = Comparator.comparing(
                    (WorkingLot lot) -> lot.dates.activatesAt().orElse(Instant.MAX))
            .thenComparing(FIRST_EARNED);

    final UUID id;
    final WalletCode wallet;
    final boolean fresh;
    final boolean wasOpen;
    private final LotFacts before;
    private long pending;
    private long active;
    private long held;
    private long blocked;
    private long expired;
    private long takenBack;
    private LotDates dates;
    private boolean touched;
    private boolean redated;

    WorkingLot(LotFacts facts, boolean fresh) {
        this.before = facts;
        this.id = facts.id();
        this.wallet = facts.wallet();
        this.fresh = fresh;
        this.touched = fresh;
        this.pending = facts.pending();
        this.active = facts.active();
        this.held = facts.held();
        this.blocked = facts.blocked();
        this.expired = facts.grant().map(LotFacts.GrantFacts::expired).orElse(0L);
        this.takenBack = facts.grant().map(LotFacts.GrantFacts::takenBack).orElse(0L);
        this.dates = facts.dates();
        this.wasOpen = !fresh && pending + active + held + blocked > 0;
    }

    /** As the database orders ids: by unsigned bytes, where {@link UUID#compareTo} is signed. */
    private static int compareIds(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    LotFacts.GrantFacts grant() {
        return before.grant().orElseThrow(() -> new IllegalStateException("The grant of lot " + id + " wasn't read"));
    }

    LotDates dates() {
        return dates;
    }

    /** Whether its points are those of another lot, which had lapsed. */
    boolean reinstates(UUID other) {
        return before.grant().flatMap(LotFacts.GrantFacts::reinstates).equals(Optional.of(other));
    }

    /** Whether its dates are older than an instant. */
    boolean datedBefore(Instant instant) {
        return !redated && grant().datedAt().isBefore(instant);
    }

    long in(LotState state) {
        return switch (state) {
            case PENDING -> pending;
            case ACTIVE -> active;
            case HELD -> held;
            case BLOCKED -> blocked;
            case EXPIRED -> expired;
            case SPENT, REVERSED -> throw new IllegalArgumentException("Nothing is left of " + state + " points");
        };
    }

    long pending() {
        return pending;
    }

    long active() {
        return active;
    }

    long blocked() {
        return blocked;
    }

    long expired() {
        return expired;
    }

    long takenBack() {
        return takenBack;
    }

    boolean touched() {
        return touched;
    }

    /** Points that the clock has made active, whether or not they are posted so. */
    long usable(Instant now) {
        if (dates.expiredBy(now)) {
            return 0;
        }
        return active + (dates.activeBy(now) ? pending : 0);
    }

    void redate(LotDates other) {
        dates = other;
        redated = true;
        touched = true;
    }

    /** Points that had lapsed are in a lot of their own now. */
    void comeBack(long points) {
        expired = checked(expired - points);
    }

    void takeBack(long points) {
        takenBack += points;
    }

    void move(LotState from, LotState to, long points) {
        add(from, -points);
        add(to, points);
        touched = true;
    }

    private void add(LotState state, long points) {
        switch (state) {
            case PENDING -> pending = checked(pending + points);
            case ACTIVE -> active = checked(active + points);
            case HELD -> held = checked(held + points);
            case BLOCKED -> blocked = checked(blocked + points);
            case EXPIRED -> expired = checked(expired + points);
            case SPENT, REVERSED -> {
                // Counted in the allocations only: nothing is left of them in the lot.
            }
        }
    }

    private long checked(long points) {
        if (points < 0) {
            throw new IllegalStateException("Lot " + id + " would hold " + points + " points in one state");
        }
        return points;
    }

    Plan.LotAfter after() {
        return new Plan.LotAfter(id, wallet, fresh, wasOpen, pending, active, held, blocked, dates);
    }
}
