package io.steadfast.accrual.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ActivitySpanTest {

    @Test
    void a_figure_is_what_conditions_read_as_one() {
        assertThat(ActivitySpan.figure("21500.5")).contains(new BigDecimal("21500.5"));
        assertThat(ActivitySpan.figure("1E+999999999")).isEmpty();
        assertThat(ActivitySpan.figure("PT1H")).isEmpty();
    }
}
