package io.steadfast.memberships.rest;

import io.steadfast.memberships.StartWish;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.programs.core.Plan;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.Optional;

/**
 * A member takes a plan.
 *
 * @param startAt left out means now
 * @param interval needed where the plan has several prices
 * @param trial {@code none} to begin without the free days
 */
public record MembershipRequest(
        MemberId memberId,
        ProgramCode program,
        String plan,
        Optional<Instant> startAt,
        Optional<Plan.Interval> interval,
        Optional<StartWish.Trial> trial) {

    StartWish wish() {
        try {
            return new StartWish(
                    memberId, program, new PlanCode(plan), interval, startAt, trial.orElse(StartWish.Trial.AS_OFFERED));
        } catch (IllegalArgumentException notACode) {
            throw FieldErrors.one("plan", FieldReason.NOT_VALID);
        }
    }
}
