package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How points are kept from every use, and given free again. */
final class BlockingRules {

    private final PlanningDesk desk;
    private final DuePoints due;

    BlockingRules(PlanningDesk desk, DuePoints due) {
        this.desk = desk;
        this.due = due;
    }

    void block(Movement.Block block) {
        WorkingLot lot = living(block.lot(), block.wallet());
        require(lot, lot.pending() + lot.active(), LedgerRefusal.NOTHING_TO_BLOCK);
        Draft draft = desk.draft(EntryKind.BLOCK, block.wallet(), block.cause());
        draft.move(lot, LotState.PENDING, LotState.BLOCKED, lot.pending());
        draft.move(lot, LotState.ACTIVE, LotState.BLOCKED, lot.active());
        desk.enter(draft);
    }

    void unblock(Movement.Unblock unblock) {
        WorkingLot lot = living(unblock.lot(), unblock.wallet());
        require(lot, lot.blocked(), LedgerRefusal.NOTHING_BLOCKED);
        Draft draft = desk.draft(EntryKind.UNBLOCK, unblock.wallet(), unblock.cause());
        LotState state = lot.dates().activeBy(desk.now()) ? LotState.ACTIVE : LotState.PENDING;
        draft.move(lot, LotState.BLOCKED, state, lot.blocked());
        desk.enter(draft);
        due.repay(unblock.wallet(), List.of(lot), unblock.cause());
    }

    /** What has lapsed by the clock stays lapsed, though nobody has posted it. */
    private WorkingLot living(UUID id, WalletCode wallet) {
        WorkingLot lot = desk.lot(id, wallet);
        if (lot.dates().expiredBy(desk.now()) || desk.lapsed(lot)) {
            throw new LedgerRefused(LedgerRefusal.LOT_EXPIRED, Map.of("lot", id.toString()));
        }
        return lot;
    }

    private static void require(WorkingLot lot, long points, LedgerRefusal otherwise) {
        if (points == 0) {
            throw new LedgerRefused(otherwise, Map.of("lot", lot.id.toString()));
        }
    }
}
