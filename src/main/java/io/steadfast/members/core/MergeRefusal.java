package io.steadfast.members.core;

import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;

/** Why two members can't be merged. */
public enum MergeRefusal implements RefusalReason {
    /** Nobody of the id named in the body. */
    MERGE_SOURCE_UNKNOWN,
    MERGE_SAME_MEMBER,
    /** The source was merged before. */
    MERGE_SOURCE_MERGED,
    MERGE_SOURCE_BLOCKED,
    /** The source is in no program: there is nothing to bring. */
    MERGE_NOT_ENROLLED,
    /** A person and an organisation. */
    MERGE_KINDS_DIFFER,
    MERGE_POINTS_HELD,
    MERGE_POINTS_BLOCKED,
    MERGE_PLAN_RUNNING,
    MERGE_VOUCHER_HELD,
    /** One of the two brought the other: nobody brings themselves. */
    MERGE_BROUGHT_EACH_OTHER;

    @Override
    public RefusalKind kind() {
        return RefusalKind.CANNOT_BE_DONE;
    }
}
