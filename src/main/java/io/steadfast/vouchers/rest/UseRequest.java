package io.steadfast.vouchers.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.vouchers.VoucherUse;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Use of a voucher.
 *
 * @param amount in minor units: how much of a voucher of money is used (left out: all that remains), or what any other
 *     came to
 * @param basket in minor units: what the purchase comes to before the voucher; needed for a voucher that asks for a least
 *     purchase
 */
public record UseRequest(
        VoucherOrderRequest order,
        Optional<Long> amount,

        @Schema(
                description =
                        "what the purchase comes to, in minor units; needed where the voucher asks for a least one")
        Optional<Long> basket) {

    VoucherUse use() {
        if (amount.filter(each -> each < 1).isPresent()) {
            throw FieldErrors.one("amount", FieldReason.OUT_OF_RANGE, Map.of("range", "1 –"));
        }
        if (basket.filter(each -> each < 0).isPresent()) {
            throw FieldErrors.one("basket", FieldReason.OUT_OF_RANGE, Map.of("range", "0 –"));
        }
        return new VoucherUse(order.order(), amount, basket);
    }
}
