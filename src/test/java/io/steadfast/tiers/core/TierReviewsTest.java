package io.steadfast.tiers.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.TierSet;
import io.steadfast.tiers.core.TierFact.Cause;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TierReviewsTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant JOINED = Instant.parse("2026-01-10T12:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void an_earned_tier_is_reviewed_when_its_validity_ends() {
        Instant until = Instant.parse("2028-01-01T05:00:00Z");
        TierFact vib = new TierFact(Instant.parse("2026-03-01T12:00:00Z"), 1, Cause.REACHED, Optional.of(until));
        assertThat(TierReviews.after(set(), ZONE, JOINED, Optional.of(vib), JUNE))
                .contains(until);
    }

    @Test
    void the_base_tier_is_reviewed_when_its_period_ends() {
        assertThat(TierReviews.after(set(), ZONE, JOINED, Optional.empty(), JUNE))
                .contains(Instant.parse("2027-01-01T05:00:00Z"));
    }

    @Test
    void a_tier_for_life_is_never_reviewed() {
        TierFact vib = new TierFact(JOINED, 1, Cause.REACHED, Optional.empty());
        assertThat(TierReviews.after(set(), ZONE, JOINED, Optional.of(vib), JUNE))
                .isEmpty();
    }

    private static TierSet set() {
        return ProgramTemplates.find("P2").orElseThrow().tierSets().get(0);
    }
}
