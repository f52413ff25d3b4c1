package io.steadfast.ledger.core;

import java.util.List;

/** How the books of a member go to another whom they are one person with: lot by lot, with what is owed. */
final class MergingRules {

    private final PlanningDesk desk;
    private final TakingRules taking;

    MergingRules(PlanningDesk desk, TakingRules taking) {
        this.desk = desk;
        this.taking = taking;
    }

    /** What the clock has decided is posted by now, so that every lot is wholly pending or wholly active. */
    void handOver(Movement.HandOver handOver) {
        Draft draft = desk.draft(EntryKind.HANDOVER, handOver.wallet(), handOver.cause());
        for (WorkingLot lot : desk.lots(handOver.wallet(), WorkingLot.EARLIEST_EXPIRY)) {
            draft.move(lot, LotState.PENDING, LotState.SPENT, lot.pending());
            draft.move(lot, LotState.ACTIVE, LotState.SPENT, lot.active());
        }
        draft.owe(-desk.debt(handOver.wallet()));
        draft.unearn(desk.lifetime(handOver.wallet()));
        if (!draft.empty()) {
            desk.enter(draft);
        }
    }

    void takeOver(Movement.TakeOver over) {
        Draft draft = desk.draft(EntryKind.TAKEOVER, over.wallet(), over.cause());
        List<WorkingLot> own = over.lots().stream()
                .map(id -> desk.lot(id, over.wallet()))
                .sorted(WorkingLot.EARLIEST_EXPIRY)
                .toList();
        long owed = taking.take(draft, own, over.owed(), over.deficit());
        if (over.deficit() == DeficitPolicy.CLAMP) {
            draft.absorb(owed);
        } else {
            draft.owe(owed);
        }
        draft.earn(over.lifetime());
        if (!draft.empty()) {
            desk.enter(draft);
        }
    }
}
