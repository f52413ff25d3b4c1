package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A ladder that cuts the order which reaches a tier: P2 with {@code split}. */
class CrossedOrdersIT extends ContainerTest {

    private static final String JOINED = "2026-01-01T05:00:00Z";

    @Inject
    Shop shop;

    @Inject
    ReplayService replays;

    private MemberId member;

    private void open() {
        shop.open("2026-12-31T12:00:00Z");
        ProgramCode p2 = shop.publish(Shop.template("P2", "\"crossing\":\"before\"", "\"crossing\":\"split\""), JOINED);
        member = shop.member("crosses", JOINED, p2);
    }

    private Receipt put(String reference, String at, long amount) {
        return shop.put(member, order(reference, at, amount)).receipt();
    }

    private static Order order(String reference, String at, long amount) {
        return Shop.order(reference, at, "USD", Shop.line("A", 1, amount));
    }

    @Test
    void the_part_of_an_order_above_the_threshold_earns_at_the_new_rate() {
        open();
        assertThat(Shop.granted(put("1", "2026-03-10T12:00:00Z", 300_00))).isEqualTo(300);
        Receipt crossing = put("2", "2026-03-11T12:00:00Z", 70_50);
        assertThat(Shop.granted(crossing)).isEqualTo(50 + 25);
        assertThat(crossing.programs().get(0).tiers().get(0).after().value()).isEqualTo("VIB");
        assertThat(Shop.granted(put("3", "2026-03-12T12:00:00Z", 10_00))).isEqualTo(12);
    }

    @Test
    void an_order_that_crosses_two_thresholds_has_three_rates() {
        open();
        assertThat(Shop.granted(put("1", "2026-03-10T12:00:00Z", 1_500_00))).isEqualTo(350 + 812 + 750);
        assertThat(Shop.granted(put("2", "2026-03-11T12:00:00Z", 9_99))).isEqualTo(14);
    }

    @Test
    void an_order_that_just_reaches_the_threshold_earns_at_the_old_rate() {
        open();
        assertThat(Shop.granted(put("1", "2026-03-10T12:00:00Z", 350_00))).isEqualTo(350);
    }

    @Test
    void a_changed_crossing_order_is_cut_at_the_same_threshold_and_a_return_takes_its_share() {
        open();
        put("1", "2026-03-10T12:00:00Z", 300_00);
        put("2", "2026-03-11T12:00:00Z", 70_50);
        assertThat(Shop.granted(put("2", "2026-03-11T12:00:00Z", 90_00))).isEqualTo(50 + 50);
        assertThat(Shop.granted(put("2", "2026-03-11T12:00:00Z", 40_00))).isEqualTo(40);
        assertThat(Shop.granted(put("2", "2026-03-11T12:00:00Z", 90_00))).isEqualTo(50 + 50);
        assertThat(Shop.granted(put("2", "2026-03-11T12:00:00Z", 40_00))).isEqualTo(40);
        Receipt back = shop.giveBack(
                        order("2", "2026-03-11T12:00:00Z", 40_00), Shop.goods("r1", "2026-03-12T12:00:00Z", "A", 1))
                .receipt();
        assertThat(Shop.taken(back)).isEqualTo(40);
        assertThat(shop.spendable(member)).isEqualTo(300);
        assertThat(shop.call(() -> replays.receipts(new UUID(0, 0), 100)).differences())
                .isEmpty();
    }
}
