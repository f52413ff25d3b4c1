package io.steadfast.vouchers.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.vouchers.core.VoucherOrder;
import java.util.Map;

/** An order by its natural key. */
public record VoucherOrderRequest(String source, String reference) {

    private static final int MOST = 200;

    VoucherOrder order() {
        checked("order.source", source);
        checked("order.reference", reference);
        return new VoucherOrder(source, reference);
    }

    private static void checked(String path, String text) {
        if (text.isBlank()) {
            throw FieldErrors.one(path, FieldReason.REQUIRED);
        }
        if (text.length() > MOST) {
            throw FieldErrors.one(path, FieldReason.TOO_LONG, Map.of("most", MOST));
        }
    }
}
