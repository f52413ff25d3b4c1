package io.steadfast.vouchers.rest;

/** Whose use of a voucher is undone. */
public record UnuseRequest(VoucherOrderRequest order) {}
