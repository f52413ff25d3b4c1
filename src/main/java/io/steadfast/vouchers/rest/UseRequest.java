package io.steadfast.vouchers.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.vouchers.VoucherUse;
import java.util.Map;
import java.util.Optional;

/**
 * Use of a voucher.
 *
 * @param amount in minor units: how much of a voucher of money is used (left out: all that remains), or what any other
 *     came to
 */
public record UseRequest(VoucherOrderRequest order, Optional<Long> amount) {

    VoucherUse use() {
        if (amount.filter(each -> each < 1).isPresent()) {
            throw FieldErrors.one("amount", FieldReason.OUT_OF_RANGE, Map.of("range", "1 –"));
        }
        return new VoucherUse(order.order(), amount);
    }
}
