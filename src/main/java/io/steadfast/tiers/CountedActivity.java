package io.steadfast.tiers;

import io.steadfast.programs.core.TierSetCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.tiers.core.MetricChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an order, a return or an activity adds to a member's metrics in one program.
 *
 * @param enrolledAt the start of the base tier
 * @param changes by tier set; in each set's own unit
 */
public record CountedActivity(
        MemberId member, ProgramCode program, Instant enrolledAt, Map<TierSetCode, List<MetricChange>> changes) {

    public CountedActivity {
        changes = Map.copyOf(changes);
    }
}
