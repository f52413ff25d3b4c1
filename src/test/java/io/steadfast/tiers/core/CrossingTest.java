package io.steadfast.tiers.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.shared.TierCode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrossingTest {

    private static final long[] THRESHOLDS = {0, 350_00, 1000_00};
    private static final List<TierCode> CODES =
            List.of(new TierCode("INSIDER"), new TierCode("VIB"), new TierCode("ROUGE"));

    @Test
    void what_reaches_a_threshold_lies_below_it_and_the_rest_above() {
        assertThat(parts(300_00, 70_50)).containsExactly(part(0, 50_00), part(1, 20_50));
    }

    @Test
    void an_order_that_just_reaches_a_threshold_isnt_cut() {
        assertThat(parts(0, 350_00)).containsExactly(part(0, 350_00));
    }

    @Test
    void an_order_that_crosses_two_thresholds_has_three_parts() {
        assertThat(parts(100_00, 1_500_00)).containsExactly(part(0, 250_00), part(1, 650_00), part(2, 600_00));
    }

    @Test
    void an_order_that_crosses_nothing_is_one_part_and_one_of_nothing_none() {
        assertThat(parts(350_00, 10_00)).containsExactly(part(1, 10_00));
        assertThat(parts(350_00, 0)).isEmpty();
    }

    @Test
    void the_same_thresholds_cut_a_smaller_and_a_larger_order() {
        CutOrder cut = CutOrder.of(List.of(part(0, 50_00), part(1, 20_50)));
        assertThat(cut.counting(40_00).parts()).containsExactly(part(0, 40_00));
        assertThat(cut.counting(50_00).parts()).containsExactly(part(0, 50_00));
        assertThat(cut.counting(90_00).parts()).containsExactly(part(0, 50_00), part(1, 40_00));
        assertThat(cut.counting(0).parts()).isEmpty();
        assertThat(cut.counting(40_00).counting(90_00).parts()).hasSize(2);
    }

    @Test
    void the_parts_of_any_order_add_up_and_each_ends_where_its_tier_does() {
        for (long seed = 1; seed <= 1_000; seed++) {
            Random random = new Random(seed);
            long before = random.nextLong(1_200_00);
            long order = 1 + random.nextLong(1_500_00);
            long at = before;
            List<TierPart> parts = parts(before, order);
            for (TierPart part : parts) {
                assertThat(part.tier()).as("seed %d", seed).isEqualTo(CODES.get(rank(at)));
                at += part.counted();
            }
            assertThat(at).as("seed %d", seed).isEqualTo(before + order);
            assertThat(parts.stream().map(TierPart::tier).distinct()).hasSameSizeAs(parts);
        }
    }

    private static List<TierPart> parts(long before, long order) {
        return Crossing.parts(order, more -> rank(before + more), CODES::get);
    }

    private static TierPart part(int rank, long counted) {
        return new TierPart(CODES.get(rank), counted);
    }

    private static int rank(long spend) {
        int rank = 0;
        while (rank + 1 < THRESHOLDS.length && spend >= THRESHOLDS[rank + 1]) {
            rank++;
        }
        return rank;
    }
}
