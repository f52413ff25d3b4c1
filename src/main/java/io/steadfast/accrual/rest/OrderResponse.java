package io.steadfast.accrual.rest;

import io.steadfast.accrual.core.KnownOrder;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderDonation;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderReturn;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.OrderStore;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.accrual.core.Tender;
import io.steadfast.shared.MemberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An order as it stands, in the words in which it was put, with the receipt that stands for it. */
public record OrderResponse(
        String source,
        String reference,
        Optional<Long> revision,
        Optional<Member> member,
        Instant occurredAt,
        Optional<String> store,
        Optional<String> channel,
        String currency,
        OrderStatus status,
        Optional<Instant> fulfilledAt,
        boolean pricesIncludeTax,
        List<Line> lines,
        long shipping,
        List<TenderPart> tenders,
        Optional<OrderDonation> donation,
        List<Return> returns,
        Receipt receipt) {

    /** Whose order it is. */
    public record Member(MemberId id) {}

    /** A line. */
    public record Line(
            String lineId,
            String sku,
            Optional<String> name,
            Optional<String> category,
            Optional<String> brand,
            BigDecimal quantity,
            long amount,
            long discount,
            long tax,
            Set<String> tags,
            Map<String, List<String>> attributes) {

        static Line of(OrderLine line) {
            return new Line(
                    line.lineId(),
                    line.sku(),
                    line.name(),
                    line.category(),
                    line.brand(),
                    line.quantity(),
                    line.amount(),
                    line.discount(),
                    line.tax(),
                    line.tags(),
                    line.attributes());
        }
    }

    /** A part of the payment. */
    public record TenderPart(
            Tender.Kind kind,
            long amount,
            Optional<String> redemption,
            Optional<String> hold,
            Optional<String> voucher) {

        static TenderPart of(Tender tender) {
            return new TenderPart(
                    tender.kind(),
                    tender.amount(),
                    paidBy(tender, Tender.PaidBy.Means.REDEMPTION),
                    paidBy(tender, Tender.PaidBy.Means.HOLD),
                    paidBy(tender, Tender.PaidBy.Means.VOUCHER));
        }

        private static Optional<String> paidBy(Tender tender, Tender.PaidBy.Means means) {
            return tender.paidBy().filter(each -> each.means() == means).map(Tender.PaidBy::reference);
        }
    }

    /** A return. */
    public record Return(String returnId, Instant at, List<OrderReturn.Line> lines, boolean cancelled) {

        static Return of(OrderReturn one) {
            return new Return(one.returnId(), one.at(), one.lines(), !one.stands());
        }
    }

    static OrderResponse of(KnownOrder known) {
        Order order = known.known().order();
        return new OrderResponse(
                order.source(),
                order.reference(),
                order.revision(),
                order.member().map(Member::new),
                order.occurredAt(),
                order.store().map(OrderStore::code),
                order.channel(),
                order.currency().getCurrencyCode(),
                order.status(),
                order.fulfilledAt(),
                order.tax() == Order.TaxTreatment.INCLUDED,
                order.lines().stream().map(Line::of).toList(),
                order.shipping(),
                order.tenders().stream().map(TenderPart::of).toList(),
                order.donation(),
                order.returns().stream().map(Return::of).toList(),
                known.receipt());
    }
}
