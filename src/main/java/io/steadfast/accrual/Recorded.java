package io.steadfast.accrual;

import io.steadfast.accrual.core.Receipt;

/** What became of a report: the receipt that stands for it now, and whether the report changed anything. */
public record Recorded(Receipt receipt, Effect effect) {

    /** What the report changed. */
    public enum Effect {
        /** The order or activity wasn't known before. */
        NEW,
        CHANGED,
        /** The same again: the standing receipt is the answer. */
        REPEATED,
        /** A revision that isn't newer: the standing receipt is the answer. */
        SUPERSEDED
    }
}
