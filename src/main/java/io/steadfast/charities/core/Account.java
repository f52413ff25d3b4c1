package io.steadfast.charities.core;

/** The accounts of the double entry of donations, in money. The funding ones are who pays, the others what is owed. */
public enum Account {
    BRAND_FUNDS,
    /** Money of members that was collected with their orders. */
    MEMBER_FUNDS,
    /** What the brand no longer owes in points. */
    POINTS_FUNDS,
    MATCH_FUNDS,
    /** Owed if the order stays; of a charity, or of none while nobody chose one. */
    PLEDGED,
    /** Owed; of a charity, or of none while nobody chose one. */
    CONFIRMED,
    /** Paid to a charity in a batch. */
    SETTLED
}
