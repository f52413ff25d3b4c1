package io.steadfast.rewards.core;

import static io.steadfast.rewards.core.RedemptionState.CANCELLED;
import static io.steadfast.rewards.core.RedemptionState.DELIVERED;
import static io.steadfast.rewards.core.RedemptionState.ISSUED;
import static io.steadfast.rewards.core.RedemptionState.ORDERED;
import static io.steadfast.rewards.core.RedemptionState.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedemptionStateTest {

    @Test
    void a_thing_goes_from_ordered_over_shipped_to_delivered_and_never_back() {
        assertThat(ORDERED.mayBecome(SHIPPED)).isTrue();
        assertThat(ORDERED.mayBecome(DELIVERED)).isTrue();
        assertThat(SHIPPED.mayBecome(DELIVERED)).isTrue();
        assertThat(SHIPPED.mayBecome(ORDERED)).isFalse();
        assertThat(DELIVERED.mayBecome(SHIPPED)).isFalse();
        assertThat(ISSUED.mayBecome(SHIPPED)).isFalse();
        assertThat(CANCELLED.mayBecome(SHIPPED)).isFalse();
    }

    @Test
    void what_was_sent_isnt_cancelled() {
        assertThat(ORDERED.mayBeCancelled()).isTrue();
        assertThat(ISSUED.mayBeCancelled()).isTrue();
        assertThat(SHIPPED.mayBeCancelled()).isFalse();
        assertThat(DELIVERED.mayBeCancelled()).isFalse();
    }
}
