package io.steadfast.tiergifts;

import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.core.VoucherState;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Which gifts still count as given: those that stand, and those of which something was used. */
@Dependent
class StandingGifts {

    @Inject
    VoucherService vouchers;

    boolean isStanding(UUID cause) {
        return vouchers.about(cause).stream()
                .anyMatch(voucher -> voucher.state() != VoucherState.CANCELLED || voucher.used() > 0);
    }
}
