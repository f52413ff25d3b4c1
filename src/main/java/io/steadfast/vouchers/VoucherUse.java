package io.steadfast.vouchers;

import io.steadfast.vouchers.core.VoucherOrder;
import java.util.Optional;

/**
 * Use of a voucher at an order.
 *
 * @param amount in minor units: how much of a voucher of money is used (empty: all that remains), or what any other came to
 * @param basket what the purchase comes to before the voucher, in minor units; needed for a voucher with a least basket
 */
public record VoucherUse(VoucherOrder order, Optional<Long> amount, Optional<Long> basket) {

    /** Where the voucher asks nothing of the purchase. */
    public static VoucherUse of(VoucherOrder order, Optional<Long> amount) {
        return new VoucherUse(order, amount, Optional.empty());
    }
}
