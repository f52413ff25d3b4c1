package io.steadfast.ledger.core;

/** What has become of a lot's points. Over all states they always add up to what the lot was granted. */
public enum LotState {
    /** Promised, can't be used yet. */
    PENDING,
    /** Can be used while the lot's activation ≤ now < its expiry. */
    ACTIVE,
    /** Reserved by a hold. */
    HELD,
    SPENT,
    EXPIRED,
    /** Taken back. */
    REVERSED,
    /** Kept from every use by staff, as for a suspicion of fraud; they lapse by their date all the same. */
    BLOCKED
}
