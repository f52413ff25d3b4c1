package io.steadfast.ledger.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How points come to a member: new ones, and spent ones that come back. */
final class GivingRules {

    private final PlanningDesk desk;
    private final DuePoints due;

    GivingRules(PlanningDesk desk, DuePoints due) {
        this.desk = desk;
        this.due = due;
    }

    /** One entry, one lot; active at once where its time has come. */
    void grant(Movement.Grant grant) {
        grant.reinstates().map(old -> desk.lot(old, grant.wallet())).ifPresent(old -> comeBack(old, grant.points()));
        boolean active = grant.dates().activeBy(desk.now());
        Draft draft = desk.draft(grant.kind(), grant.wallet(), grant.cause());
        draft.grant(
                new EntryDraft.NewLot(grant.points(), grant.dates(), grant.funder(), grant.reinstates()),
                active ? LotState.ACTIVE : LotState.PENDING);
        EntryDraft entry = desk.enter(draft);
        WorkingLot lot = new WorkingLot(
                new LotFacts(
                        entry.id(),
                        grant.wallet(),
                        active ? 0 : grant.points(),
                        active ? grant.points() : 0,
                        0,
                        0,
                        grant.dates(),
                        Optional.of(new LotFacts.GrantFacts(
                                grant.kind(), grant.points(), 0, 0, grant.reinstates(), desk.now()))),
                true);
        desk.lay(lot);
        due.repay(grant.wallet(), List.of(lot), grant.cause());
    }

    /** What comes back must have lapsed in the books first: a later return finds it there. */
    private void comeBack(WorkingLot lot, long points) {
        if (lot.dates().expiredBy(desk.now())) {
            due.expire(lot);
        }
        if (points > lot.expired()) {
            throw new LedgerRefused(LedgerRefusal.NOTHING_LAPSED, Map.of("lot", lot.id.toString()));
        }
        lot.comeBack(points);
    }

    /** Last used first: what came back before is skipped, so that it doesn't matter in how many steps it comes. */
    void giveBack(Movement.GiveBack back) {
        SpendFacts spend = desk.spend(back.entry(), back.wallet());
        long left = spend.points() - spend.returned();
        if (back.points() > left) {
            throw new LedgerRefused(
                    LedgerRefusal.RETURN_EXCEEDS_SPEND, Map.of("asked", back.points(), "returnable", left));
        }
        List<EntryDraft.Allocation> parts = parts(spend, back.points());
        desk.giveBack(back.entry(), back.points());
        parts.forEach(part -> expireBeforeRevival(back, part));
        Draft draft = desk.draft(EntryKind.RETURN, back.wallet(), back.cause()).reversing(back.entry(), spend.kind());
        List<WorkingLot> revived = new ArrayList<>();
        for (EntryDraft.Allocation part : parts) {
            WorkingLot lot = desk.lot(part.lot(), back.wallet());
            giveBack(draft, lot, part.points(), back.policy());
            revived.add(lot);
        }
        desk.enter(draft);
        due.repay(back.wallet(), revived, back.cause());
    }

    private static List<EntryDraft.Allocation> parts(SpendFacts spend, long points) {
        List<EntryDraft.Allocation> parts = new ArrayList<>();
        long skip = spend.returned();
        long wanted = points;
        for (int i = spend.allocations().size() - 1; i >= 0 && wanted > 0; i--) {
            EntryDraft.Allocation used = spend.allocations().get(i);
            long skipped = Math.min(skip, used.points());
            skip -= skipped;
            long part = Math.min(wanted, used.points() - skipped);
            if (part > 0) {
                parts.add(new EntryDraft.Allocation(used.lot(), used.to(), used.from(), part));
                wanted -= part;
            }
        }
        return parts;
    }

    /** A lot that gets a later date must not revive what of it had expired before. */
    private void expireBeforeRevival(Movement.GiveBack back, EntryDraft.Allocation part) {
        WorkingLot lot = desk.lot(part.lot(), back.wallet());
        if (lot.dates().expiredBy(desk.now()) && back.policy().mode() != ReturnPolicy.Mode.KEEP_ORIGINAL) {
            due.expire(lot);
        }
    }

    private void giveBack(Draft draft, WorkingLot lot, long points, ReturnPolicy policy) {
        if (!desk.ended(lot)) {
            draft.move(lot, LotState.SPENT, returnedTo(lot), points);
        } else if (policy.mode() == ReturnPolicy.Mode.KEEP_ORIGINAL || stillExpired(policy.expiresAt())) {
            draft.move(lot, LotState.SPENT, LotState.EXPIRED, points);
        } else {
            draft.redate(lot, new LotDates(lot.dates().activityAt(), lot.dates().activatesAt(), policy.expiresAt()));
            draft.move(lot, LotState.SPENT, LotState.ACTIVE, points);
        }
    }

    /** What comes back to a blocked lot is blocked as the rest of it. */
    private LotState returnedTo(WorkingLot lot) {
        if (lot.blocked() > 0) {
            return LotState.BLOCKED;
        }
        return lot.dates().activeBy(desk.now()) ? LotState.ACTIVE : LotState.PENDING;
    }

    private boolean stillExpired(Optional<Instant> expiry) {
        return expiry.isPresent() && !expiry.get().isAfter(desk.now());
    }
}
