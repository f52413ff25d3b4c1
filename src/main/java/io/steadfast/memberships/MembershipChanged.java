package io.steadfast.memberships;

import io.steadfast.memberships.core.MembershipId;
import io.steadfast.memberships.core.MembershipState;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.Optional;

/**
 * What the event {@code membership.changed} tells.
 *
 * @param before empty for a membership that begins
 * @param at when it changed, which may be before it was known
 * @param coveredUntil the exclusive end of the trial or of what is paid
 */
public record MembershipChanged(
        MembershipId membershipId,
        ProgramCode program,
        int version,
        PlanCode plan,
        Optional<MembershipState> before,
        MembershipState state,
        Instant at,
        Instant coveredUntil) {}
