package io.steadfast.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.Recorded;
import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderReturn;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.ledger.StatementService;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Beauty Insider (P2) through orders and returns: the acceptance figures of the program. */
class TierServiceIT extends ContainerTest {

    private static final String JOINED = "2026-01-01T05:00:00Z";

    @Inject
    Shop shop;

    @Inject
    TierService tiers;

    @Inject
    TierReviewJob job;

    @Inject
    ProgramService programs;

    @Inject
    StatementService statement;

    @Inject
    UserTransaction transaction;

    @Test
    void the_crossing_order_earns_at_the_old_rate_and_the_next_one_at_the_new() {
        ProgramCode p2 = openBeautyInsider("2026-12-31T12:00:00Z");
        MemberId member = shop.member("crosses", JOINED, p2);
        Receipt crossing = put(member, "1", "2026-03-10T12:00:00Z", 350_00).receipt();
        assertThat(points(crossing)).isEqualTo(350);
        assertThat(tierAfter(crossing)).isEqualTo("VIB");
        assertThat(points(put(member, "2", "2026-03-11T12:00:00Z", 10_00).receipt()))
                .isEqualTo(12);
        assertThat(points(put(member, "3", "2026-03-12T12:00:00Z", 70_50).receipt()))
                .isEqualTo(88);
        Receipt rouge = put(member, "4", "2026-03-13T12:00:00Z", 569_50).receipt();
        assertThat(tierAfter(rouge)).isEqualTo("ROUGE");
        assertThat(points(put(member, "5", "2026-03-14T12:00:00Z", 9_99).receipt()))
                .isEqualTo(14);
    }

    @Test
    void where_the_ladder_says_so_the_crossing_order_already_earns_at_the_new_rate() {
        shop.open("2026-12-31T12:00:00Z");
        ProgramCode p2 = shop.publish(
                Shop.template("P2", "\"crossing\":\"before\"", "\"crossing\":\"after\""), "2026-01-01T08:00:00Z");
        MemberId member = shop.member("crosses", JOINED, p2);
        assertThat(points(put(member, "0", "2026-03-09T12:00:00Z", 10_00).receipt()))
                .isEqualTo(10);
        Receipt crossing = put(member, "1", "2026-03-10T12:00:00Z", 340_00).receipt();
        assertThat(points(crossing)).isEqualTo(425);
        assertThat(tierAfter(crossing)).isEqualTo("VIB");
        Order dearer = Shop.order("1", "2026-03-10T12:00:00Z", "USD", Shop.line("A", 1, 350_00));
        assertThat(points(shop.put(member, dearer).receipt())).isEqualTo(437);
        MemberId first = shop.member("first", JOINED, p2);
        assertThat(points(put(first, "f", "2026-03-10T12:00:00Z", 350_00).receipt()))
                .isEqualTo(437);
    }

    @Test
    void a_cent_below_stays_below_and_the_year_and_the_next_are_the_term() {
        ProgramCode p2 = openBeautyInsider("2026-12-31T12:00:00Z");
        MemberId below = shop.member("below", JOINED, p2);
        assertThat(tierAfter(put(below, "b", "2026-03-10T12:00:00Z", 349_99).receipt()))
                .isEqualTo("INSIDER");
        MemberId equal = shop.member("equal", JOINED, p2);
        put(equal, "e", "2026-03-10T12:00:00Z", 350_00);
        TierView view = view(equal, p2);
        assertThat(view.standing().validUntil()).contains(Instant.parse("2028-01-01T08:00:00Z"));
        assertThat(view.standing().missing()).isEqualTo(650_00);
    }

    @Test
    void the_next_years_spend_decides_whether_the_job_ran_or_not() {
        ProgramCode p2 = openBeautyInsider("2027-12-31T12:00:00Z");
        MemberId member = shop.member("falls", JOINED, p2);
        put(member, "1", "2026-05-01T12:00:00Z", 1_000_00);
        put(member, "2", "2027-06-01T12:00:00Z", 500_00);
        String newYear = "2028-01-01T08:00:00Z";
        shop.at("2028-06-01T12:00:00Z");
        assertThat(tierAt(member, p2, "2028-01-01T07:59:59Z")).isEqualTo("ROUGE");
        assertThat(tierAt(member, p2, newYear)).isEqualTo("VIB");
        TierView before = view(member, p2);
        shop.call(() -> {
            job.runDue(Instant.parse("2028-06-01T12:00:00Z"));
            return null;
        });
        assertThat(shop.call(job::nextDue))
                .as("the end of the next term is looked at thirty days ahead of it")
                .contains(Instant.parse("2028-12-02T08:00:00Z"));
        assertThat(tierAt(member, p2, "2028-01-01T07:59:59Z")).isEqualTo("ROUGE");
        assertThat(tierAt(member, p2, newYear)).isEqualTo("VIB");
        assertThat(view(member, p2).history()).isEqualTo(before.history());
    }

