package io.steadfast.desk;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.Optional;

/**
 * What a member has in one wallet, by the clock.
 *
 * @param spendable active points less the debt
 * @param nextExpiry exclusive instant at which {@code expiring} points lapse if nothing happens
 */
public record Holding(
        WalletCode wallet,
        long spendable,
        long pending,
        long held,
        long debt,
        Optional<Instant> nextExpiry,
        long expiring) {}
