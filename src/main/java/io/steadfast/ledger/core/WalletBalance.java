package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.Optional;

/**
 * What a member has in one wallet at an instant, by the clock and the lots' dates and never by which job has run.
 *
 * @param spendable active points less the debt; negative while a debt exceeds them
 * @param pending promised, not usable yet
 * @param held reserved by holds
 * @param blocked kept from every use; not in {@code held}
 * @param debt owed after a claw-back; positive
 * @param lifetime everything ever granted less what was taken back
 * @param nextExpiry when the next points lapse if nothing happens
 */
public record WalletBalance(
        WalletCode wallet,
        long spendable,
        long pending,
        long held,
        long blocked,
        long debt,
        long lifetime,
        Optional<Instant> nextExpiry) {

    /** Nothing at all. */
    public static WalletBalance none(WalletCode wallet) {
        return new WalletBalance(wallet, 0, 0, 0, 0, 0, 0, Optional.empty());
    }
}
