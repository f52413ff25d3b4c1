package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderDonation;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What follows an order beside points stands in its receipt. */
class OrderFollowerIT extends ContainerTest {

    private static final String BOUGHT = "2026-03-14T10:00:00Z";

    @Inject
    Shop shop;

    private static Order giving(Order order) {
        return order.giving(
                Optional.of(new OrderDonation(SampleFollower.CHARITY, Optional.empty(), OrderDonation.Funding.BRAND)));
    }

    private static List<Receipt.Made> donations(Receipt receipt) {
        return receipt.programs().get(0).donations();
    }

    @Test
    void aFollowersDonationIsInTheReceiptWithEachStateOfTheOrder() {
        shop.open("2026-03-14T12:00:00Z");
        ProgramCode program = shop.publish("P1", "2026-01-01T00:00:00Z");
        MemberId anna = shop.member("anna", "2026-01-01T00:00:00Z", program);
        Order order = giving(Shop.order("1001", BOUGHT, "GBP", Shop.line("A", 1, 4000)));

        Receipt simulated = shop.call(() -> shop.accrual.simulate(
                        new ReportedOrder(order, Optional.of(new NamedMember(NamedMember.By.EXTERNAL_ID, "anna")))))
                .receipt();
        assertThat(donations(simulated)).extracting(Receipt.Made::state).containsExactly(Optional.of("PLEDGED"));

        Receipt paid = shop.put(anna, order).receipt();
        Receipt.Made pledged = donations(paid).get(0);
        assertThat(pledged.amount()).contains(Money.of(100, "GBP"));
        assertThat(pledged.kind()).contains("BRAND");
        assertThat(paid.problems()).contains(new Receipt.Problem("SAMPLE_BEFORE", "NONE"));
        assertThat(Shop.granted(paid)).isEqualTo(40);
        assertThat(shop.put(anna, order).receipt()).isEqualTo(paid);

        Receipt cancelled = shop.put(anna, Shop.with(order, OrderStatus.CANCELLED, Optional.empty(), List.of()))
                .receipt();
        assertThat(donations(cancelled)).extracting(Receipt.Made::state).containsExactly(Optional.of("REVERSED"));
        assertThat(cancelled.problems()).contains(new Receipt.Problem("SAMPLE_BEFORE", "PAID"));
    }
}
