package io.steadfast.vouchers;

import io.steadfast.members.MergePart;
import io.steadfast.members.core.Merge;
import io.steadfast.members.core.MergeLine;
import io.steadfast.members.core.MergeRefusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.vouchers.store.VoucherMoves;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The vouchers of two members who become one are the survivor's, used ones too: what is unused again must be somebody's. */
@ApplicationScoped
public class MergedVouchers implements MergePart {

    @Inject
    private VoucherMoves moves;

    @Inject
    private TenantClock clock;

    @Override
    public List<MergeLine> look(Merge merge) {
        List<MergeLine> lines = new ArrayList<>();
        lines.add(MergeLine.of(MergeLine.What.VOUCHERS, moves.open(merge.source())));
        if (moves.isAnyHeld(merge.source(), clock.now())) {
            lines.add(MergeLine.refused(MergeLine.What.VOUCHERS, MergeRefusal.MERGE_VOUCHER_HELD));
        }
        return lines;
    }

    @Override
    public void carry(Merge merge) {
        moves.move(merge.source(), merge.survivor());
    }
}
