package io.steadfast.accrual;

import io.steadfast.ledger.core.ReturnPolicy;
import io.steadfast.programs.core.ExpiryCalculator;
import io.steadfast.programs.core.Wallet;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What a wallet says of spent points that come back to a lot which has expired meanwhile (domain 11). */
public final class SpentReturns {

    private static final int DEFAULT_DAYS = 30;

    private SpentReturns() {}

    /** The wallet's policy for points that come back now. */
    public static ReturnPolicy policy(Wallet wallet, ZoneId zone, Instant now) {
        return switch (wallet.returned().kind()) {
            case KEEP_ORIGINAL -> ReturnPolicy.keepOriginal();
            case MIN_DAYS ->
                // Usable through the whole of the last day in the program's zone.
                ReturnPolicy.atLeastUntil(now.atZone(zone)
                        .toLocalDate()
                        .plusDays(wallet.returned().days().orElse(DEFAULT_DAYS) + 1L)
                        .atStartOfDay(zone)
                        .toInstant());
            case FRESH -> ReturnPolicy.fresh(ExpiryCalculator.lotExpiry(wallet.expiry(), now, Optional.of(now), zone));
        };
    }
}
