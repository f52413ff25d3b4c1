package io.steadfast.vouchers.core;

/** An order by its natural key. */
public record VoucherOrder(String source, String reference) {}
