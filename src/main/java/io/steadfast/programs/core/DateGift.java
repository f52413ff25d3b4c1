package io.steadfast.programs.core;

import io.steadfast.shared.WalletCode;
import java.util.Optional;

/**
 * Something for a day of the member's own, once in a calendar year: a reward, points, or both.
 *
 * @param leadDays how long before the day it comes
 * @param unchangedDays a birthday changed less than so many days before the day waits for the next one
 * @param reward one that is handed out as a voucher, or credit
 */
public record DateGift(
        String code,
        LocalText name,
        Occasion occasion,
        int leadDays,
        int unchangedDays,
        Optional<RewardCode> reward,
        Optional<GiftPoints> points) {

    public enum Occasion {
        /** Of 29 February on the 28th in common years. */
        BIRTHDAY,
        /** Of the day the member joined the program, from the first year on. */
        JOIN_ANNIVERSARY
    }

    /** So many points in the wallet's smallest unit; they lapse as the tier's policies say, else the wallet's. */
    public record GiftPoints(WalletCode wallet, long points) {}
}
