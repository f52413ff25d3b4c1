package io.steadfast.charities.core;

/** What the sender of an order should look at. The constant's name is the code in the receipt and the key of its text. */
public enum DonationReason {
    /** The charity has the money already: the return changes nothing. */
    DONATION_SETTLED,
    CHARITY_UNKNOWN,
    /** A new choice is asked for. */
    CHARITY_CLOSED,
    CHARITY_NOT_OFFERED,
    /** What the brand pays is the program's decision. */
    DONATION_AMOUNT_DIFFERS,
    /** A donation of the member's without an amount, where no pledge says how much. */
    DONATION_AMOUNT_MISSING,
    /** No program of the member's gives to charity. */
    DONATION_NOT_TAKEN,
    /** The tenders don't hold the member's donation. */
    DONATION_NOT_IN_TENDERS
}
