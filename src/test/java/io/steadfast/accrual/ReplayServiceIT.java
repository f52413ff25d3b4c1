package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was judged comes out again by the stored versions and facts, and stands in the books. */
class ReplayServiceIT extends ContainerTest {

    private static final String START = "2026-01-01T00:00:00Z";
    private static final String BOUGHT = "2026-03-14T10:00:00Z";

    @Inject
    Shop shop;

    @Inject
    ReplayService replay;

    @Test
    void storedOrdersAndActivitiesReproduceTheBooks() {
        shop.open("2026-03-14T12:00:00Z");
        ProgramCode program = shop.publish("P1", START);
        MemberId anna = shop.member("anna", START, program);
        MemberId ben = shop.member("ben", START, program);
        Order first = Shop.order("1", BOUGHT, "GBP", Shop.line("A", 2, 4050), Shop.line("B", 1, 999));
        shop.put(anna, first);
        shop.giveBack(first, Shop.goods("r1", BOUGHT, "A", 1));
        shop.put(ben, Shop.order("2", BOUGHT, "GBP", Shop.line("A", 1, 1234)));
        shop.put(anna, Shop.order("2", BOUGHT, "GBP", Shop.line("A", 1, 5678)));
        Order third = Shop.order("3", BOUGHT, "GBP", Shop.line("A", 1, 777));
        shop.put(ben, third);
        shop.put(ben, Shop.with(third, OrderStatus.CANCELLED, Optional.empty(), List.of()));
        shop.does(anna, "review", "r-1", BOUGHT);
        shop.does(anna, "social_share", "s-1", BOUGHT);
        shop.does(anna, "social_share", "s-2", BOUGHT);
        UUID start = new UUID(0, 0);
        ReplayService.Page receipts = shop.call(() -> replay.receipts(start, 1_000));
        assertThat(receipts.last()).isPresent();
        assertThat(receipts.differences()).isEmpty();
        ReplayService.Page orders = shop.call(() -> replay.orders(start, 1_000));
        assertThat(orders.last()).isPresent();
        assertThat(orders.differences()).isEmpty();
        UUID soon = new UUID(Instant.now().minusSeconds(600).toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
        assertThat(shop.call(() -> replay.receipts(soon, 1_000)).last()).isEqualTo(receipts.last());
    }
}
