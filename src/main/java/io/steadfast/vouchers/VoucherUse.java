package io.steadfast.vouchers;

import io.steadfast.vouchers.core.VoucherOrder;
import java.util.Optional;

/**
 * Use of a voucher at an order.
 *
 * @param amount in minor units: how much of a voucher of money is used (empty: all that remains), or what any other came to
 */
public record VoucherUse(VoucherOrder order, Optional<Long> amount) {}
