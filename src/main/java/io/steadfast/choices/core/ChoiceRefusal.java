package io.steadfast.choices.core;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why something can't be done with stores, products and attributes. */
public enum ChoiceRefusal implements RefusalReason {
    STORE_UNKNOWN(RefusalKind.UNKNOWN),
    STORE_EXISTS(RefusalKind.CONFLICT),
    PRODUCT_UNKNOWN(RefusalKind.UNKNOWN),
    PRODUCT_EXISTS(RefusalKind.CONFLICT),
    ATTRIBUTE_UNKNOWN(RefusalKind.UNKNOWN),
    ATTRIBUTE_EXISTS(RefusalKind.CONFLICT),
    CODE_NOT_VALID(RefusalKind.MALFORMED),
    CATEGORY_NOT_VALID(RefusalKind.MALFORMED),
    ENDS_BEFORE_IT_BEGINS(RefusalKind.MALFORMED),
    DAY_NOT_VALID(RefusalKind.MALFORMED),
    /** A choice needs its values, another type has none. */
    VALUES_DONT_FIT_TYPE(RefusalKind.MALFORMED),
    TOO_MANY_DECLARED(RefusalKind.CANNOT_BE_DONE),
    ATTRIBUTE_NOT_DECLARED(RefusalKind.MALFORMED),
    ATTRIBUTE_NOT_WRITABLE(RefusalKind.MALFORMED),
    ATTRIBUTE_NOT_ONE_OF(RefusalKind.MALFORMED),
    ATTRIBUTE_WRONG_TYPE(RefusalKind.MALFORMED);

    private final RefusalKind kind;

    ChoiceRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
