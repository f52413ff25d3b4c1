package io.steadfast.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.Shop;
import io.steadfast.rewards.core.HeldEntitlement;
import io.steadfast.shared.MemberId;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntitlementServiceIT extends ContainerTest {

    private static final String START = "2026-01-01T08:00:00Z";

    @Inject
    Shop shop;

    @Inject
    EntitlementService entitlements;

    @Test
    void rights_of_a_tier_end_with_the_tier_and_rights_of_everybody_dont() {
        shop.open("2026-03-15T19:00:00Z");
        MemberId member = shop.member("anna", START, shop.publish("P2", START));
        assertThat(codes(member)).containsExactly("beauty-classes", "community");
        shop.put(member, Shop.order("1", "2026-03-10T12:00:00Z", "USD", Shop.line("A", 1, 100_000)));
        assertThat(codes(member)).containsExactly("beauty-classes", "community", "exclusive-events", "hotline");
        HeldEntitlement hotline =
                shop.call(() -> entitlements.held(member, Optional.empty())).get(3);
        assertThat(hotline.until()).contains(Instant.parse("2028-01-01T08:00:00Z"));
        shop.at("2028-01-01T08:00:00Z");
        assertThat(codes(member)).containsExactly("beauty-classes", "community");
    }

    private List<String> codes(MemberId member) {
        return shop.call(() -> entitlements.held(member, Optional.empty())).stream()
                .map(HeldEntitlement::code)
                .toList();
    }
}
