package io.steadfast.memberships.store;

import io.steadfast.memberships.core.MembershipState;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a membership stood when it was last looked at.
 *
 * @param dueAt when time alone changes something next
 */
public record Standing(MembershipState state, Instant coveredUntil, Optional<Instant> dueAt, Instant seenAt) {}
