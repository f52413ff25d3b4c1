package io.steadfast.ledger.core;

import java.time.Instant;
import java.util.UUID;

/**
 * Points of a lot that an entry moved from one state to another.
 *
 * @param earnedAt the lot's activity date
 */
public record LotMove(UUID lot, LotState from, LotState to, long points, Instant earnedAt) {}
