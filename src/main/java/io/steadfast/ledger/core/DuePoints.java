package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the clock has decided already and nobody has posted yet, and the debts that new points repay first. */
final class DuePoints {

    private final PlanningDesk desk;

    DuePoints(PlanningDesk desk) {
        this.desk = desk;
    }

    /**
     * Posts the activation of those lots whose time has come, then lets them repay. One entry for all that became active
     * at one instant, dated then, so that the books say the same however late this is posted.
     */
    void activate(WalletCode wallet, List<WorkingLot> lots, Cause cause) {
        Map<Instant, List<WorkingLot>> byInstant = new TreeMap<>();
        for (WorkingLot lot : lots) {
            if (lot.pending() > 0 && lot.dates().activeBy(desk.now())) {
                Instant instant = lot.dates().activatesAt().orElseThrow();
                byInstant.computeIfAbsent(instant, at -> new ArrayList<>()).add(lot);
            }
        }
        byInstant.forEach((instant, arrived) -> {
            Draft draft = desk.draft(EntryKind.ACTIVATION, wallet, cause, instant);
            arrived.forEach(lot -> draft.move(lot, LotState.PENDING, LotState.ACTIVE, lot.pending()));
            desk.follow(draft);
            repay(wallet, arrived, cause);
        });
    }

    /**
     * Pays what the member owes from points that have just become active, from these lots alone: older lots keep theirs,
     * and what is left of these keeps its date.
     */
    void repay(WalletCode wallet, List<WorkingLot> lots, Cause cause) {
        long owed = desk.debt(wallet);
        Draft draft = desk.draft(EntryKind.REPAYMENT, wallet, cause);
        for (WorkingLot lot : lots) {
            boolean usable = lot.dates().activeBy(desk.now()) && lot.usable(desk.now()) > 0 && !desk.lapsed(lot);
            long points = usable ? Math.min(owed, lot.active()) : 0;
            draft.move(lot, LotState.ACTIVE, LotState.SPENT, points);
            draft.owe(-points);
            owed -= points;
        }
        if (!draft.empty()) {
            desk.follow(draft);
        }
    }

    /** Posts what lapsed with the account's inactivity deadline: every open lot earned before it. Held points stay held. */
    void lapse(WalletCode wallet) {
        Instant deadline = desk.account(wallet).inactivityDeadline().orElseThrow();
        Draft draft = desk.draft(EntryKind.EXPIRY, wallet, Cause.job("EXPIRY"), deadline);
        for (WorkingLot lot : desk.lots(wallet, WorkingLot.EARLIEST_EXPIRY)) {
            if (lot.dates().activityAt().isBefore(deadline)) {
                expireAll(draft, lot);
            }
        }
        if (!draft.empty()) {
            desk.follow(draft);
        }
        desk.lapse(wallet);
    }

    /** Posts the expiry of what is left of a lot whose date has passed. */
    void expire(WorkingLot lot) {
        Draft draft = desk.draft(
                EntryKind.EXPIRY,
                lot.wallet,
                Cause.job("EXPIRY"),
                lot.dates().expiresAt().orElseThrow());
        expireAll(draft, lot);
        if (!draft.empty()) {
            desk.follow(draft);
        }
    }

    /** Posts the expiry of every lot of a wallet whose date has passed: one entry for all that expired at one instant. */
    void expireDue(WalletCode wallet) {
        Map<Instant, List<WorkingLot>> byInstant = new TreeMap<>();
        for (WorkingLot lot : desk.lots(wallet, WorkingLot.EARLIEST_EXPIRY)) {
            if (lot.dates().expiredBy(desk.now()) && lot.pending() + lot.active() + lot.blocked() > 0) {
                Instant instant = lot.dates().expiresAt().orElseThrow();
                byInstant.computeIfAbsent(instant, at -> new ArrayList<>()).add(lot);
            }
        }
        byInstant.forEach((instant, expired) -> {
            Draft draft = desk.draft(EntryKind.EXPIRY, wallet, Cause.job("EXPIRY"), instant);
            expired.forEach(lot -> expireAll(draft, lot));
            desk.follow(draft);
        });
    }

    /** Ends what is left in a wallet once what the clock has decided is posted. */
    void forfeit(Movement.Forfeit forfeit) {
        WalletCode wallet = forfeit.wallet();
        if (desk.account(wallet).lapsedBy(desk.now())) {
            lapse(wallet);
        }
        expireDue(wallet);
        List<WorkingLot> lots = desk.lots(wallet, WorkingLot.EARLIEST_EXPIRY);
        activate(wallet, lots, forfeit.cause());
        Draft draft = desk.draft(EntryKind.FORFEIT, wallet, forfeit.cause());
        lots.forEach(lot -> expireAll(draft, lot));
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
