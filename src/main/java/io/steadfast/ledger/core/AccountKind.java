package io.steadfast.ledger.core;

/** The accounts of the double entry, each per wallet. A positive leg credits the account. */
public enum AccountKind {
    /** What the tenant owes the member in points: pending, active and held. */
    MEMBER,
    /** What the member owes: negative while a debt stands. */
    DEBT,
    /** Where granted points come from. */
    ISSUANCE,
    /** Where points go that expire or are forfeited. */
    BREAKAGE,
    /** Where points go that are used for a reward or a payment. */
    REDEMPTION,
    /** Where points go that are given to a charity. */
    DONATION,
    /** Where goodwill comes from, and corrections. */
    ADJUSTMENT,
    /** Points on their way from one member to another; nought over both. */
    TRANSFER
}
