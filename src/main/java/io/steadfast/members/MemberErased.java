package io.steadfast.members;

import io.steadfast.shared.MemberId;

/**
 * A member was erased, in the transaction under way. Whoever keeps something personal of members observes this and takes it
 * away.
 */
public record MemberErased(MemberId member) {}
