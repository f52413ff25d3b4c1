package io.steadfast.accrual;

import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One state of an order that has just been settled, beside the one before.
 *
 * @param orderId stays the same for all its states
 * @param receiptId of the receipt that is being written
 * @param present whose {@code member()} owns it now; status, returns, donation and tenders as they stand (the judgement's
 *     own order is the content that was judged: lines and amounts hold, its donation and returns may be former ones)
 * @param before the state until now; empty for the first that is heard of the order
 * @param judgement what stands: the programs that judged it with version, facts (enrolled since, tiers) and basis by line,
 *     and the grants with what returns took. Empty while it isn't paid, nobody's, or a blocked member's. Stays when the
 *     order is cancelled: see {@link #cancelled}
 * @param corrected whether staff may have corrected points for the order
 * @param effectiveAt when that happened which makes the difference: the purchase, a correction, a return
 * @param now the tenant's instant
 */
public record SettledOrder(
        UUID orderId,
        UUID receiptId,
        Order present,
        Optional<Order> before,
        Optional<Judgement> judgement,
        boolean corrected,
        Instant effectiveAt,
        Instant now) {

    /** Whether nothing may stand for it any more. */
    public boolean cancelled() {
        return present.status() == OrderStatus.CANCELLED;
    }

    /** Whether it belonged to somebody else until now, or to nobody. */
    public boolean changedHands() {
        return before.filter(former -> !former.member().equals(present.member()))
                .isPresent();
    }
}
