package io.steadfast.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.steadfast.ledger.core.ExpiringPoints;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpiryCalendarTest {

    private static final WalletCode POINTS = new WalletCode("points");
    private static final WalletCode OTHER = new WalletCode("other");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void what_is_usable_through_the_last_of_a_month_lapses_in_that_month() {
        ExpiryCalendar calendar = ExpiryCalendar.of(
                holding(500, 100, 0),
                List.of(
                        new ExpiringPoints(POINTS, Instant.parse("2026-12-30T16:00:00Z"), 50),
                        new ExpiringPoints(OTHER, Instant.parse("2026-12-30T16:00:00Z"), 9),
                        new ExpiringPoints(POINTS, Instant.parse("2026-12-31T16:00:00Z"), 150),
                        new ExpiringPoints(POINTS, Instant.parse("2027-02-28T16:00:00Z"), 300)),
                SHANGHAI);
        assertThat(calendar.months())
                .extracting(ExpiryCalendar.Month::month, ExpiryCalendar.Month::points)
                .containsExactly(tuple(YearMonth.of(2026, 12), 200L), tuple(YearMonth.of(2027, 2), 300L));
        assertThat(calendar.months().get(0).days()).hasSize(2);
        assertThat(calendar.most()).isEqualTo(300);
        assertThat(calendar.endless()).isEqualTo(100);
    }

    @Test
    void points_that_pay_a_debt_lapse_all_the_same_and_are_not_endless() {
        ExpiryCalendar calendar = ExpiryCalendar.of(
                holding(20, 0, 30),
                List.of(new ExpiringPoints(POINTS, Instant.parse("2026-12-30T16:00:00Z"), 50)),
                SHANGHAI);
        assertThat(calendar.endless()).isZero();
    }

    @Test
    void where_nothing_lapses_everything_is_endless() {
        ExpiryCalendar calendar = ExpiryCalendar.of(holding(70, 0, 0), List.of(), SHANGHAI);
        assertThat(calendar.months()).isEmpty();
        assertThat(calendar.most()).isZero();
        assertThat(calendar.endless()).isEqualTo(70);
    }

    private static Holding holding(long spendable, long pending, long debt) {
        return new Holding(POINTS, spendable, pending, 0, 0, debt, Optional.empty(), 0);
    }
}
