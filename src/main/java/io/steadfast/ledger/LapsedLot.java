package io.steadfast.ledger;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.UUID;

/**
 * Points of one lot that lapsed and haven't come back.
 *
 * @param points in the wallet's smallest unit
 * @param lapsedAt the instant after their last usable day
 */
public record LapsedLot(UUID id, WalletCode wallet, long points, Instant lapsedAt) {}
