package io.steadfast.accrual;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.Tender;

/**
 * Knows of payments that orders know nothing of: vouchers, redemptions. Another feature implements it as an
 * application-scoped bean; asked in the order's transaction, with its member locked.
 */
public interface TenderProof {

    /** Whether what the tender names paid for this very order. */
    boolean paid(Order order, Tender tender);
}
