package io.steadfast.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.accrual.core.OrderStore;
import io.steadfast.accrual.core.Tender;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BasketTest {

    private static final Currency USD = Currency.getInstance("USD");

    @Test
    void what_nothing_else_pays_is_paid_by_card() {
        assertThat(paid(Map.of(Tender.Kind.POINTS, 400L, Tender.Kind.GIFT_CARD, 100L)))
                .containsExactlyInAnyOrder(
                        Tender.of(Tender.Kind.POINTS, 400),
                        Tender.of(Tender.Kind.GIFT_CARD, 100),
                        Tender.of(Tender.Kind.CARD, 500));
        assertThat(paid(Map.of(Tender.Kind.POINTS, 1_000L))).containsExactly(Tender.of(Tender.Kind.POINTS, 1_000));
        assertThat(Basket.of(0, "").order(USD, Instant.EPOCH).tenders())
                .containsExactly(Tender.of(Tender.Kind.CARD, 0));
    }

    @Test
    void more_than_it_costs_cannot_be_paid() {
        assertThatThrownBy(() -> paid(Map.of(Tender.Kind.POINTS, 900L, Tender.Kind.CREDIT, 101L)))
                .isInstanceOf(NotThat.class);
    }

    private static List<Tender> paid(Map<Tender.Kind, Long> paid) {
        Basket basket =
                new Basket(List.of(new Basket.Item(1_000, "", "")), "web", Optional.of(OrderStore.of("S1")), paid);
        return basket.order(USD, Instant.EPOCH).tenders();
    }
}
