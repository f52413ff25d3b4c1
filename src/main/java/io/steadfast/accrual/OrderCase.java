package io.steadfast.accrual;

import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.KnownOrder;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderArrival;
import io.steadfast.accrual.core.OrderReturn;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.StandingGrant;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One arriving state of an order, with what stood when it arrived. */
record OrderCase(Optional<KnownOrder> known, OrderArrival arrival, Effects effects, Instant now) {

    Order present() {
        return arrival.present();
    }

    Optional<Judgement> before() {
        return known.flatMap(each -> each.known().judgement());
    }

    List<StandingGrant> standing() {
        return before().map(Judgement::grants).orElse(List.of());
    }

    Map<String, Long> kept() {
        return before().map(Judgement::kept).orElse(Map.of());
    }

    boolean wasCancelled() {
        return known.filter(each -> each.known().order().status() == OrderStatus.CANCELLED)
                .isPresent();
    }

    /** When that happened which makes the difference: the purchase, its correction, the return, or just now. */
    Instant effectiveAt() {
        if (arrival.judging() != OrderArrival.Judging.AS_JUDGED) {
            return present().occurredAt();
        }
        List<OrderReturn> seen =
                known.map(each -> each.known().order().returns()).orElse(List.of());
        Instant latest = present().returns().stream()
                .filter(each -> !seen.contains(each))
                .map(OrderReturn::at)
                .max(Comparator.naturalOrder())
                .orElse(now);
        Instant notBefore = latest.isBefore(present().occurredAt()) ? present().occurredAt() : latest;
        return notBefore.isAfter(now) ? now : notBefore;
    }

    /** As those see it who follow orders. */
    SettledOrder settled(UUID orderId, UUID receiptId, Optional<Judgement> judgement) {
        return new SettledOrder(
                orderId,
                receiptId,
                present(),
                known.map(each -> each.known().order()),
                judgement,
                corrected(),
                effectiveAt(),
                now);
    }

    /** Of an order that is new only one that comes back can have been corrected: nobody asks for the others. */
    private boolean corrected() {
        return known.map(KnownOrder::corrected)
                .orElseGet(() -> !present().returns().isEmpty() || present().status() == OrderStatus.CANCELLED);
    }

    String cause() {
        return arrival.judging() == OrderArrival.Judging.AS_JUDGED
                ? "RETURNED"
                : arrival.judging().name();
    }
}
