package io.steadfast.vouchers;

import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherEvent;
import java.util.List;

/** A voucher with everything that happened to it. */
public record VoucherHistory(Voucher voucher, List<VoucherEvent> events) {

    public VoucherHistory {
        events = List.copyOf(events);
    }
}
