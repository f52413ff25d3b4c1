package io.steadfast.charities.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.GivingPoints;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class GivenPointsTest {

    private static final GivingPoints TERMS =
            ProgramTemplates.find("P5").orElseThrow().giving().points().orElseThrow();

    @Test
    void five_hundred_points_are_five_dollars_of_the_member_and_two_fifty_of_the_brand() {
        assertThat(GivenPoints.of(500, TERMS)).isEqualTo(new GivenPoints(500, 5_00, 2_50));
    }

    @Test
    void a_match_is_rounded_down_and_nought_adds_nothing() {
        assertThat(GivenPoints.of(100, match("33.3")).match()).isEqualTo(33);
        assertThat(GivenPoints.of(100, match("0")).match()).isZero();
    }

    @Test
    void points_go_in_steps_and_not_below_the_minimum() {
        assertThat(GivenPoints.refusal(99, TERMS)).contains(CharityRefusal.BELOW_MINIMUM);
        assertThat(GivenPoints.refusal(150, TERMS)).contains(CharityRefusal.NOT_IN_STEPS);
        assertThat(GivenPoints.refusal(100, TERMS)).isEmpty();
    }

    private static GivingPoints match(String percent) {
        return new GivingPoints(
                TERMS.wallet(), TERMS.points(), TERMS.worth(), TERMS.step(), TERMS.minimum(), new BigDecimal(percent));
    }
}
