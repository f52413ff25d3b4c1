package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What the clock has decided already and nobody has posted yet, and the debts that new points repay first. */
final class DuePoints {

    private static final Cause ACTIVATION = Cause.job("ACTIVATION");

    private final PlanningDesk desk;

    DuePoints(PlanningDesk desk) {
        this.desk = desk;
    }

    /**
     * Posts what time has done to a wallet in the order in which it happened, one entry for all of a kind at one instant, dated then,
     * so that the books say the same however late this is posted. What ends at an instant can't be used from it on.
     *
     * @param deadline that of the account, where it has lapsed
     */
    void catchUp(WalletCode wallet, Optional<Instant> deadline) {
        List<WorkingLot> lots = desk.lots(wallet, WorkingLot.EARLIEST_EXPIRY);
        Map<Instant, List<WorkingLot>> ending = byInstant(lots, this::endedAt);
        Map<Instant, List<WorkingLot>> arriving = byInstant(lots, this::arrivedAt);
        Set<Instant> instants = new TreeSet<>(ending.keySet());
        instants.addAll(arriving.keySet());
        deadline.ifPresent(instants::add);
        for (Instant instant : instants) {
            if (deadline.equals(Optional.of(instant))) {
                lapse(wallet, lots, instant);
            }
            expire(wallet, ending.getOrDefault(instant, List.of()), instant);
            activate(wallet, arriving.getOrDefault(instant, List.of()), ACTIVATION, instant);
        }
    }

    private Optional<Instant> endedAt(WorkingLot lot) {
        boolean ended = lot.dates().expiredBy(desk.now()) && lot.pending() + lot.active() + lot.blocked() > 0;
        return ended ? lot.dates().expiresAt() : Optional.empty();
    }

    private Optional<Instant> arrivedAt(WorkingLot lot) {
        boolean arrived = lot.pending() > 0 && lot.dates().activeBy(desk.now());
        return arrived ? lot.dates().activatesAt() : Optional.empty();
    }

    private static Map<Instant, List<WorkingLot>> byInstant(
            List<WorkingLot> lots, Function<WorkingLot, Optional<Instant>> when) {
        Map<Instant, List<WorkingLot>> byInstant = new TreeMap<>();
        for (WorkingLot lot : lots) {
            when.apply(lot)
                    .ifPresent(instant -> byInstant
                            .computeIfAbsent(instant, at -> new ArrayList<>())
                            .add(lot));
        }
        return byInstant;
    }

    /** Posts the activation of those of these lots whose time has come, then lets them repay. */
    void activate(WalletCode wallet, List<WorkingLot> lots, Cause cause) {
        byInstant(lots, this::arrivedAt).forEach((instant, arrived) -> activate(wallet, arrived, cause, instant));
    }

    private void activate(WalletCode wallet, List<WorkingLot> arrived, Cause cause, Instant instant) {
        Draft draft = desk.draft(EntryKind.ACTIVATION, wallet, cause, instant);
        arrived.forEach(lot -> draft.move(lot, LotState.PENDING, LotState.ACTIVE, lot.pending()));
        if (!draft.empty()) {
            desk.follow(draft);
            repay(desk.draft(EntryKind.REPAYMENT, wallet, cause, instant), arrived, instant);
        }
    }

    /**
     * Pays what the member owes from points that have just become active, from these lots alone: older lots keep theirs,
     * and what is left of these keeps its date.
     */
    void repay(WalletCode wallet, List<WorkingLot> lots, Cause cause) {
        repay(desk.draft(EntryKind.REPAYMENT, wallet, cause), lots, desk.now());
    }

    private void repay(Draft draft, List<WorkingLot> lots, Instant instant) {
        for (WorkingLot lot : lots) {
            boolean usable = lot.dates().activeBy(instant) && lot.usable(instant) > 0 && !desk.lapsed(lot, instant);
            long points = usable ? Math.min(desk.debt(lot.wallet) + draft.owed(), lot.active()) : 0;
            draft.move(lot, LotState.ACTIVE, LotState.SPENT, points);
            draft.owe(-points);
        }
        if (!draft.empty()) {
            desk.follow(draft);
        }
    }

    /**
     * Posts what lapsed with the account's inactivity deadline: every open lot earned before it. Held points stay held, and end with
     * their lots when they are set free.
     */
    private void lapse(WalletCode wallet, List<WorkingLot> lots, Instant deadline) {
        List<WorkingLot> earned = lots.stream()
                .filter(lot -> lot.dates().activityAt().isBefore(deadline))
                .toList();
        expire(wallet, earned, deadline);
        Draft ends = desk.draft(EntryKind.REDATING, wallet, Cause.job("EXPIRY"), deadline);
        for (WorkingLot lot : earned) {
            if (lot.in(LotState.HELD) > 0 && !lot.dates().expiredBy(deadline)) {
                ends.redate(lot, lot.dates().until(deadline));
            }
        }
        if (!ends.empty()) {
            desk.follow(ends);
        }
        desk.lapse(wallet);
    }

    /** Posts the expiry of what is left of a lot whose date has passed. */
    void expire(WorkingLot lot) {
        expire(lot.wallet, List.of(lot), lot.dates().expiresAt().orElseThrow());
    }

    void expire(WalletCode wallet, List<WorkingLot> lots, Instant instant) {
        Draft draft = desk.draft(EntryKind.EXPIRY, wallet, Cause.job("EXPIRY"), instant);
        lots.forEach(lot -> expireAll(draft, lot));
        if (!draft.empty()) {
            desk.follow(draft);
        }
    }

    /** Ends what is left in a wallet once what the clock has decided is posted. */
    void forfeit(Movement.Forfeit forfeit) {
        Draft draft = desk.draft(EntryKind.FORFEIT, forfeit.wallet(), forfeit.cause());
        desk.lots(forfeit.wallet(), WorkingLot.EARLIEST_EXPIRY).forEach(lot -> expireAll(draft, lot));
        if (!draft.empty()) {
            desk.enter(draft);
        }
    }

    private static void expireAll(Draft draft, WorkingLot lot) {
        draft.move(lot, LotState.PENDING, LotState.EXPIRED, lot.pending());
        draft.move(lot, LotState.ACTIVE, LotState.EXPIRED, lot.active());
        draft.move(lot, LotState.BLOCKED, LotState.EXPIRED, lot.blocked());
    }
}
