package io.steadfast.platform.settings;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why something can't be set. */
public enum SettingRefusal implements RefusalReason {
    /** The value hasn't the setting's shape. */
    SETTING_NOT_VALID(RefusalKind.CANNOT_BE_DONE),
    /** White on this colour, or this colour on white, can't be read by everybody. */
    COLOUR_TOO_PALE(RefusalKind.CANNOT_BE_DONE);

    private final RefusalKind kind;

    SettingRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
