package io.steadfast.ledger.core;

import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the books need to know of a wallet from whoever defines it.
 *
 * @param unit as callers see it: {@code points} or {@code currency}
 * @param use whether its points can be spent
 * @param zone of the program's calendar, in which a last usable day is a date
 * @param mostHeld how many of a member's points holds may reserve together; empty: all
 * @param expiryOfToday when points that the member is given now would lapse by their own date; empty: never
 * @param keptAliveUntil to when using points now moves what would lapse by inactivity; empty where it moves nothing
 * @param credit what they may pay of an order; empty: everything
 */
public record WalletTerms(
        WalletCode wallet,
        ProgramCode program,
        String unit,
        int decimals,
        Use use,
        ZoneId zone,
        ConsumptionOrder order,
        Duration longestHold,
        Optional<Long> mostHeld,
        Optional<Instant> expiryOfToday,
        Optional<Instant> keptAliveUntil,
        Optional<CreditTerms> credit) {

    /** What a wallet is for. */
    public enum Use {
        /** Points that can be spent. */
        REWARD,
        /** Points that only count towards a tier. */
        STATUS
    }
}
