package io.steadfast.memberships;

import io.steadfast.memberships.core.MembershipId;
import io.steadfast.memberships.core.MembershipState;
import io.steadfast.programs.core.Plan;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.Optional;

/**
 * A plan that is on at an instant, with what it gives as the program stated it then.
 *
 * @param until exclusive, if nothing more happens
 */
public record PlanOn(
        MembershipId membership, ProgramCode program, Plan plan, MembershipState state, Optional<Instant> until) {}
