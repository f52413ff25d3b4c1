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

    /** Whether the lines' amounts hold their tax already or it comes on top. */
    public enum TaxTreatment {
        INCLUDED,
        ADDED
    }
}
