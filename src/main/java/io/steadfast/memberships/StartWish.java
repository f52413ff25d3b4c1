package io.steadfast.memberships;

import io.steadfast.programs.core.Plan;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.Optional;

/**
 * A member wants a plan.
 *
 * @param interval by which it is paid; empty means the only one
 * @param startAt when it begins; empty means now
 */
public record StartWish(
        MemberId member,
        ProgramCode program,
        PlanCode plan,
        Optional<Plan.Interval> interval,
        Optional<Instant> startAt,
        Trial trial) {

    /** Which free days are wanted. */
    public enum Trial {
        AS_OFFERED,
        NONE,
        /** It began elsewhere, perhaps before the program did: without a trial, by the program's first version. */
        MOVED_IN
    }
}
