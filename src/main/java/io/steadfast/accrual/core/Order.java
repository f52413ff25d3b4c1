package io.steadfast.accrual.core;

import io.steadfast.shared.MemberId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * An order in its whole present state; unique in the tenant by source and reference. Every amount is in minor units of
 * its currency.
 *
 * @param revision of the caller's, rising
 * @param member empty where nobody has claimed it
 * @param occurredAt decides rules, tier and expiry
 * @param store with what the tenant says about it
 */
public record Order(
        String source,
        String reference,
        Optional<Long> revision,
        Optional<MemberId> member,
        Instant occurredAt,
        Optional<OrderStore> store,
        Optional<String> channel,
        Currency currency,
        OrderStatus status,
        Optional<Instant> fulfilledAt,
        TaxTreatment tax,
        List<OrderLine> lines,
        long shipping,
        List<Tender> tenders,
        Optional<OrderDonation> donation,
        List<OrderReturn> returns) {

    public Order {
        lines = List.copyOf(lines);
        tenders = List.copyOf(tenders);
        returns = List.copyOf(returns);
    }

    /** The same order with other returns. */
    public Order withReturns(List<OrderReturn> other) {
        return new Order(
                source,
                reference,
                revision,
                member,
                occurredAt,
                store,
                channel,
                currency,
                status,
                fulfilledAt,
                tax,
                lines,
                shipping,
                tenders,
                donation,
                other);
    }

    /** The same order at another time. */
    public Order at(Instant other) {
        return new Order(
                source,
                reference,
                revision,
                member,
                other,
                store,
                channel,
                currency,
                status,
                fulfilledAt,
                tax,
                lines,
                shipping,
                tenders,
                donation,
                returns);
    }

    /** This order's content under the status, fulfilment and returns of another state of it. */
    public Order asIn(Order present) {
        return new Order(
                source,
                reference,
                revision,
                member,
                occurredAt,
                store,
                channel,
                currency,
                present.status,
                present.fulfilledAt,
                tax,
                lines,
                shipping,
                tenders,
                donation,
                present.returns);
    }

    /** Only what a judgement looks at: whose it is, what was bought and how it was paid. */
    public Order content() {
        return new Order(
                source,
                reference,
                Optional.empty(),
                member,
                occurredAt,
                store,
                channel,
                currency,
                OrderStatus.PAID,
                Optional.empty(),
                tax,
                lines,
                shipping,
                tenders,
                Optional.empty(),
                List.of());
    }

    /** The same order of this member. */
    public Order of(Optional<MemberId> owner) {
        return new Order(
                source,
                reference,
                revision,
                owner,
                occurredAt,
                store,
                channel,
                currency,
                status,
                fulfilledAt,
                tax,
                lines,
                shipping,
                tenders,
                donation,
                returns);
    }

    /** The same order at this store. */
    public Order at(Optional<OrderStore> described) {
        return new Order(
                source,
                reference,
                revision,
                member,
                occurredAt,
                described,
                channel,
                currency,
                status,
                fulfilledAt,
                tax,
                lines,
                shipping,
                tenders,
                donation,
                returns);
    }

    /** The same order under another revision. */
    public Order withRevision(Optional<Long> other) {
        return new Order(
                source,
                reference,
                other,
                member,
                occurredAt,
                store,
                channel,
                currency,
                status,
                fulfilledAt,
                tax,
                lines,
                shipping,
                tenders,
                donation,
                returns);
    }

    /** The same order with another choice of charity. */
    public Order giving(Optional<OrderDonation> other) {
        return new Order(
                source,
                reference,
                revision,
                member,
                occurredAt,
                store,
                channel,
                currency,
                status,
                fulfilledAt,
                tax,
                lines,
                shipping,
                tenders,
                other,
                returns);
    }

    /** What all lines cost together. */
    public long linesAmount() {
        return lines.stream().mapToLong(OrderLine::amount).reduce(0, Math::addExact);
    }

    /** Whether points can have been earned: paid or delivered. */
    public boolean paid() {
        return status == OrderStatus.PAID || status == OrderStatus.FULFILLED;
    }

    /** Whether the lines' amounts hold their tax already or it comes on top. */
    public enum TaxTreatment {
        INCLUDED,
        ADDED
    }
}
