package io.steadfast.dates.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CelebrationTest {

    @Test
    void the_leap_day_is_celebrated_on_the_28th_in_common_years_only() {
        assertThat(Celebration.on(LocalDate.of(2027, 2, 28))).containsExactly(228, 229);
        assertThat(Celebration.on(LocalDate.of(2028, 2, 28))).containsExactly(228);
        assertThat(Celebration.on(LocalDate.of(2028, 2, 29))).containsExactly(229);
        assertThat(Celebration.on(LocalDate.of(2100, 2, 28))).containsExactly(228, 229);
        assertThat(Celebration.on(LocalDate.of(2027, 12, 31))).containsExactly(1231);
    }
}
