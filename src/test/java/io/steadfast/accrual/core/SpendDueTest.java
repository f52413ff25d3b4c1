package io.steadfast.accrual.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SpendDueTest {

    private static final WalletCode POINTS = new WalletCode("points");

    @Test
    void the_part_that_came_back_is_back_whatever_the_way_there() {
        long seed = Long.getLong("steadfast.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int schedule = 0; schedule < 1_000; schedule++) {
            long paid = 1 + random.nextInt(1_000);
            List<StandingSpend> spends = new ArrayList<>(List.of(StandingSpend.of(new UUID(0, 0), POINTS, paid)));
            for (int step = 1; step < 8; step++) {
                Fraction part = Fraction.of(new BigDecimal(random.nextInt(101)).movePointLeft(2));
                SpendDue due = SpendDue.of(spends, part);
                assertThat(due.back()).as("seed %d", seed).allMatch(back -> back.points() > 0);
                assertThat(due.back().isEmpty() || due.again() == 0)
                        .as("seed %d", seed)
                        .isTrue();
                spends = new ArrayList<>(due.spends());
                if (due.again() > 0) {
                    spends.add(
                            new StandingSpend(new UUID(0, step), POINTS, due.again(), 0, Optional.of(new UUID(0, 0))));
                }
                long back = Fraction.of(paid).times(part).floor().longValueExact();
                assertThat(spends.stream().mapToLong(StandingSpend::left).sum())
                        .as("seed %d, schedule %d", seed, schedule)
                        .isEqualTo(paid - back);
                assertThat(spends).allMatch(spend -> spend.returned() >= 0 && spend.left() >= 0);
            }
        }
    }

    @Test
    void what_could_not_be_spent_again_stays_wanted() {
        List<StandingSpend> back = SpendDue.of(List.of(StandingSpend.of(new UUID(0, 0), POINTS, 10)), Fraction.ONE)
                .spends();
        assertThat(SpendDue.of(back, Fraction.ZERO).again()).isEqualTo(10);
    }
}
