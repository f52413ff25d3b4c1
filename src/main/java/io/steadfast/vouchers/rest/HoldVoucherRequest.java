package io.steadfast.vouchers.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import java.time.Duration;
import java.util.Map;

/**
 * A voucher to be kept for an order.
 *
 * @param minutes how long
 */
public record HoldVoucherRequest(VoucherOrderRequest order, int minutes) {

    Duration term() {
        if (minutes < 1) {
            throw FieldErrors.one("minutes", FieldReason.OUT_OF_RANGE, Map.of("range", "1 –"));
        }
        return Duration.ofMinutes(minutes);
    }
}
