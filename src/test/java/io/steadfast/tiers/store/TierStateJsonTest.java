package io.steadfast.tiers.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.tiers.core.TierState;
import org.junit.jupiter.api.Test;

class TierStateJsonTest {

    /** As it was written before tiers were kept by goals. */
    private static final String EARLIER = "{\"held\":{\"rank\":1,\"from\":\"2026-03-10T12:00:00Z\","
            + "\"until\":\"2028-01-01T08:00:00Z\",\"earnedAt\":\"2026-03-10T12:00:00Z\",\"threshold\":35000},"
            + "\"beneath\":[],\"metric\":{\"buckets\":{\"2026-01-01\":35000}},\"upgradeAt\":null}";

    @Test
    void a_state_that_was_kept_before_reads_as_it_meant() {
        TierState state = TierStateJson.read(EARLIER);
        assertThat(state.held().threshold()).isEqualTo(35_000);
        assertThat(state.held().goals()).isEmpty();
        assertThat(state.metric().others()).isEmpty();
        assertThat(state.upgradeAt()).isEmpty();
        assertThat(TierStateJson.read(TierStateJson.write(state))).isEqualTo(state);
    }
}
