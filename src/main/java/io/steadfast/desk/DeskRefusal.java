package io.steadfast.desk;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why something can't be kept about a member or a list. */
public enum DeskRefusal implements RefusalReason {
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
