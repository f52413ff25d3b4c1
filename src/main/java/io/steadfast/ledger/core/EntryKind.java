package io.steadfast.ledger.core;

/** What an entry is. Decides the account on the other side of the member's. */
public enum EntryKind {
    /** A rule granted points. */
    ACCRUAL(AccountKind.ISSUANCE),
    /** Points brought along from another system. */
    OPENING(AccountKind.ISSUANCE),
    /** Granted by staff; stays when the order it was given for is returned. */
    GOODWILL(AccountKind.ADJUSTMENT),
    /** Granted or taken by staff to put a mistake right; goes back with its order. */
    CORRECTION(AccountKind.ADJUSTMENT),
    /** Expired points that came back as a new lot. */
    REINSTATEMENT(AccountKind.BREAKAGE),
    TRANSFER_IN(AccountKind.TRANSFER),
    /** What a member had who was merged into this one, or came to owe, is this one's: they are one person. */
    TAKEOVER(AccountKind.TRANSFER),
    /** The other side of it: all went to the member into whom this one was merged. */
    HANDOVER(AccountKind.TRANSFER),
    /** Pending points became active. */
    ACTIVATION(AccountKind.ISSUANCE),
    REDEMPTION(AccountKind.REDEMPTION),
    DONATION(AccountKind.DONATION),
    TRANSFER_OUT(AccountKind.TRANSFER),
    /** Active points were reserved. */
    HOLD(AccountKind.REDEMPTION),
    /** Reserved points became active again. */
    RELEASE(AccountKind.REDEMPTION),
    /** A grant was taken back, whole or in part. */
    REVERSAL(AccountKind.ISSUANCE),
    /** Spent points came back. */
    RETURN(AccountKind.REDEMPTION),
    EXPIRY(AccountKind.BREAKAGE),
    /** What lapsed with an account lives again: an activity from before the lapse was heard of after it. */
    REVIVAL(AccountKind.BREAKAGE),
    /** Taken because the membership ended. */
    FORFEIT(AccountKind.BREAKAGE),
    /** New points paid what the member owed. */
    REPAYMENT(AccountKind.DEBT),
    /** Lots got other dates. */
    REDATING(AccountKind.ISSUANCE),
    /** What is left of a lot can't be used until somebody says otherwise. */
    BLOCK(AccountKind.ADJUSTMENT),
    /** Blocked points are as they were before. */
    UNBLOCK(AccountKind.ADJUSTMENT);

    private final AccountKind counter;

    EntryKind(AccountKind counter) {
        this.counter = counter;
    }

    /** The account on the other side of the member's. */
    public AccountKind counter() {
        return counter;
    }

    /** Whether the entry may make a lot. */
    public boolean grants() {
        return this == ACCRUAL
                || this == OPENING
                || this == GOODWILL
                || this == CORRECTION
                || this == REINSTATEMENT
                || this == TRANSFER_IN
                || this == TAKEOVER;
    }

    /** Whether the entry uses a member's points. */
    public boolean spends() {
        return this == REDEMPTION || this == DONATION || this == TRANSFER_OUT || this == CORRECTION;
    }
}
