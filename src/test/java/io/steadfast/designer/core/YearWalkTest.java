package io.steadfast.designer.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Order;
import io.steadfast.designer.Basket;
import io.steadfast.designer.DocumentEdits;
import io.steadfast.designer.Edit;
import io.steadfast.designer.NotThat;
import io.steadfast.designer.YearOfOrders;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.MemberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A year is judged order by order: each by the tiers, caps and orders that the ones before it brought. */
class YearWalkTest {

    private static final Instant JOINED = Instant.parse("2026-01-05T18:00:00Z");
    private static final MemberFacts SOMEBODY = MemberFacts.enrolled(new MemberId(new UUID(0, 0)), JOINED);

    @Test
    void a_year_of_even_spending_climbs_the_ladder_and_earns_faster_from_there() {
        MemberYear year = year(template("P2"), 120_000, 12);
        assertThat(year.points()).isEqualTo(4 * 100 + 6 * 125 + 2 * 150);
        assertThat(year.percent()).contains(new BigDecimal("2.42"));
        assertThat(year.reached())
                .extracting(reached -> reached.tier().code().value() + " by order " + reached.order())
                .containsExactly("VIB by order 4", "ROUGE by order 10");
        assertThat(year.reached())
                .allSatisfy(reached -> assertThat(reached.through()).contains(LocalDate.of(2027, 12, 31)));
        assertThat(year.rewards())
                .extracting(affordable -> affordable.reward().code().value() + " " + affordable.day())
                .containsExactly("voucher-10 2026-05-06", "rouge-evening 2026-10-05");
        assertThat(year.lapsed()).isEmpty();
        assertThat(year.lapsing()).containsExactly(new MemberYear.Lapse(LocalDate.of(2027, 12, 5), 1_450));
    }

    @Test
    void the_order_that_reaches_a_tier_earns_as_the_ladder_says() {
        assertThat(year(crossing("after"), 120_000, 12).points()).isEqualTo(3 * 100 + 6 * 125 + 3 * 150);
        assertThat(year(crossing("split"), 120_000, 12).points()).isEqualTo(3 * 100 + 112 + 6 * 125 + 2 * 150);
    }

    @Test
    void three_orders_come_to_what_the_api_grants_for_the_same() {
        List<Order> orders = new ArrayList<>();
        for (long amount : List.of(35_000L, 1_000L, 7_050L)) {
            orders.add(Basket.of(amount, "")
                    .order(template("P2").basics().currency(), JOINED.plusSeconds(orders.size() * 60L)));
        }
        assertThat(YearWalk.of(template("P2"), SOMEBODY, JOINED, orders).points())
                .isEqualTo(350 + 12 + 88);
    }

    @Test
    void credit_that_nobody_uses_lapses_within_the_year_and_the_rest_after_it() {
        MemberYear year = year(template("P11"), 60_000, 12);
        assertThat(year.points()).isEqualTo(12 * 250);
        assertThat(year.lapsed()).hasSize(6);
        assertThat(year.lapsedPoints()).isEqualTo(6 * 250);
        assertThat(year.lapsed().get(0)).isEqualTo(new MemberYear.Lapse(LocalDate.of(2026, 7, 5), 250));
        assertThat(year.lapsing()).hasSize(6);
    }

    @Test
    void an_account_without_an_order_for_too_long_lapses_before_the_next_one() {
        ProgramDocument quick =
                DocumentEdits.apply(template("P2"), new Edit(Edit.Op.WHOLE, "/wallets/0/expiry/0/amount", "2"));
        MemberYear year = year(quick, 40_000, 4);
        assertThat(year.lapsed())
                .extracting(MemberYear.Lapse::last)
                .startsWith(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 6, 6));
        assertThat(year.rewards()).isEmpty();
    }

    @Test
    void caps_plans_and_giving_count_over_the_whole_year() {
        assertThat(year(template("P1"), 500_000, 1).points()).isEqualTo(2_000);
        ProgramDocument paid = template("P3");
        MemberFacts prime = SOMEBODY.withPlans(Map.of(paid.basics().code(), "PRIME"));
        MemberYear year = YearWalk.of(paid, prime, JOINED, orders(paid, 20_000, 2));
        assertThat(year.points()).isEqualTo(2 * 200);
        assertThat(year(template("P4"), 60_000, 12).donated()).isEqualTo(1_200);
    }

    @Test
    void every_template_has_a_year() {
        for (String name : ProgramTemplates.names()) {
            MemberYear year = year(template(name), 60_000, 12);
            assertThat(year.spend()).as(name).isEqualTo(60_000);
            assertThat(year.points() + year.donated()).as(name).isPositive();
        }
    }

    @Test
    void what_does_not_divide_goes_to_the_first_orders_and_a_year_has_one_a_day_at_most() {
        assertThat(orders(template("P2"), 100, 3))
                .extracting(order -> order.lines().get(0).amount())
                .containsExactly(34L, 33L, 33L);
        assertThatThrownBy(() -> new YearOfOrders(100, 367, "")).isInstanceOf(NotThat.class);
        assertThatThrownBy(() -> new YearOfOrders(100, 0, "")).isInstanceOf(NotThat.class);
    }

    private static MemberYear year(ProgramDocument document, long spend, int orders) {
        return YearWalk.of(document, SOMEBODY, JOINED, orders(document, spend, orders));
    }

    private static List<Order> orders(ProgramDocument document, long spend, int orders) {
        ZonedDateTime from = JOINED.atZone(document.basics().zone());
        return new YearOfOrders(spend, orders, "").from(from, document.basics().currency());
    }

    private static ProgramDocument crossing(String kind) {
        return DocumentEdits.apply(template("P2"), new Edit(Edit.Op.CHOICE, "/tierSets/0/crossing", kind));
    }

    private static ProgramDocument template(String name) {
        return ProgramTemplates.find(name).orElseThrow();
    }
}
