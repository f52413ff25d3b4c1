package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How points leave a member: used, reserved, or taken back. */
final class TakingRules {

    private static final List<LotState> LIVING = List.of(LotState.PENDING, LotState.ACTIVE, LotState.BLOCKED);

    private final PlanningDesk desk;
    private final DuePoints due;

    TakingRules(PlanningDesk desk, DuePoints due) {
        this.desk = desk;
        this.due = due;
    }

    void spend(Movement.Spend spend) {
        use(spend, spend.points(), spend.order(), desk.draft(spend.kind(), spend.wallet(), spend.cause()));
    }

    void reserve(Movement.Reserve reserve) {
        Draft draft = desk.draft(EntryKind.HOLD, reserve.wallet(), reserve.cause());
        use(reserve, reserve.points(), reserve.order(), draft);
    }

    private void use(Movement movement, long points, ConsumptionOrder order, Draft draft) {
        WalletCode wallet = movement.wallet();
        List<WorkingLot> lots = desk.usable(wallet, comparator(order));
        long available = lots.stream().mapToLong(lot -> lot.usable(desk.now())).sum() - desk.debt(wallet);
        if (available < points) {
            long spendable = Math.max(available, desk.account(wallet).balance().spendable());
            throw new LedgerRefused(
                    LedgerRefusal.INSUFFICIENT_POINTS,
                    Map.of("wallet", wallet.value(), "asked", points, "spendable", spendable));
        }
        activateFirst(movement, lots, points);
        LotState target = movement instanceof Movement.Reserve ? LotState.HELD : LotState.SPENT;
        take(draft, lots, points, target);
        desk.enter(draft);
    }

    /** Of the lots that this use will reach, those that are active by the clock alone are posted as active first. */
    private void activateFirst(Movement movement, List<WorkingLot> lots, long points) {
        long reach = points + desk.debt(movement.wallet());
        List<WorkingLot> reached = new ArrayList<>();
        for (WorkingLot lot : lots) {
            if (reach <= 0) {
                break;
            }
            reached.add(lot);
            reach -= lot.usable(desk.now());
        }
        due.activate(movement.wallet(), reached, movement.cause());
    }

    private static long take(Draft draft, List<WorkingLot> lots, long points, LotState target) {
        long left = points;
        for (WorkingLot lot : lots) {
            long part = Math.min(left, lot.active());
            draft.move(lot, LotState.ACTIVE, target, part);
            left -= part;
        }
        return left;
    }

    /** The used part goes to the order, first lots first; the rest is active again, even in a lot whose date has passed, or blocked with its lot. */
    void settle(Movement.Settle settle) {
        SpendFacts hold = desk.spend(settle.reservation(), settle.wallet());
        if (settle.spent() > hold.points()) {
            throw new LedgerRefused(
                    LedgerRefusal.HOLD_EXCEEDED, Map.of("asked", settle.spent(), "held", hold.points()));
        }
        Draft used = desk.draft(settle.kind(), settle.wallet(), settle.cause());
        Draft released = desk.draft(EntryKind.RELEASE, settle.wallet(), settle.cause())
                .reversing(settle.reservation(), EntryKind.HOLD);
        List<WorkingLot> freed = new ArrayList<>();
        long left = settle.spent();
        for (EntryDraft.Allocation part : hold.allocations()) {
            WorkingLot lot = desk.lot(part.lot(), settle.wallet());
            long spent = Math.min(left, part.points());
            used.move(lot, LotState.HELD, LotState.SPENT, spent);
            LotState freely = lot.blocked() > 0 ? LotState.BLOCKED : LotState.ACTIVE;
            released.move(lot, LotState.HELD, freely, part.points() - spent);
            freed.add(lot);
            left -= spent;
        }
        if (used.empty()) {
            desk.enter(released);
        } else {
            desk.enter(used);
            if (!released.empty()) {
                desk.follow(released);
            }
        }
        due.repay(settle.wallet(), freed, settle.cause());
    }

    /** The same lot's points, those of lots that revived it, what of them has expired, other active lots, then the deficit policy. */
    void takeBack(Movement.TakeBack back) {
        WorkingLot lot = desk.lot(back.lot(), back.wallet());
        boolean revived = lot.grant().reinstates().isPresent();
        long left = revived ? 0 : lot.grant().granted() - lot.takenBack();
        if (back.points() > left) {
            throw new LedgerRefused(
                    LedgerRefusal.REVERSAL_EXCEEDS_GRANT, Map.of("asked", back.points(), "takeable", left));
        }
        lot.takeBack(back.points());
        Draft draft = desk.draft(EntryKind.REVERSAL, back.wallet(), back.cause())
                .reversing(back.lot(), lot.grant().kind());
        long owed = take(draft, desk.family(lot), back.points(), back.deficit());
        if (back.deficit() == DeficitPolicy.CLAMP) {
            draft.forgive(owed);
            draft.unearn(back.points() - owed);
        } else {
            draft.owe(owed);
            draft.unearn(back.points());
        }
        desk.enter(draft);
    }

    /** From these lots, then from others; gives what nobody has. */
    long take(Draft draft, List<WorkingLot> own, long points, DeficitPolicy deficit) {
        WalletCode wallet = draft.wallet();
        long owed = fromOwn(draft, own, points);
        owed = fromOthers(draft, desk.usable(wallet, WorkingLot.EARLIEST_EXPIRY), owed);
        return deficit == DeficitPolicy.PENDING_FIRST
                ? fromPending(draft, desk.living(wallet, WorkingLot.FIRST_ACTIVATED), owed)
                : owed;
    }

    private static long fromOwn(Draft draft, List<WorkingLot> family, long points) {
        long left = points;
        for (WorkingLot lot : family) {
            for (LotState state : LIVING) {
                left = reverse(draft, lot, state, left);
            }
        }
        for (WorkingLot lot : family) {
            // The member lost these already: to take them again from other lots would take more than was given.
            left = reverse(draft, lot, LotState.EXPIRED, left);
        }
        return left;
    }

    private static long reverse(Draft draft, WorkingLot lot, LotState from, long most) {
        long points = Math.min(most, lot.in(from));
        draft.move(lot, from, LotState.REVERSED, points);
        return most - points;
    }

    /** Others' points that are active by the clock alone count as well. */
    private long fromOthers(Draft draft, List<WorkingLot> lots, long points) {
        long left = points;
        for (WorkingLot lot : lots) {
            long active = Math.min(left, lot.active());
            draft.move(lot, LotState.ACTIVE, LotState.REVERSED, active);
            long arrived = Math.min(left - active, lot.usable(desk.now()));
            draft.move(lot, LotState.PENDING, LotState.REVERSED, arrived);
            left -= active + arrived;
        }
        return left;
    }

    private static long fromPending(Draft draft, List<WorkingLot> lots, long points) {
        long left = points;
        for (WorkingLot lot : lots) {
            long part = Math.min(left, lot.pending());
            draft.move(lot, LotState.PENDING, LotState.REVERSED, part);
            left -= part;
        }
        return left;
    }

    private static Comparator<WorkingLot> comparator(ConsumptionOrder order) {
        return order == ConsumptionOrder.FIRST_EARNED ? WorkingLot.FIRST_EARNED : WorkingLot.EARLIEST_EXPIRY;
    }
}
