package io.steadfast.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.VoucherUse;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherOrder;
import io.steadfast.vouchers.core.VoucherState;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Orders and returns in any order: as long as no voucher was used, what a member has of a reward that redeems itself, and what is left
 * of their points, follows from what stands of their orders alone.
 */
class SelfRedemptionScheduleIT extends ContainerTest {

    private static final String SINCE = "2026-01-01T08:00:00Z";
    private static final String DAY = "2026-05-01T12:00:00Z";
    private static final int PRICE = 50;
    private static final int SCHEDULES = 8;
    private static final int LINES = 3;

    @Inject
    Shop shop;

    @Inject
    VoucherService vouchers;

    private ProgramCode program;

    /** A line that is bought with its order, or given back. */
    private record Step(int order, Optional<Integer> returned) {}

    @Test
    void without_use_every_order_of_events_ends_in_the_same_books() {
        open(Integer.MAX_VALUE);
        for (long seed = 1; seed <= SCHEDULES; seed++) {
            Random chance = new Random(seed);
            int[][] pounds = orders(chance);
            List<Step> steps = steps(pounds, chance);
            follow("seed " + seed, pounds, steps, Integer.MAX_VALUE);
            follow("seed " + seed + " anew", pounds, shuffled(steps, chance), Integer.MAX_VALUE);
        }
    }

    @Test
    void nor_does_a_limit_change_that() {
        open(2);
        for (long seed = 101; seed <= 100 + SCHEDULES; seed++) {
            Random chance = new Random(seed);
            int[][] pounds = orders(chance);
            follow("seed " + seed, pounds, shuffled(steps(pounds, chance), chance), 2);
        }
    }

    @Test
    void what_was_used_is_owed_and_nothing_is_had_twice() {
        open(Integer.MAX_VALUE);
        for (long seed = 201; seed <= 200 + SCHEDULES; seed++) {
            Random chance = new Random(seed);
            int[][] pounds = orders(chance);
            Books books = new Books("user " + seed, pounds);
            for (Step step : shuffled(steps(pounds, chance), chance)) {
                books.take(step);
                List<Voucher> had = standing(books.member);
                assertThat(shop.spendable(books.member) + (long) PRICE * had.size())
                        .as("seed " + seed)
                        .isEqualTo(books.earned());
                if (shop.spendable(books.member) < 0) {
                    assertThat(had).as("seed " + seed).allMatch(voucher -> voucher.used() > 0);
                }
                had.stream()
                        .filter(voucher -> voucher.used() == 0 && chance.nextInt(3) == 0)
                        .forEach(this::use);
            }
        }
    }

    private void open(int most) {
        shop.open("2026-06-01T12:00:00Z");
        String limit = most == Integer.MAX_VALUE ? "" : ",\"perMember\":{\"times\":" + most + ",\"period\":\"ever\"}";
        program = shop.publish(
                Shop.template(
                        "P1",
                        "\"points\":500,\"byTier\":[]},\"redeemed\":\"on_request\"",
                        "\"points\":" + PRICE + ",\"byTier\":[]},\"redeemed\":\"when_affordable\"" + limit),
                SINCE);
    }

    private void follow(String name, int[][] pounds, List<Step> steps, int most) {
        Books books = new Books(name, pounds);
        for (Step step : steps) {
            books.take(step);
            long had = Math.min(most, books.earned() / PRICE);
            assertThat(standing(books.member)).as(name + " after " + step).hasSize((int) had);
            assertThat(shop.spendable(books.member))
                    .as(name + " after " + step)
                    .isEqualTo(books.earned() - had * PRICE);
        }
    }

    /** A member with orders of so many pounds a line, each line whole or given back. */
    private final class Books {

        private final String name;
        private final MemberId member;
        private final int[][] pounds;
        private long earned;

        Books(String name, int[][] pounds) {
            this.name = name;
            this.pounds = pounds;
            this.member = shop.member(name, SINCE, program);
        }

        long earned() {
            return earned;
        }

        void take(Step step) {
            Order order = order(step.order());
            if (step.returned().isEmpty()) {
                shop.put(member, order);
                earned += IntStream.of(pounds[step.order()]).sum();
            } else {
                int line = step.returned().get();
                shop.giveBack(order, Shop.goods("back-" + line, DAY, "L" + line, 1));
                earned -= pounds[step.order()][line];
            }
        }

        private Order order(int at) {
            OrderLine[] lines = IntStream.range(0, LINES)
                    .mapToObj(line -> Shop.line("L" + line, 1, pounds[at][line] * 100L))
                    .toArray(OrderLine[]::new);
            return Shop.order(name + "-" + at, DAY, "GBP", lines);
        }
    }

    private static int[][] orders(Random chance) {
        return IntStream.range(0, 3)
                .mapToObj(order -> IntStream.range(0, LINES)
                        .map(line -> 1 + chance.nextInt(70))
                        .toArray())
                .toArray(int[][]::new);
    }

    private static List<Step> steps(int[][] pounds, Random chance) {
        List<Step> steps = new ArrayList<>();
        for (int order = 0; order < pounds.length; order++) {
            steps.add(new Step(order, Optional.empty()));
            for (int line = 0; line < LINES; line++) {
                if (chance.nextInt(4) > 0) {
                    steps.add(new Step(order, Optional.of(line)));
                }
            }
        }
        return steps;
    }

    /** In another order, each order before what is given back of it. */
    private static List<Step> shuffled(List<Step> steps, Random chance) {
        List<Step> mixed = new ArrayList<>(steps);
        Collections.shuffle(mixed, chance);
        List<Step> possible = new ArrayList<>();
        for (Step step : mixed) {
            Step bought = new Step(step.order(), Optional.empty());
            if (!possible.contains(bought)) {
                possible.add(bought);
            }
            if (!possible.contains(step)) {
                possible.add(step);
            }
        }
        return possible;
    }

    private void use(Voucher voucher) {
        shop.call(() -> vouchers.use(
                voucher.code().value(),
                VoucherUse.of(new VoucherOrder("till", voucher.code().value()), Optional.of(1_00L))));
    }

    private List<Voucher> standing(MemberId member) {
        return shop.call(() -> vouchers.ofMember(member, Optional.empty(), 100)).stream()
                .filter(voucher -> voucher.state() != VoucherState.CANCELLED)
                .toList();
    }
}
