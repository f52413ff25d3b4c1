package io.steadfast.accrual.core;

import static io.steadfast.accrual.core.Baskets.inTier;
import static io.steadfast.accrual.core.Baskets.order;
import static io.steadfast.accrual.core.Baskets.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.Earning;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.TierCode;
import io.steadfast.tiers.core.CutOrder;
import io.steadfast.tiers.core.TierPart;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Orders that are cut at the thresholds they cross: each part earns at its own tier's rate (domain 38). */
class CrossedOrdersTest {

    private static final ProgramVersion P2 = template("P2");

    @Test
    void the_part_above_the_threshold_earns_at_the_new_rate() {
        Grant grant = judged(360_00, part("INSIDER", 350_00), part("VIB", 10_00));
        assertThat(grant.points()).isEqualTo(362);
        assertThat(grant.arithmetic().exact()).hasToString("725/2");
        assertThat(grant.bonusPoints()).isEqualTo(2);
    }

    @Test
    void an_order_over_two_thresholds_earns_at_three_rates_and_is_rounded_once() {
        Grant grant = judged(1_500_01, part("INSIDER", 350_00), part("VIB", 650_00), part("ROUGE", 500_01));
        assertThat(grant.points()).isEqualTo(350 + 812 + 750);
        assertThat(ProofReplay.differences(grant)).isEmpty();
    }

    @Test
    void a_part_that_makes_no_finite_decimal_stays_exact() {
        Grant grant = judged(30_00, part("INSIDER", 1), part("VIB", 2));
        assertThat(grant.arithmetic().exact()).isEqualTo(Fraction.of(35));
        assertThat(grant.points()).isEqualTo(35);
    }

    @Test
    void shares_beside_another_factor_are_one_factor_together() {
        List<MultiplierPart> parts = List.of(
                new MultiplierPart(
                        MultiplierPart.Source.TIER, "A", BigDecimal.ONE, Optional.of(new MultiplierPart.Share(1, 2))),
                new MultiplierPart(
                        MultiplierPart.Source.TIER,
                        "B",
                        BigDecimal.valueOf(3),
                        Optional.of(new MultiplierPart.Share(1, 2))),
                MultiplierPart.whole(MultiplierPart.Source.RULE, "double", BigDecimal.valueOf(2)));
        assertThat(Reckoning.combined(Earning.MultiplierMode.ADDITIVE, parts)).isEqualTo(Fraction.of(3));
        assertThat(Reckoning.combined(Earning.MultiplierMode.MULTIPLICATIVE, parts))
                .isEqualTo(Fraction.of(4));
    }

    /** With a basis that is what the tier counts, cutting the order is the same as buying its parts apart. */
    @Test
    void any_cut_order_earns_what_its_parts_are_worth_rounded_once() {
        for (long seed = 1; seed <= 1_000; seed++) {
            Random random = new Random(seed);
            long before = 1 + random.nextLong(400_00);
            long above = 1 + random.nextLong(700_00);
            Grant grant = judged(before + above, part("INSIDER", before), part("VIB", above));
            BigDecimal worth = BigDecimal.valueOf(before)
                    .add(BigDecimal.valueOf(above).multiply(new BigDecimal("1.25")))
                    .divide(BigDecimal.valueOf(100));
            assertThat(grant.points())
                    .as("seed %d: %d and %d", seed, before, above)
                    .isEqualTo(worth.setScale(0, RoundingMode.FLOOR).longValueExact());
            assertThat(ProofReplay.differences(grant)).as("seed %d", seed).isEmpty();
        }
    }

    private static Grant judged(long amount, TierPart... parts) {
        MemberFacts facts = inTier(P2, "INSIDER")
                .withCrossed(Map.of(new TierSetRef(P2.code(), new TierSetCode("STATUS")), CutOrder.of(List.of(parts))));
        return AccrualEvaluator.evaluate(P2, facts, order("USD", amount))
                .grants()
                .get(0);
    }

    private static TierPart part(String tier, long counted) {
        return new TierPart(new TierCode(tier), counted);
    }
}
