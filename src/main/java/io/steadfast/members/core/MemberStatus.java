package io.steadfast.members.core;

/** Whether a member takes part. */
public enum MemberStatus {
    ACTIVE,
    /** Takes part in nothing until it is lifted; orders are recorded. */
    BLOCKED,
    /** Their books went to another member. */
    MERGED,
    /** Personal fields are gone, the pseudonymous books stay. */
    ERASED
}