    @Test
    void a_return_takes_the_tier_back_and_its_withdrawal_gives_it_again() {
        ProgramCode p2 = openBeautyInsider("2026-12-31T12:00:00Z");
        MemberId member = shop.member("returns", JOINED, p2);
        Order order =
                Shop.order("r", "2026-03-10T12:00:00Z", "USD", Shop.line("A", 1, 340_00), Shop.line("B", 1, 20_00));
        shop.put(member, order);
        OrderReturn back = new OrderReturn(
                "ret-1",
                Instant.parse("2026-03-20T12:00:00Z"),
                List.of(new OrderReturn.Line(Optional.of("B"), Optional.of(BigDecimal.ONE), Optional.empty())),
                OrderReturn.Status.STANDING);
        Receipt returned = shop.giveBack(order, back).receipt();
        assertThat(tierAfter(returned)).isEqualTo("INSIDER");
        assertThat(tierAt(member, p2, "2026-03-19T12:00:00Z")).isEqualTo("VIB");
        assertThat(tierAt(member, p2, "2026-03-20T12:00:00Z")).isEqualTo("INSIDER");
        shop.put(member, order.withReturns(List.of(back.withdrawn())));
        assertThat(tierAt(member, p2, "2026-03-20T12:00:00Z")).isEqualTo("VIB");
    }

    @Test
    void a_december_order_returned_in_january_lowers_decembers_year_and_not_januarys() {
        ProgramCode p2 = openBeautyInsider("2027-02-01T12:00:00Z");
        MemberId falls = shop.member("falls-back", JOINED, p2);
        MemberId stays = shop.member("stays", JOINED, p2);
        for (MemberId member : List.of(falls, stays)) {
            String reference = "dec-" + (member.equals(falls) ? "f" : "s");
            Order december = Shop.order(reference, "2026-12-20T20:00:00Z", "USD", Shop.line("A", 1, 350_00));
            shop.put(member, december);
            if (member.equals(stays)) {
                put(member, "jan", "2027-01-05T20:00:00Z", 350_00);
            }
            shop.giveBack(december, Shop.goods("ret-" + reference, "2027-01-10T20:00:00Z", "A", 1));
            assertThat(tierAt(member, p2, "2027-01-10T19:59:59Z")).isEqualTo("VIB");
        }
        assertThat(tierAt(falls, p2, "2027-01-10T20:00:00Z")).isEqualTo("INSIDER");
        assertThat(tierAt(stays, p2, "2027-01-10T20:00:00Z")).isEqualTo("VIB");
        assertThat(view(stays, p2).standing().missing())
                .as("2027's spend is whole")
                .isEqualTo(650_00);
        assertThat(view(stays, p2).standing().validUntil()).contains(Instant.parse("2029-01-01T08:00:00Z"));
    }

    @Test
    void points_lapse_when_twelve_months_have_passed_without_a_purchase() {
        ProgramCode p2 = openBeautyInsider("2026-06-01T12:00:00Z");
        MemberId member = shop.member("lapses", JOINED, p2);
        put(member, "1", "2026-03-10T12:00:00Z", 100_00);
        put(member, "2", "2026-05-01T12:00:00Z", 10_00);
        shop.at("2027-05-02T06:59:59Z");
        assertThat(spendable(member)).isEqualTo(110);
        shop.at("2027-05-02T07:00:00Z");
        assertThat(spendable(member)).isZero();
    }

    private long spendable(MemberId member) {
        return shop.call(() -> statement.balances(member)).wallets().get(0).spendable();
    }

    @Test
    void a_late_order_corrects_the_history_and_no_receipt() {
        ProgramCode p2 = openBeautyInsider("2026-12-31T12:00:00Z");
        MemberId member = shop.member("late", JOINED, p2);
        put(member, "1", "2026-02-01T12:00:00Z", 200_00);
        assertThat(points(put(member, "3", "2026-06-01T12:00:00Z", 100_00).receipt()))
                .isEqualTo(100);
        assertThat(tierAfter(put(member, "2", "2026-04-01T12:00:00Z", 150_00).receipt()))
                .isEqualTo("VIB");
        assertThat(tierAt(member, p2, "2026-05-01T12:00:00Z")).isEqualTo("VIB");
        assertThat(tierAt(member, p2, "2026-03-01T12:00:00Z")).isEqualTo("INSIDER");
    }

    private ProgramCode openBeautyInsider(String now) {
        shop.open(now);
        return shop.publish("P2", JOINED);
    }

    private Recorded put(MemberId member, String reference, String at, long amount) {
        return shop.put(member, Shop.order(reference, at, "USD", Shop.line("A", 1, amount)));
    }

    private static long points(Receipt receipt) {
        return receipt.programs().stream()
                .flatMap(part -> part.granted().stream())
                .mapToLong(Receipt.Granted::points)
                .sum();
    }

    private static String tierAfter(Receipt receipt) {
        return receipt.programs().get(0).tiers().get(0).after().value();
    }

    private String tierAt(MemberId member, ProgramCode program, String at) {
        return inTransaction(() -> tiers.tiersAt(member, Instant.parse(at))).entrySet().stream()
                .filter(entry -> entry.getKey().program().equals(program))
                .map(entry -> entry.getValue().value())
                .findFirst()
                .orElse("INSIDER");
    }

    private TierView view(MemberId member, ProgramCode program) {
        return inTransaction(() -> {
                    ProgramVersion version =
                            programs.inForce(program, shop.now()).orElseThrow();
                    return tiers.standing(member, version, Instant.parse(JOINED));
                })
                .get(0);
    }

    private <T> T inTransaction(Callable<T> work) {
        return shop.call(() -> {
            transaction.begin();
            try {
                return work.call();
            } finally {
                transaction.rollback();
            }
        });
    }
}
