package io.steadfast.desk;

import io.steadfast.ledger.core.ExpiringPoints;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a member has in one wallet, by the clock.
 *
 * @param spendable active points less the debt
 * @param blocked kept from every use by staff
 * @param nextExpiry exclusive instant at which {@code expiring} points lapse if nothing happens
 */
public record Holding(
        WalletCode wallet,
        long spendable,
        long pending,
        long held,
        long blocked,
        long debt,
        Optional<Instant> nextExpiry,
        long expiring) {

    static Holding of(WalletBalance balance, List<ExpiringPoints> expiring) {
        return new Holding(
                balance.wallet(),
                balance.spendable(),
                balance.pending(),
                balance.held(),
                balance.blocked(),
                balance.debt(),
                balance.nextExpiry(),
                expiring.stream()
                        .filter(next -> next.wallet().equals(balance.wallet())
                                && balance.nextExpiry().equals(Optional.of(next.expiresAt())))
                        .mapToLong(ExpiringPoints::points)
                        .sum());
    }
}
