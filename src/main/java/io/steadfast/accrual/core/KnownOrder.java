package io.steadfast.accrual.core;

import java.time.Instant;
import java.util.UUID;

/**
 * An order as it stands, with the receipt that stands for it.
 *
 * @param corrected whether staff gave or took points to put it right
 */
public record KnownOrder(
        UUID orderId, OrderArrival.Known known, Receipt receipt, boolean corrected, Instant recordedAt) {}
