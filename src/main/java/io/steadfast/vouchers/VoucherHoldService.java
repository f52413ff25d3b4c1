package io.steadfast.vouchers;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherEvent;
import io.steadfast.vouchers.core.VoucherHold;
import io.steadfast.vouchers.core.VoucherOrder;
import io.steadfast.vouchers.core.VoucherRefusal;
import io.steadfast.vouchers.core.VoucherState;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Vouchers kept for an order at a checkout: used by that order alone, and the member's again when the hold's time is over. */
@Stateless
public class VoucherHoldService {

    /** A held voucher stays usable past its own end, so it can't be held long. */
    public static final Duration LONGEST = Duration.ofHours(24);

    @Inject
    private VoucherService vouchers;

    @Inject
    private VoucherBooks books;

    @Inject
    private TenantClock clock;

    /**
     * Keeps a voucher for an order; for the same order again it answers the hold that stands.
     *
     * @param term at most {@link #LONGEST}
     * @throws Refusal as {@link VoucherService#get}; VOUCHER_HOLD_TOO_LONG; VOUCHER_HELD for another order;
     *     VOUCHER_NOT_ACTIVE, VOUCHER_USED, VOUCHER_EXPIRED, VOUCHER_CANCELLED, VOUCHER_BLOCKED
     */
    public Voucher hold(String code, VoucherOrder order, Duration term) {
        if (term.isNegative() || term.isZero() || term.compareTo(LONGEST) > 0) {
            throw new Refusal(VoucherRefusal.VOUCHER_HOLD_TOO_LONG, Map.of("most", LONGEST.toMinutes()));
        }
        Voucher voucher = books.locked(vouchers.get(code));
        if (isHeldFor(voucher, order)) {
            return voucher;
        }
        return books.held(voucher, new VoucherHold(order, clock.now().plus(term).truncatedTo(ChronoUnit.MICROS)));
    }

    /**
     * Lets a voucher go that is kept for this order.
     *
     * @throws Refusal as {@link VoucherService#get}; VOUCHER_NOT_HELD where it isn't, or not for this order
     */
    public Voucher release(String code, VoucherOrder order) {
        Voucher voucher = books.locked(vouchers.get(code));
        if (!isHeldFor(voucher, order)) {
            throw new Refusal(VoucherRefusal.VOUCHER_NOT_HELD);
        }
        return books.happened(
                voucher,
                new VoucherBooks.Happening(
                        VoucherEvent.Kind.RELEASED,
                        0,
                        Optional.empty(),
                        Optional.of(order),
                        "RELEASE",
                        Optional.empty()));
    }

    private boolean isHeldFor(Voucher voucher, VoucherOrder order) {
        return voucher.stateAt(clock.now()) == VoucherState.HELD
                && voucher.hold().map(VoucherHold::order).equals(Optional.of(order));
    }
}
