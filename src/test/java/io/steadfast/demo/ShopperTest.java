package io.steadfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShopperTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 546;

    @Test
    void the_same_seed_makes_the_same_people_who_do_the_same() {
        for (int number = 0; number < 50; number++) {
            Shopper one = Shopper.of(7, number, FIRST, DAYS);
            Shopper again = Shopper.of(7, number, FIRST, DAYS);
            assertThat(again).isEqualTo(one);
            assertThat(again.name()).isEqualTo(one.name());
            for (int day = 0; day < DAYS; day++) {
                assertThat(again.buys(FIRST.plusDays(day))).isEqualTo(one.buys(FIRST.plusDays(day)));
            }
        }
        assertThat(Shopper.of(8, 3, FIRST, DAYS)).isNotEqualTo(Shopper.of(7, 3, FIRST, DAYS));
    }

    @Test
    void everybody_joins_within_the_history_and_buys_neither_before_nor_after_they_stopped() {
        for (Shopper shopper : shoppers()) {
            assertThat(shopper.joined()).isBetween(FIRST, FIRST.plusDays(DAYS - 1));
            assertThat(shopper.buys(shopper.joined().minusDays(1))).isEmpty();
            if (shopper.until().isBefore(LocalDate.MAX)) {
                assertThat(shopper.buys(shopper.until().plusDays(1))).isEmpty();
            }
        }
    }

    @Test
    void five_hundred_buy_some_thousands_of_times_and_bring_a_little_back() {
        int bought = 0;
        int back = 0;
        for (Shopper shopper : shoppers()) {
            for (int day = 0; day < DAYS; day++) {
                Optional<Shopper.Purchase> purchase = shopper.buys(FIRST.plusDays(day));
                bought += purchase.isPresent() ? 1 : 0;
                back += purchase.flatMap(Shopper.Purchase::backAfter).isPresent() ? 1 : 0;
                purchase.ifPresent(made -> assertThat(made.items()).isNotEmpty().allMatch(item -> item > 0));
            }
        }
        assertThat(bought).isBetween(2_500, 9_000);
        assertThat(back).isBetween(bought / 30, bought / 10);
    }

    @Test
    void no_two_have_one_phone() {
        for (DemoSandbox sandbox : DemoSandbox.all()) {
            Set<String> phones = new HashSet<>();
            shoppers().forEach(shopper -> phones.add(sandbox.phone(shopper)));
            assertThat(phones).hasSize(500).allMatch(phone -> phone.matches("\\+[0-9]{11,12}"));
        }
    }

    private static List<Shopper> shoppers() {
        return IntStream.range(0, 500)
                .mapToObj(number -> Shopper.of(11, number, FIRST, DAYS))
                .toList();
    }
}
