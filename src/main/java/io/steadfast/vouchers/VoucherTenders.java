package io.steadfast.vouchers;

import io.steadfast.accrual.TenderProof;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.Tender;
import io.steadfast.vouchers.core.VoucherOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A voucher paid for an order when a use of it names that order, and for no more than was used. */
@ApplicationScoped
public class VoucherTenders implements TenderProof {

    @Inject
    private VoucherService vouchers;

    @Override
    public boolean paid(Order order, Tender tender) {
        return tender.paidBy()
                .filter(paidBy -> paidBy.means() == Tender.PaidBy.Means.VOUCHER)
                .flatMap(paidBy ->
                        vouchers.worthAt(paidBy.reference(), new VoucherOrder(order.source(), order.reference())))
                .filter(worth -> worth >= tender.amount())
                .isPresent();
    }
}
