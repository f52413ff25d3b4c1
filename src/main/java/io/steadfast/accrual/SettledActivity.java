package io.steadfast.accrual;

import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.ProgramJudgement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An activity that has just been settled.
 *
 * @param activityId stays the same whatever is decided about it later
 * @param judgements of the programs that looked
 * @param now the tenant's instant
 */
public record SettledActivity(UUID activityId, Activity activity, List<ProgramJudgement> judgements, Instant now) {

    public SettledActivity {
        judgements = List.copyOf(judgements);
    }
}
