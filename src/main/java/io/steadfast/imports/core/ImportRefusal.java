package io.steadfast.imports.core;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why a file or one of its rows can't be taken. */
public enum ImportRefusal implements RefusalReason {
    JOB_UNKNOWN(RefusalKind.UNKNOWN),
    MAPPING_UNKNOWN(RefusalKind.MALFORMED),
    FIELD_UNKNOWN(RefusalKind.MALFORMED),
    COLUMNS_NOT_READ(RefusalKind.MALFORMED),
    COLUMN_MISSING(RefusalKind.MALFORMED),
    COLUMN_TWICE(RefusalKind.MALFORMED),
    FILE_EMPTY(RefusalKind.MALFORMED),
    FILE_TOO_LARGE(RefusalKind.MALFORMED),
    NOT_UTF8(RefusalKind.MALFORMED),
    NOT_CSV(RefusalKind.MALFORMED),
    /** A file of this kind is about a program. */
    PROGRAM_NEEDED(RefusalKind.MALFORMED),
    PROGRAM_UNPUBLISHED(RefusalKind.CANNOT_BE_DONE),
    VALUE_MISSING(RefusalKind.MALFORMED),
    NOBODY_NAMED(RefusalKind.MALFORMED),
    NOT_A_DAY(RefusalKind.MALFORMED),
    NOT_AN_AMOUNT(RefusalKind.MALFORMED),
    AMOUNT_TOO_FINE(RefusalKind.MALFORMED),
    NOT_A_NUMBER(RefusalKind.MALFORMED),
    NOT_YES_OR_NO(RefusalKind.MALFORMED),
    TOO_MANY_CELLS(RefusalKind.MALFORMED),
    CELL_TOO_LONG(RefusalKind.MALFORMED),
    /** A control character, such as NUL, which no text may hold. */
    CELL_NOT_TEXT(RefusalKind.MALFORMED),
    TOO_MANY_POINTS(RefusalKind.MALFORMED),
    REFERENCE_REPEATED(RefusalKind.MALFORMED),
    NOBODY_FOUND(RefusalKind.CANNOT_BE_DONE),
    SET_AMBIGUOUS(RefusalKind.CANNOT_BE_DONE),
    /** Of the file as a whole: whatever goes wrong each time would go wrong once more. */
    READ_TOO_OFTEN(RefusalKind.CANNOT_BE_DONE),
    /** Of the file as a whole: nobody reads so many errors. */
    TOO_MANY_ERRORS(RefusalKind.CANNOT_BE_DONE),
    /** Of the file as a whole: what was taken and what wasn't don't come to its rows. */
    ROWS_LOST(RefusalKind.CANNOT_BE_DONE),
    /** Something of ours; the log has it. */
    ROW_FAILED(RefusalKind.CANNOT_BE_DONE);

    private final RefusalKind kind;

    ImportRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
