package io.steadfast.accrual.core;

import static io.steadfast.accrual.core.Baskets.MIA;
import static io.steadfast.accrual.core.Baskets.NOON;
import static io.steadfast.accrual.core.Baskets.activity;
import static io.steadfast.accrual.core.Baskets.after;
import static io.steadfast.accrual.core.Baskets.inTier;
import static io.steadfast.accrual.core.Baskets.line;
import static io.steadfast.accrual.core.Baskets.member;
import static io.steadfast.accrual.core.Baskets.order;
import static io.steadfast.accrual.core.Baskets.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccrualEvaluatorTest {

    private static final ProgramVersion P1 = template("P1");
    private static final ProgramVersion P2 = template("P2");

    @Test
    void rouge_earns_14_for_9_99() {
        assertThat(pointsOf("ROUGE", 999)).isEqualTo(14);
    }

    @Test
    void vib_earns_88_for_70_50_and_12_for_10_00() {
        assertThat(pointsOf("VIB", 7050)).isEqualTo(88);
        assertThat(pointsOf("VIB", 1000)).isEqualTo(12);
    }

    @Test
    void an_insiders_crossing_order_earns_at_the_old_rate() {
        assertThat(pointsOf("INSIDER", 35000)).isEqualTo(350);
    }

    @Test
    void base_and_bonus_of_a_multiplied_grant_are_derived() {
        Grant grant = AccrualEvaluator.evaluate(P2, inTier(P2, "VIB"), order("USD", 7050))
                .grants()
                .get(0);
        assertThat(grant.points()).isEqualTo(88);
        assertThat(grant.bonusPoints()).isEqualTo(18);
        assertThat(grant.arithmetic().exact().toString()).isEqualTo("705/8");
    }

    @Test
    void simple_points_pay_40_50_and_20_and_the_second_share_is_skipped_by_the_daily_cap() {
        AccrualDecision bought = AccrualEvaluator.evaluate(P1, member(), order("GBP", 4000));
        assertThat(bought.pointsIn(new WalletCode("points"))).isEqualTo(40);
        Usage usage = after(Usage.NONE, bought);
        AccrualDecision reviewed = AccrualEvaluator.evaluate(P1, member().withUsage(usage), activity("review", "r1"));
        assertThat(reviewed.pointsIn(new WalletCode("points"))).isEqualTo(50);
        usage = after(usage, reviewed);
        AccrualDecision shared =
                AccrualEvaluator.evaluate(P1, member().withUsage(usage), activity("social_share", "s1"));
        assertThat(shared.pointsIn(new WalletCode("points"))).isEqualTo(20);
        usage = after(usage, shared);
        AccrualDecision again =
                AccrualEvaluator.evaluate(P1, member().withUsage(usage), activity("social_share", "s2"));
        assertThat(again.grants()).isEmpty();
        assertThat(again.skipped().get(0).reasons()).containsExactly(SkipReason.DAILY_CAP);
    }

    @Test
    void what_caps_count_is_asked_for_before_the_judgement() {
        Activity share = activity("social_share", "s1");
        AccrualDecision decision = AccrualEvaluator.evaluate(P1, member(), share);
        assertThat(AccrualEvaluator.capsToCount(P1, share.occurredAt()))
                .hasSize(3)
                .contains(decision.capUses().get(0).key());
    }

    @Test
    void a_day_of_the_programs_zone_starts_a_new_daily_cap() {
        Instant beforeMidnight = Instant.parse("2026-07-01T22:59:59Z");
        Instant midnight = Instant.parse("2026-07-01T23:00:00Z");
        assertThat(AccrualEvaluator.capsToCount(P1, beforeMidnight))
                .doesNotContainAnyElementsOf(AccrualEvaluator.capsToCount(P1, midnight));
    }

    @Test
    void a_member_who_never_enrolled_is_skipped() {
        MemberFacts stranger = new MemberFacts(
                MIA,
                MemberFacts.Kind.PERSON,
                MemberFacts.Employment.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of(),
                Set.of(),
                0,
                Usage.NONE);
        assertReason(AccrualEvaluator.evaluate(P2, stranger, order("USD", 1000)), SkipReason.NOT_ENROLLED);
    }

    @Test
    void an_order_before_the_enrolment_is_skipped_and_one_at_its_instant_counts() {
        MemberFacts late = MemberFacts.enrolled(MIA, NOON);
        assertReason(
                AccrualEvaluator.evaluate(P2, late, order(NOON.minusMillis(1), "USD", 1000)), SkipReason.NOT_ENROLLED);
        assertThat(AccrualEvaluator.evaluate(P2, late, order(NOON, "USD", 1000)).grants())
                .hasSize(1);
    }

    @Test
    void another_currency_is_skipped() {
        assertReason(AccrualEvaluator.evaluate(P2, member(), order("EUR", 1000)), SkipReason.CURRENCY_NOT_ACCEPTED);
    }

    @Test
    void an_order_before_the_version_is_in_force_is_skipped() {
        ProgramVersion later = new ProgramVersion(P2.code(), 1, P2.document(), NOON.plusSeconds(1));
        assertReason(AccrualEvaluator.evaluate(later, member(), order("USD", 1000)), SkipReason.NOT_IN_FORCE);
    }

    @Test
    void an_order_of_nothing_earns_nothing_and_says_so() {
        assertReason(AccrualEvaluator.evaluate(P2, member(), order("USD", 0)), SkipReason.NOTHING_TO_COUNT);
        assertReason(AccrualEvaluator.evaluate(P2, member(), order("USD", 99)), SkipReason.ROUNDED_TO_ZERO);
    }

    @Test
    void the_part_paid_with_points_doesnt_earn() {
        Order mixed = order(
                NOON,
                "USD",
                List.of(line("A", "a", 6000), line("B", "b", 4000)),
                List.of(Tender.of(Tender.Kind.POINTS, 1000), Tender.of(Tender.Kind.CARD, 9000)));
        AccrualDecision decision = AccrualEvaluator.evaluate(P2, inTier(P2, "INSIDER"), mixed);
        assertThat(decision.basis()).containsExactly(new LineBasis("A", 5400), new LineBasis("B", 3600));
        assertThat(decision.grants().get(0).shares()).containsExactly(new LineShare("A", 54), new LineShare("B", 36));
    }

    @Test
    void tips_and_gift_cards_are_outside_the_basis() {
        Order mixed = order(
                NOON,
                "USD",
                List.of(line("A", "a", 1000), line("B", "b", 500, "tip"), line("C", "c", 5000, "gift_card")),
                List.of());
        assertThat(AccrualEvaluator.evaluate(P2, member(), mixed)
                        .grants()
                        .get(0)
                        .points())
                .isEqualTo(10);
    }

    @Test
    void points_of_an_inactivity_wallet_move_the_deadline_with_every_order() {
        AccrualDecision decision = AccrualEvaluator.evaluate(P2, member(), order("USD", 0));
        assertThat(decision.inactivityDeadlines())
                .containsEntry(new WalletCode("beauty-points"), Instant.parse("2027-03-11T08:00:00Z"));
    }

    @Test
    void a_stored_proof_gives_the_same_number_again() {
        Grant grant = AccrualEvaluator.evaluate(P2, inTier(P2, "VIB"), order("USD", 7050, 333, 1))
                .grants()
                .get(0);
        assertThat(ProofReplay.points(grant.arithmetic())).isEqualTo(grant.points());
        assertThat(ProofReplay.differences(grant)).isEmpty();
    }

    private static long pointsOf(String tier, long amount) {
        return AccrualEvaluator.evaluate(P2, inTier(P2, tier), order("USD", amount))
                .pointsIn(new WalletCode("beauty-points"));
    }

    private static void assertReason(AccrualDecision decision, SkipReason reason) {
        assertThat(decision.grants()).isEmpty();
        assertThat(decision.skipped())
                .isNotEmpty()
                .allSatisfy(skip -> assertThat(skip.reasons()).containsExactly(reason));
    }
}
