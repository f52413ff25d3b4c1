package io.steadfast.accrual.core;

import io.steadfast.programs.core.Basis;
import io.steadfast.programs.core.Basis.Part;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What of an order counts, line by line (domain 46). A tender that doesn't count paid for everything on the bill alike,
 * tax and shipping too: it is spread over all parts by their amounts, and what falls on counting parts is taken off.
 */
public final class OrderBasis {

    private OrderBasis() {}

    /** One figure for each line in the order's order, in minor units of its currency, never negative. */
    public static List<LineBasis> of(Order order, Basis basis) {
        List<Long> bill = bill(order);
        List<Long> excluded = excludedShares(order, basis, bill);
        int lines = order.lines().size();
        List<Long> counting = new ArrayList<>(lines);
        for (int index = 0; index < lines; index++) {
            OrderLine line = order.lines().get(index);
            long net = bill.get(2 * index) - excluded.get(2 * index);
            long tax = bill.get(2 * index + 1) - excluded.get(2 * index + 1);
            counting.add(!counts(line, basis) ? 0 : basis.includes().contains(Part.TAX) ? net + tax : net);
        }
        List<Long> shipping = shippingShares(order, basis, bill.get(2 * lines) - excluded.get(2 * lines));
        List<LineBasis> result = new ArrayList<>(lines);
        for (int index = 0; index < lines; index++) {
            result.add(new LineBasis(order.lines().get(index).lineId(), counting.get(index) + shipping.get(index)));
        }
        return List.copyOf(result);
    }

    /** The parts of the bill: net and tax of each line, then shipping, then a donation the member pays. */
    private static List<Long> bill(Order order) {
        List<Long> parts = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            long net = order.tax() == Order.TaxTreatment.INCLUDED ? line.amount() - line.tax() : line.amount();
            parts.add(Math.max(0, net));
            parts.add(Math.max(0, line.tax()));
        }
        parts.add(order.shipping());
        parts.add(order.donation()
                .filter(donation -> donation.funded() == OrderDonation.Funding.MEMBER)
                .flatMap(OrderDonation::amount)
                .orElse(0L));
        return parts;
    }

    private static List<Long> excludedShares(Order order, Basis basis, List<Long> bill) {
        Set<Tender.Kind> kinds = excludedKinds(basis);
        long excluded = order.tenders().stream()
                .filter(tender -> kinds.contains(tender.kind()))
                .mapToLong(Tender::amount)
                .reduce(0, Math::addExact);
        long total = bill.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        return LargestRemainder.spread(Math.min(excluded, total), weights(bill));
    }

    private static Set<Tender.Kind> excludedKinds(Basis basis) {
        Set<Tender.Kind> kinds = EnumSet.of(Tender.Kind.POINTS, Tender.Kind.GIFT_CARD, Tender.Kind.CREDIT);
        if (basis.includes().contains(Part.PAID_WITH_POINTS)) {
            kinds.remove(Tender.Kind.POINTS);
        }
        if (basis.includes().contains(Part.PAID_WITH_GIFT_CARD)) {
            kinds.remove(Tender.Kind.GIFT_CARD);
        }
        if (basis.includes().contains(Part.PAID_WITH_CREDIT)) {
            kinds.remove(Tender.Kind.CREDIT);
        }
        return kinds;
    }

    private static boolean counts(OrderLine line, Basis basis) {
        return (!line.tags().contains(OrderLine.TIP) || basis.includes().contains(Part.TIPS))
                && (!line.tags().contains(OrderLine.GIFT_CARD)
                        || basis.includes().contains(Part.GIFT_CARD_PURCHASES));
    }

    private static List<Long> shippingShares(Order order, Basis basis, long shipping) {
        long counting = basis.includes().contains(Part.SHIPPING) ? shipping : 0;
        return LargestRemainder.spread(
                counting, weights(order.lines().stream().map(OrderLine::amount).toList()));
    }

    private static List<Fraction> weights(List<Long> amounts) {
        return amounts.stream().map(amount -> Fraction.of(Math.max(0, amount))).toList();
    }
}
