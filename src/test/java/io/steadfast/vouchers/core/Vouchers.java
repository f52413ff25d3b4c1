package io.steadfast.vouchers.core;

import io.steadfast.programs.core.RewardCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/** Vouchers for tests. */
final class Vouchers {

    static final Instant ISSUED = Instant.parse("2026-03-01T10:00:00Z");
    static final Instant ACTIVE_FROM = Instant.parse("2026-03-05T00:00:00Z");
    static final Instant EXPIRES = Instant.parse("2026-04-01T00:00:00Z");

    private Vouchers() {}

    /** Of money, so much, usable from 5 March, through 31 March. */
    static Voucher of(long face) {
        return new Voucher(
                new UUID(1, 2),
                VoucherCode.of(new byte[10]),
                new MemberId(new UUID(3, 4)),
                new ProgramCode("club"),
                1,
                new RewardCode("voucher"),
                VoucherKind.AMOUNT,
                Optional.of(Currency.getInstance("USD")),
                face,
                0,
                VoucherState.ASSIGNED,
                ISSUED,
                ACTIVE_FROM,
                Optional.of(EXPIRES),
                2,
                Optional.empty());
    }
}
