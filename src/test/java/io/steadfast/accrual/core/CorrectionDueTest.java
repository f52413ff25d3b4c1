package io.steadfast.accrual.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.ledger.core.LotDates;
import io.steadfast.ledger.core.OrderCorrection;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

class CorrectionDueTest {

    private static final WalletCode POINTS = new WalletCode("points");
    private static final Optional<LotDates> DATES = Optional.of(LotDates.usableFrom(Instant.EPOCH));

    private static OrderCorrection given(int id, long points, long undone, OrderCorrection.Made made) {
        return new OrderCorrection(new UUID(0, id), POINTS, points, undone, made, DATES);
    }

    @Test
    void what_came_back_of_the_order_goes_back_of_each_correction_the_last_one_first() {
        List<OrderCorrection> two =
                List.of(given(1, 50, 0, OrderCorrection.Made.BY_STAFF), given(2, 5, 0, OrderCorrection.Made.BY_STAFF));
        CorrectionDue half = CorrectionDue.of(two, each -> each.size() - each.size() / 2);
        assertThat(half.again()).isZero();
        assertThat(half.back()).extracting(CorrectionDue.Back::points).containsExactly(5L, 22L);
        assertThat(CorrectionDue.of(two, OrderCorrection::size)).isEqualTo(new CorrectionDue(List.of(), 0));
    }

    @Test
    void a_return_that_is_withdrawn_gives_what_went_back_once_more() {
        List<OrderCorrection> gone = List.of(given(1, 50, 50, OrderCorrection.Made.BY_STAFF));
        assertThat(CorrectionDue.of(gone, OrderCorrection::size)).isEqualTo(new CorrectionDue(List.of(), 50));
        List<OrderCorrection> again = List.of(
                given(1, 50, 50, OrderCorrection.Made.BY_STAFF), given(2, 50, 0, OrderCorrection.Made.ONCE_MORE));
        assertThat(CorrectionDue.of(again, OrderCorrection::size)).isEqualTo(new CorrectionDue(List.of(), 0));
        assertThat(CorrectionDue.of(again, each -> 0).back())
                .extracting(back -> back.correction().entry())
                .containsExactly(new UUID(0, 2));
    }

    @Test
    void whatever_came_and_went_on_the_way_the_same_stands_and_no_more_is_taken_than_was_given() {
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            List<OrderCorrection> all = new ArrayList<>();
            long part = 0;
            for (int step = 0; step < 12; step++) {
                if (random.nextInt(3) == 0) {
                    all.add(given(all.size(), 1 + random.nextInt(60), 0, OrderCorrection.Made.BY_STAFF));
                }
                part = random.nextInt(8);
                bring(all, part);
                assertThat(all)
                        .as("seed %d", seed)
                        .allSatisfy(each -> assertThat(each.left()).isBetween(0L, each.size()));
            }
            ToLongFunction<OrderCorrection> stays = stays(part);
            long wanted = all.stream()
                    .filter(each -> each.made() == OrderCorrection.Made.BY_STAFF)
                    .mapToLong(stays)
                    .sum();
            assertThat(all.stream().mapToLong(OrderCorrection::left).sum())
                    .as("seed %d", seed)
                    .isEqualTo(wanted);
        }
    }

    private static ToLongFunction<OrderCorrection> stays(long sevenths) {
        return each -> each.size() - each.size() * sevenths / 7;
    }

    private static void bring(List<OrderCorrection> all, long sevenths) {
        CorrectionDue due = CorrectionDue.of(all, stays(sevenths));
        due.back().forEach(back -> {
            OrderCorrection one = back.correction();
            all.set(
                    all.indexOf(one),
                    new OrderCorrection(
                            one.entry(),
                            one.wallet(),
                            one.points(),
                            one.undone() + back.points(),
                            one.made(),
                            one.dates()));
        });
        if (due.again() > 0) {
            all.add(given(all.size(), due.again(), 0, OrderCorrection.Made.ONCE_MORE));
        }
    }
}
