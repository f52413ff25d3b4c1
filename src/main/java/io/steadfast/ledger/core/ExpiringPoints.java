package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.time.Instant;

/** Points of a wallet that lapse at one instant if nothing happens. */
public record ExpiringPoints(WalletCode wallet, Instant expiresAt, long points) {}
