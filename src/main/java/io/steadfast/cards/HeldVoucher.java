package io.steadfast.cards;

import io.steadfast.programs.core.LocalText;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherState;
import java.util.Optional;

/**
 * A voucher that can be used.
 *
 * @param name of what it gives, by the version that gave it; empty where nobody knows it any more
 * @param state by the clock
 */
public record HeldVoucher(Voucher voucher, Optional<LocalText> name, VoucherState state) {}
