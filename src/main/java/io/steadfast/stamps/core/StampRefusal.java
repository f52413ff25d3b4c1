package io.steadfast.stamps.core;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why a stamp can't be given by hand. */
public enum StampRefusal implements RefusalReason {
    /** None of the member's programs has such a card. */
    CARD_UNKNOWN(RefusalKind.UNKNOWN),
    /** A card that ends when it is full is full. */
    CARD_FULL(RefusalKind.CANNOT_BE_DONE);

    private final RefusalKind kind;

    StampRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
