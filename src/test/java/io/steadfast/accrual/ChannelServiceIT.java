package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.Order;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChannelServiceIT extends ContainerTest {

    @Inject
    Shop shop;

    @Inject
    ChannelService channels;

    @Test
    void the_channels_of_orders_are_known_once_each_and_no_other_tenants() {
        shop.open("2026-03-14T12:00:00Z");
        ProgramCode program = shop.publish("P1", "2026-01-01T00:00:00Z");
        MemberId member = shop.member("anna", "2026-01-01T00:00:00Z", program);
        assertThat(shop.call(() -> channels.inUse(24))).isEmpty();
        through(member, "1", Optional.of("web"));
        through(member, "2", Optional.of("app"));
        through(member, "3", Optional.of("web"));
        through(member, "4", Optional.empty());
        assertThat(shop.call(() -> channels.inUse(24))).containsExactly("app", "web");
        assertThat(shop.call(() -> channels.inUse(1))).containsExactly("app");
        shop.open("2026-03-14T12:00:00Z");
        assertThat(shop.call(() -> channels.inUse(24))).isEmpty();
    }

    private void through(MemberId member, String reference, Optional<String> channel) {
        Order order = Shop.order(reference, "2026-03-10T12:00:00Z", "GBP", Shop.line("A", 1, 10_00));
        shop.put(
                member,
                new Order(
                        order.source(),
                        order.reference(),
                        order.revision(),
                        order.member(),
                        order.occurredAt(),
                        order.store(),
                        channel,
                        order.currency(),
                        order.status(),
                        order.fulfilledAt(),
                        order.tax(),
                        order.lines(),
                        order.shipping(),
                        order.tenders(),
                        order.donation(),
                        order.returns()));
    }
}
