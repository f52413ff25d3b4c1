package io.steadfast.desk;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why something can't be kept about a member or a list, or put right for a member. */
public enum DeskRefusal implements RefusalReason {
    /** Points are a whole number that isn't nothing. */
    POINTS_NOT_VALID(RefusalKind.CANNOT_BE_DONE),
    /** More points than somebody of a store may give. */
    ABOVE_LIMIT(RefusalKind.CANNOT_BE_DONE),
    REASON_NEEDED(RefusalKind.CANNOT_BE_DONE),
    DATE_NOT_VALID(RefusalKind.CANNOT_BE_DONE),
    /** What was to be chosen wasn't, or isn't there any more. */
    CHOICE_NEEDED(RefusalKind.CANNOT_BE_DONE),
    NOTE_NEEDED(RefusalKind.CANNOT_BE_DONE),
    VIEW_NAME_NEEDED(RefusalKind.CANNOT_BE_DONE);

    private final RefusalKind kind;

    DeskRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
