package io.steadfast.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Order;
import io.steadfast.memberships.MembershipService;
import io.steadfast.memberships.StartWish;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanSpendServiceIT extends ContainerTest {

    private static final Instant YEAR = Instant.parse("2026-01-01T05:00:00Z");
    private static final Instant NEXT_YEAR = Instant.parse("2027-01-01T05:00:00Z");

    @Inject
    Shop shop;

    @Inject
    MembershipService memberships;

    @Inject
    PlanSpendService report;

    @Test
    void each_order_counts_where_its_member_stood_and_returns_are_taken_off() {
        shop.open("2026-01-01T14:00:00Z");
        ProgramCode prime = shop.publish("P3", "2025-01-01T12:00:00Z");
        MemberId paid = shop.member("paid", "2025-12-01T12:00:00Z", prime);
        MemberId free = shop.member("free", "2025-12-01T12:00:00Z", prime);
        shop.call(() -> memberships.start(new StartWish(
                paid, prime, new PlanCode("PRIME"), Optional.empty(), Optional.empty(), StartWish.Trial.AS_OFFERED)));
        shop.at("2026-06-01T12:00:00Z");
        put(paid, "1", "2026-01-10T12:00:00Z", 100_00);
        Order half = put(paid, "2", "2026-01-11T12:00:00Z", 50_00);
        shop.giveBack(half, Shop.goods("r", "2026-01-20T12:00:00Z", "A", 1));
        put(paid, "3", "2026-05-01T12:00:00Z", 7_00);
        put(free, "4", "2026-01-10T12:00:00Z", 40_00);
        List<PlanSpend> spend = shop.call(() -> report.spend(prime, YEAR, NEXT_YEAR));
        assertThat(spend)
                .containsExactly(
                        new PlanSpend(Optional.empty(), 2, 2, Money.of(47_00, "USD")),
                        new PlanSpend(Optional.of("PRIME"), 1, 2, Money.of(125_00, "USD")));
        assertThat(spend.get(0).perMember()).isEqualTo(Money.of(23_50, "USD"));
        assertThat(shop.call(() -> report.spend(prime, NEXT_YEAR, NEXT_YEAR.plusSeconds(1))))
                .isEmpty();
    }

    private Order put(MemberId member, String reference, String at, long amount) {
        Order order = Shop.order(reference, at, "USD", Shop.line("A", 2, amount));
        shop.put(member, order);
        return order;
    }
}
