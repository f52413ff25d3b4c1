package io.steadfast.accrual.core;

import java.time.Instant;
import java.util.UUID;

/** An order as it stands, with the receipt that stands for it. */
public record KnownOrder(UUID orderId, OrderArrival.Known known, Receipt receipt, Instant recordedAt) {}
