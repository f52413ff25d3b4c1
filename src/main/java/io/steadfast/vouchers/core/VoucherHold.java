package io.steadfast.vouchers.core;

import java.time.Instant;

/**
 * A voucher kept for a checkout: until then only this order may use it.
 *
 * @param until exclusive; from then on it is the member's again, whether or not the job that says so has run
 */
public record VoucherHold(VoucherOrder order, Instant until) {}
