package io.steadfast.accrual.core;

import static io.steadfast.accrual.core.Baskets.inTier;
import static io.steadfast.accrual.core.Baskets.order;
import static io.steadfast.accrual.core.Baskets.template;
import static io.steadfast.accrual.core.Baskets.withRules;
import static io.steadfast.accrual.core.RuleBuilder.perDollar;
import static io.steadfast.accrual.core.RuleBuilder.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.programs.core.ProgramVersion;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BetterOfTest {

    private static final ProgramVersion P2 = template("P2");

    @Test
    void the_version_that_gives_more_is_chosen_whichever_it_is() {
        ProgramVersion one = rate(1);
        ProgramVersion two = rate(2);
        assertThat(BetterOf.choose(List.of(judged(one, 1000), judged(two, 1000))))
                .isEqualTo(two);
        assertThat(BetterOf.choose(List.of(judged(two, 1000), judged(one, 1000))))
                .isEqualTo(two);
    }

    @Test
    void of_versions_that_give_the_same_the_newest_stands() {
        ProgramVersion newest = rate(1);
        assertThat(BetterOf.choose(List.of(judged(newest, 1000), judged(P2, 1000))))
                .isSameAs(newest);
    }

    @Test
    void there_must_be_something_to_choose_from() {
        assertThatThrownBy(() -> BetterOf.choose(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobody_gets_less_than_by_either_version() {
        for (long seed = 1; seed <= 1_000; seed++) {
            Random random = new Random(seed);
            ProgramVersion older = rate(random.nextInt(4) + 1);
            ProgramVersion newer = rate(random.nextInt(4) + 1);
            long amount = random.nextLong(100_00);
            BetterOf.Candidate first = judged(newer, amount);
            BetterOf.Candidate second = judged(older, amount);
            long best = points(BetterOf.choose(List.of(first, second)) == newer ? first : second);
            assertThat(best).as("seed %d", seed).isEqualTo(Math.max(points(first), points(second)));
        }
    }

    private static ProgramVersion rate(int points) {
        return withRules(P2, List.of(rule("purchase", 10, perDollar(points)).build()));
    }

    private static BetterOf.Candidate judged(ProgramVersion version, long amount) {
        return new BetterOf.Candidate(
                version, AccrualEvaluator.evaluate(version, inTier(version, "INSIDER"), order("USD", amount)));
    }

    private static long points(BetterOf.Candidate candidate) {
        return candidate.decision().grants().stream().mapToLong(Grant::points).sum();
    }
}
