package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Order;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrialServiceIT extends ContainerTest {

    private static final String START = "2026-01-01T08:00:00Z";
    private static final String BOUGHT = "2026-03-14T10:00:00Z";

    @Inject
    Shop shop;

    @Inject
    TrialService trials;

    @Inject
    ProgramService programs;

    @Test
    void a_past_order_comes_with_what_was_known_and_a_member_as_they_were_at_the_time() {
        shop.open("2026-12-31T12:00:00Z");
        ProgramCode p2 = shop.publish("P2", START);
        MemberId vera = shop.member("vera", START, p2);
        shop.put(vera, Shop.order("1", BOUGHT, "USD", Shop.line("A", 1, 350_00)));
        shop.put(vera, Shop.order("2", "2026-03-15T10:00:00Z", "USD", Shop.line("A", 1, 10_00)));
        TierSetRef status = new TierSetRef(p2, new TierSetCode("STATUS"));

        TrialService.PastOrder second =
                shop.call(() -> trials.past(p2, "shop", "2")).orElseThrow();
        assertThat(second.facts().orElseThrow().tiers().get(status)).isEqualTo(new TierCode("VIB"));
        assertThat(shop.call(() -> trials.latest(p2, 1)))
                .extracting(one -> one.order().reference())
                .containsExactly("2");
        assertThat(shop.call(() -> trials.past(p2, "shop", "3"))).isEmpty();

        ProgramVersion version =
                shop.call(() -> programs.inForce(p2, Instant.parse(BOUGHT))).orElseThrow();
        Order before = second.order().at(Instant.parse("2026-03-01T10:00:00Z"));
        MemberFacts then = shop.call(() -> trials.facts(vera, version, before));
        assertThat(then.tiers().getOrDefault(status, new TierCode("INSIDER"))).isEqualTo(new TierCode("INSIDER"));
        assertThat(then.ordersBefore()).isZero();
        Order after = second.order().at(Instant.parse("2026-04-01T10:00:00Z"));
        MemberFacts now = shop.call(() -> trials.facts(vera, version, after));
        assertThat(now.tiers().get(status)).isEqualTo(new TierCode("VIB"));
        assertThatThrownBy(() -> shop.call(() -> trials.facts(new MemberId(new UUID(0, 5)), version, after)))
                .isInstanceOf(Refusal.class);
    }
}
