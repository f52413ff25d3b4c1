package io.steadfast.charities.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderDonation;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.SkipReason;
import io.steadfast.accrual.core.SkippedRule;
import io.steadfast.accrual.core.Tender;
import io.steadfast.programs.core.ProgramVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PledgeReckoningTest {

    private static final String FIXED = "\"amount\":{\"kind\":\"fixed\",\"amount\":{\"USD\":100}}";
    private static final String SKIP = "\"nothingPaid\":\"skip\"";

    @Test
    void a_paid_order_pledges_the_dollar_and_keeps_it_while_anything_stays() {
        ProgramVersion dollar = Gifts.program();
        Order order = Gifts.order(Gifts.line("A", 1, 20_00), Gifts.line("B", 2, 30_00));
        assertThat(brand(dollar, order)).isEqualTo(1_00);
        assertThat(brand(dollar, order.withReturns(List.of(Gifts.goods("r1", "A", 1)))))
                .isEqualTo(1_00);
        assertThat(brand(dollar, order.withReturns(List.of(Gifts.goods("r1", "A", 1), Gifts.goods("r2", "B", 1)))))
                .isEqualTo(1_00);
        assertThat(brand(dollar, order.withReturns(List.of(Gifts.goods("r1", "A", 1), Gifts.goods("r2", "B", 2)))))
                .isZero();
    }

    @Test
    void a_fixed_pledge_goes_whole_once_what_remains_is_a_cent_below_its_minimum() {
        ProgramVersion minimum = Gifts.program(SKIP, "\"minimumOrder\":{\"USD\":2000},\"nothingPaid\":\"skip\"");
        assertThat(brand(minimum, Gifts.order(Gifts.line("A", 1, 19_99)))).isZero();
        assertThat(brand(minimum, Gifts.order(Gifts.line("A", 1, 20_00)))).isEqualTo(1_00);
        assertThat(brand(minimum, Gifts.order(Gifts.line("A", 1, 20_01)))).isEqualTo(1_00);
        Order equal = Gifts.order(Gifts.line("A", 1, 20_00), Gifts.line("B", 1, 5_00));
        assertThat(brand(minimum, equal.withReturns(List.of(Gifts.goods("r1", "B", 1)))))
                .isEqualTo(1_00);
        Order below = Gifts.order(Gifts.line("A", 1, 19_99), Gifts.line("B", 1, 5_00));
        assertThat(brand(minimum, below.withReturns(List.of(Gifts.goods("r1", "B", 1)))))
                .isZero();
    }

    @Test
    void a_share_is_rounded_down_once_and_taken_back_line_by_line() {
        ProgramVersion percent = Gifts.program(FIXED, "\"amount\":{\"kind\":\"percent\",\"percent\":3.5}");
        // 3.5 % of 29.99 is 1.04965: 104, spread 35 + 35 + 34 by largest remainder
        Order order = Gifts.order(Gifts.line("A", 1, 10_00), Gifts.line("B", 1, 10_00), Gifts.line("C", 3, 9_99));
        assertThat(brand(percent, order)).isEqualTo(1_04);
        assertThat(brand(percent, order.withReturns(List.of(Gifts.goods("r1", "A", 1)))))
                .isEqualTo(69);
        // two of three pieces of C take ⌊34 × 2/3⌋ = 22
        assertThat(brand(percent, order.withReturns(List.of(Gifts.goods("r1", "C", 2)))))
                .isEqualTo(82);
        assertThat(brand(
                        percent,
                        order.withReturns(List.of(
                                Gifts.goods("r1", "A", 1), Gifts.goods("r2", "B", 1), Gifts.goods("r3", "C", 3)))))
                .isZero();
    }

    @Test
    void an_order_of_nothing_or_paid_wholly_with_points_pledges_nothing_unless_set() {
        ProgramVersion dollar = Gifts.program();
        ProgramVersion anyway = Gifts.program(SKIP, "\"nothingPaid\":\"pledge\"");
        Order nothing = Gifts.order(Gifts.line("A", 1, 0));
        assertThat(brand(dollar, nothing)).isZero();
        assertThat(brand(anyway, nothing)).isEqualTo(1_00);
        Order points = paid(Tender.of(Tender.Kind.POINTS, 20_00));
        assertThat(brand(dollar, points)).isZero();
        assertThat(brand(anyway, points)).isEqualTo(1_00);
        assertThat(brand(dollar, paid(Tender.of(Tender.Kind.POINTS, 19_99), Tender.of(Tender.Kind.CARD, 1))))
                .isEqualTo(1_00);
    }

    @Test
    void a_member_pays_only_with_an_order_that_says_so_and_what_the_order_says() {
        ProgramVersion members = Gifts.program("\"fundedBy\":\"brand\"", "\"fundedBy\":\"member\"");
        Order order = Gifts.order(Gifts.line("A", 1, 20_00));
        assertThat(Gifts.reckoning(members, order).wanted(Optional.empty())).isEmpty();
        assertThat(member(members, Gifts.paidByMember(order, Optional.empty()))).isEqualTo(1_00);
        assertThat(member(members, Gifts.paidByMember(order, Optional.of(5_00L))))
                .isEqualTo(5_00);
        Order back = Gifts.paidByMember(order, Optional.of(5_00L)).withReturns(List.of(Gifts.goods("r1", "A", 1)));
        assertThat(member(members, back)).isZero();
    }

    @Test
    void money_of_a_member_is_booked_beside_the_brands_where_no_pledge_asked_for_it() {
        Order order = Gifts.paidByMember(Gifts.order(Gifts.line("A", 1, 20_00)), Optional.of(2_50L));
        assertThat(Gifts.reckoning(Gifts.program(), order).wanted(order.donation()))
                .extracting(Wanted::part, Wanted::amount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Part.BRAND, 1_00L),
                        org.assertj.core.groups.Tuple.tuple(Part.MEMBER, 2_50L));
    }

    @Test
    void tenders_without_the_members_donation_are_told() {
        OrderDonation donation = new OrderDonation("clean-seas", Optional.of(1_00L), OrderDonation.Funding.MEMBER);
        assertThat(PledgeReckoning.missingInTenders(paid(Tender.of(Tender.Kind.CARD, 21_00)), donation))
                .isEmpty();
        assertThat(PledgeReckoning.missingInTenders(paid(Tender.of(Tender.Kind.CARD, 20_99)), donation))
                .map(Trouble::reason)
                .contains(DonationReason.DONATION_NOT_IN_TENDERS);
        assertThat(PledgeReckoning.missingInTenders(paid(), donation)).isEmpty();
    }

    @Test
    void the_window_runs_from_the_order_or_from_its_delivery_by_the_programs_calendar() {
        Order order = Gifts.order(Gifts.line("A", 1, 20_00));
        // 10 March to 9 April: the same time of day in New York, over a change of the clock before it
        assertThat(Gifts.reckoning(Gifts.program(), order).confirmAt()).contains(Instant.parse("2026-04-09T12:00:00Z"));
        ProgramVersion delivery = Gifts.program("\"from\":\"order\"", "\"from\":\"fulfilment\"");
        assertThat(Gifts.reckoning(delivery, order).confirmAt()).isEmpty();
        Order delivered = Gifts.fulfilled(order, Instant.parse("2026-10-20T12:00:00Z"));
        assertThat(Gifts.reckoning(delivery, delivered).confirmAt()).contains(Instant.parse("2026-11-19T13:00:00Z"));
    }

    @Test
    void a_program_that_didnt_look_pledges_nothing() {
        ProgramVersion dollar = Gifts.program();
        ProgramJudgement judgement = Gifts.judged(dollar, Gifts.order(Gifts.line("A", 1, 20_00)));
        assertThat(PledgeReckoning.looked(judgement)).isTrue();
        assertThat(PledgeReckoning.looked(new ProgramJudgement(
                        judgement.program(),
                        1,
                        judgement.facts(),
                        judgement.basis(),
                        List.of(new SkippedRule(Optional.empty(), List.of(SkipReason.NOT_ENROLLED), List.of())),
                        List.of(),
                        List.of())))
                .isFalse();
        assertThat(PledgeReckoning.looked(
                        ProgramJudgement.closed(judgement.program(), judgement.facts(), SkipReason.NOT_IN_FORCE)))
                .isFalse();
    }

    private static Order paid(Tender... tenders) {
        return Gifts.as(Gifts.order(Gifts.line("A", 1, 20_00)), OrderStatus.PAID, Optional.empty(), List.of(tenders));
    }

    private static long brand(ProgramVersion version, Order order) {
        return sum(version, order, Part.BRAND);
    }

    private static long member(ProgramVersion version, Order order) {
        return sum(version, order, Part.MEMBER);
    }

    private static long sum(ProgramVersion version, Order order, Part part) {
        return Gifts.reckoning(version, order).wanted(order.donation()).stream()
                .filter(want -> want.part() == part)
                .mapToLong(Wanted::amount)
                .sum();
    }
}
