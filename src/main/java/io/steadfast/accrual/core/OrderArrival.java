package io.steadfast.accrual.core;

import java.util.Optional;

/**
 * What an arriving state of an order means for what stands.
 *
 * @param present the order's state from now on: what arrived, with the union of all returns and the highest revision
 */
public record OrderArrival(Effect effect, Judging judging, Order present) {

    /** What the arrival changes. */
    public enum Effect {
        /** The first that is heard of the order. */
        NEW,
        /** A revision that isn't newer than the one that stands: nothing. */
        SUPERSEDED,
        /** The same content again: nothing. */
        REPEATED,
        CHANGED
    }

    /** What the present state asks of the programs. */
    public enum Judging {
        /** Nothing is or stays earned: nobody's, not paid yet, or cancelled before it was. */
        NOTHING,
        /** What was judged stands; only returns and status count. */
        AS_JUDGED,
        /** Judged for the first time for this member. */
        FIRST,
        /** Other lines, amounts or tenders: once more with the version and facts of the first time. */
        AGAIN
    }

    /** The order as it stands, if it is known, and what was judged, if anything. */
    public record Known(Order order, Optional<Judgement> judgement) {}

    /** Why this state can't follow what stands; empty when it can. */
    public static Optional<AccrualRefusal> refusal(Known known, Order arriving) {
        if (superseded(known, arriving)) {
            return Optional.empty();
        }
        if (!known.order().currency().equals(arriving.currency())
                || !known.order().occurredAt().equals(arriving.occurredAt())) {
            return Optional.of(AccrualRefusal.ORDER_IDENTITY_CHANGED);
        }
        if (arriving.status() == OrderStatus.PLACED
                && (known.order().paid() || known.judgement().isPresent())) {
            return Optional.of(AccrualRefusal.ORDER_ALREADY_PAID);
        }
        return OrderReturns.union(known.order().returns(), arriving.returns())
                .reused()
                .map(id -> AccrualRefusal.REFERENCE_REUSED);
    }

    /** What the first state of an order means. */
    public static OrderArrival first(Order arriving) {
        Order present = arriving.withReturns(
                OrderReturns.union(java.util.List.of(), arriving.returns()).all());
        return new OrderArrival(Effect.NEW, judging(Optional.empty(), present), present);
    }

    /** What a further state of an order means; the caller has asked for a {@link #refusal} before. */
    public static OrderArrival further(Known known, Order arriving) {
        if (superseded(known, arriving)) {
            return new OrderArrival(Effect.SUPERSEDED, Judging.AS_JUDGED, known.order());
        }
        Order present = arriving.withReturns(OrderReturns.union(known.order().returns(), arriving.returns())
                        .all())
                .withRevision(arriving.revision().or(() -> known.order().revision()));
        boolean same =
                present.withRevision(Optional.empty()).equals(known.order().withRevision(Optional.empty()));
        return new OrderArrival(same ? Effect.REPEATED : Effect.CHANGED, judging(known.judgement(), present), present);
    }

    private static boolean superseded(Known known, Order arriving) {
        return arriving.revision().isPresent()
                && known.order().revision().isPresent()
                && arriving.revision().get() <= known.order().revision().get();
    }

    private static Judging judging(Optional<Judgement> judgement, Order present) {
        if (present.member().isEmpty()) {
            return Judging.NOTHING;
        }
        Optional<Judgement> own = judgement.filter(each -> each.order().member().equals(present.member()));
        if (!present.paid()) {
            return own.isPresent() ? Judging.AS_JUDGED : Judging.NOTHING;
        }
        if (own.isEmpty()) {
            return Judging.FIRST;
        }
        return own.get().order().content().equals(present.content()) ? Judging.AS_JUDGED : Judging.AGAIN;
    }
}
