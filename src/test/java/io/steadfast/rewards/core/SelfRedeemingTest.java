package io.steadfast.rewards.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Reward;
import io.steadfast.shared.WalletCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelfRedeemingTest {

    private static final WalletCode POINTS = new WalletCode("beauty-points");
    private static final ProgramDocument ASKED_FOR = ProgramTemplates.find("P2").orElseThrow();
    private static final ProgramDocument BY_ITSELF = ProgramDocumentCodec.read(ProgramDocumentCodec.write(ASKED_FOR)
            .replace("\"redeemed\":\"on_request\"", "\"redeemed\":\"when_affordable\""));

    @Test
    void a_program_whose_rewards_are_asked_for_has_none() {
        assertThat(SelfRedeeming.any(ASKED_FOR)).isFalse();
        assertThat(SelfRedeeming.waitsFor(ASKED_FOR, POINTS)).isFalse();
        assertThat(SelfRedeeming.withinReach(ASKED_FOR, Map.of(POINTS, 1_000_000L)))
                .isEmpty();
    }

    @Test
    void the_lowest_price_that_any_tier_has_brings_a_reward_within_reach_in_the_documents_order() {
        assertThat(SelfRedeeming.any(BY_ITSELF)).isTrue();
        assertThat(SelfRedeeming.waitsFor(BY_ITSELF, POINTS)).isTrue();
        assertThat(SelfRedeeming.waitsFor(BY_ITSELF, new WalletCode("other"))).isFalse();
        for (Reward reward : BY_ITSELF.rewards()) {
            long lowest = reward.price().orElseThrow().lowest();
            assertThat(within(lowest)).contains(reward);
            assertThat(within(lowest - 1)).doesNotContain(reward);
        }
        assertThat(within(1_000_000))
                .containsExactlyElementsOf(BY_ITSELF.rewards().stream()
                        .filter(reward -> reward.price().orElseThrow().money().isEmpty())
                        .toList());
    }

    private static List<Reward> within(long points) {
        return SelfRedeeming.withinReach(BY_ITSELF, Map.of(POINTS, points));
    }
}
