package io.steadfast.tiers;

import io.steadfast.programs.core.TierSetCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.tiers.core.MetricChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What an order, a return or an activity adds to a member's metrics in one program.
 *
 * @param enrolledAt the start of the base tier
 * @param changes by tier set; in each set's own unit
 * @param occasion the order or activity, by its id; empty for what only counts and brings about nothing else, as what was moved in
 */
public record CountedActivity(
        MemberId member,
        ProgramCode program,
        Instant enrolledAt,
        Map<TierSetCode, List<MetricChange>> changes,
        Optional<UUID> occasion) {

    public CountedActivity {
        changes = Map.copyOf(changes);
    }

    /** The same for another member. */
    CountedActivity of(MemberId other) {
        return new CountedActivity(other, program, enrolledAt, changes, occasion);
    }
}
