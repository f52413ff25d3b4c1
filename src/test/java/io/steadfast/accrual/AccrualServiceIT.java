package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.AccrualRefusal;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RefusalReason;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Orders and activities through the service, in the database. */
class AccrualServiceIT extends ContainerTest {

    @Inject
    Shop shop;

    @Test
    void anOrderAReviewAndTheFirstOfTwoSharesEarnWhatSimplePointsPromises() {
        shop.open("2026-03-14T12:00:00Z");
        ProgramCode program = shop.publish("P1", "2026-01-01T00:00:00Z");
        MemberId member = shop.member("anna", "2026-01-01T00:00:00Z", program);
        Recorded order = shop.put(member, Shop.order("1001", "2026-03-14T10:00:00Z", "GBP", Shop.line("A", 1, 4000)));
        assertThat(order.effect()).isEqualTo(Recorded.Effect.NEW);
        assertThat(Shop.granted(order.receipt())).isEqualTo(40);
        assertThat(Shop.granted(shop.does(member, "review", "r-1", "2026-03-14T11:00:00Z")
                        .receipt()))
                .isEqualTo(50);
        assertThat(Shop.granted(shop.does(member, "social_share", "s-1", "2026-03-14T11:10:00Z")
                        .receipt()))
                .isEqualTo(20);
        Receipt second =
                shop.does(member, "social_share", "s-2", "2026-03-14T11:20:00Z").receipt();
        assertThat(Shop.granted(second)).isZero();
        assertThat(Shop.skipped(second)).contains("DAILY_CAP");
        assertThat(shop.spendable(member)).isEqualTo(110);
        assertThat(shop.number("SELECT count(*) FROM activity")).isEqualTo(3);
        assertThat(shop.number("SELECT count(*) FROM proof WHERE kind = 'SKIP' AND rule = 'share'"))
                .isEqualTo(1);
    }

    @Test
    void fiftyEqualOrdersAtOnceHaveOneEffectAndFiftyEqualAnswers() {
        shop.open("2026-03-14T12:00:00Z");
        ProgramCode program = shop.publish("P1", "2026-01-01T00:00:00Z");
        MemberId member = shop.member("anna", "2026-01-01T00:00:00Z", program);
        Order order = Shop.order("1001", "2026-03-14T10:00:00Z", "GBP", Shop.line("A", 1, 4000));
        List<Recorded> answers = Shop.atOnce(50, number -> shop.put(member, order));
        assertThat(answers)
                .filteredOn(each -> each.effect() == Recorded.Effect.NEW)
                .hasSize(1);
        assertThat(answers)
                .extracting(Recorded::receipt)
                .containsOnly(answers.get(0).receipt());
        assertThat(shop.number("SELECT count(*) FROM entry")).isEqualTo(1);
        assertThat(shop.spendable(member)).isEqualTo(40);
    }

    /** Each waits for one member's books with another's in hand, unless both are taken in one order before the order itself. */
    @Test
    void ordersThatTwoMembersSwapNeverWaitForEachOther() {
        shop.open("2026-03-14T12:00:00Z");
        ProgramCode program = shop.publish("P1", "2026-01-01T00:00:00Z");
        MemberId anna = shop.member("anna", "2026-01-01T00:00:00Z", program);
        MemberId ben = shop.member("ben", "2026-01-01T00:00:00Z", program);
        Order one = Shop.order("1001", "2026-03-14T10:00:00Z", "GBP", Shop.line("A", 1, 4000));
        Order other = Shop.order("1002", "2026-03-14T10:00:00Z", "GBP", Shop.line("A", 1, 4000));
        shop.put(anna, one);
        shop.put(ben, other);
        List<Optional<RefusalReason>> refused = Shop.atOnce(48, number -> {
            try {
                shop.put((number / 2 + number) % 2 == 0 ? anna : ben, number % 2 == 0 ? one : other);
                return Optional.empty();
            } catch (Refusal refusal) {
                return Optional.of(refusal.reason());
            }
        });
        assertThat(refused.stream().flatMap(Optional::stream)).allMatch(AccrualRefusal.ORDER_BUSY::equals);
        assertThat(refused).contains(Optional.empty());
        assertThat(shop.spendable(anna) + shop.spendable(ben)).isEqualTo(80);
    }
}
