package io.steadfast.accrual.core;

/** Where an order stands; the first {@code PAID} judges it. */
public enum OrderStatus {
    PLACED,
    PAID,
    FULFILLED,
    CANCELLED
}
