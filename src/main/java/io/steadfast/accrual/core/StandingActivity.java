package io.steadfast.accrual.core;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An activity with everything that was posted for it.
 *
 * @param id of the activity
 * @param receipt that stands for it now
 * @param programs what each program said
 * @param grants as they were posted, each with its lot
 * @param kept what it took of limits that all members share, by {@link SharedDemand#name()}
 */
public record StandingActivity(
        UUID id,
        Activity activity,
        Receipt receipt,
        List<ProgramJudgement> programs,
        List<StandingGrant> grants,
        Map<String, Long> kept) {

    public StandingActivity {
        programs = List.copyOf(programs);
        grants = List.copyOf(grants);
        kept = Map.copyOf(kept);
    }
}
