package io.steadfast.accrual;

/** What a reported order is to bring about. */
public enum Effects {
    /** Everything the programs say. */
    ALL,
    /** It counts for tiers and gives status points; whatever else it earned was earned elsewhere. */
    METRICS,
    /** It is only known. */
    NONE
}
