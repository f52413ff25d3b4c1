package io.steadfast.vouchers;

import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherKind;
import io.steadfast.vouchers.core.VoucherOrder;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an event tells of a voucher.
 *
 * @param amount used, and {@code remaining} after it, where its face is money
 */
record VoucherNotice(
        UUID voucherId,
        String code,
        ProgramCode program,
        int version,
        String reward,
        VoucherKind kind,
        Optional<Money> amount,
        Optional<Money> remaining,
        Optional<VoucherOrder> order,
        Optional<Instant> expiresAt) {

    static VoucherNotice of(Voucher voucher) {
        return of(voucher, 0, Optional.empty());
    }

    static VoucherNotice of(Voucher voucher, long amount, Optional<VoucherOrder> order) {
        return new VoucherNotice(
                voucher.id(),
                voucher.code().shown(),
                voucher.program(),
                voucher.version(),
                voucher.reward().value(),
                voucher.kind(),
                voucher.currency().filter(each -> amount > 0).map(each -> new Money(amount, each)),
                voucher.currency().map(each -> new Money(voucher.remaining(), each)),
                order,
                voucher.expiresAt());
    }
}
