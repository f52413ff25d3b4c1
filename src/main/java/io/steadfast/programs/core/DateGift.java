package io.steadfast.programs.core;

/**
 * A voucher for a day of the member's own, once in a calendar year.
 *
 * @param leadDays how long before the day it comes
 * @param unchangedDays a birthday changed less than so many days before the day waits for the next one
 * @param reward what is given; one that is handed out as a voucher
 */
public record DateGift(
        String code, LocalText name, Occasion occasion, int leadDays, int unchangedDays, RewardCode reward) {

    public enum Occasion {
        /** Of 29 February on the 28th in common years. */
        BIRTHDAY,
        /** Of the day the member joined the program, from the first year on. */
        JOIN_ANNIVERSARY
    }
}
