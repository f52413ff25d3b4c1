package io.steadfast.ledger.core;

import java.util.List;
import java.util.Optional;

/**
 * An entry with all that it did to lots: what explains an entry that no rule of an order or activity made.
 *
 * @param granted the lot it made
 * @param moves points that changed their state, in the order of use; of an entry that used very many lots the first ones
 * @param dates other dates that lots got, likewise
 */
public record EntryStory(
        StatementEntry entry,
        Optional<EntryDraft.NewLot> granted,
        List<LotMove> moves,
        List<EntryDraft.LotChange> dates) {

    public EntryStory {
        moves = List.copyOf(moves);
        dates = List.copyOf(dates);
    }

    /** How many points the entry is about, whatever state they are in before and after; positive. */
    public long points() {
        AccountChange change = entry.change();
        return switch (entry.kind()) {
            case ACTIVATION -> change.active();
            case HOLD, RELEASE, BLOCK, UNBLOCK -> Math.abs(change.held());
            case REVERSAL -> entry.forgiven() - change.lifetime();
            case REPAYMENT -> -change.debt();
            case RETURN -> change.member() + movedTo(LotState.EXPIRED);
            default -> Math.abs(change.member());
        };
    }

    /** How many of the points listed went to a state. */
    public long movedTo(LotState state) {
        return moves.stream()
                .filter(move -> move.to() == state)
                .mapToLong(LotMove::points)
                .sum();
    }
}
