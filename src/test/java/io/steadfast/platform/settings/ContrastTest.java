package io.steadfast.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class ContrastTest {

    @Test
    void black_on_white_is_21_to_1_and_white_on_white_1() {
        assertThat(Contrast.withWhite("#000000").setScale(2, RoundingMode.HALF_EVEN))
                .isEqualTo("21.00");
        assertThat(Contrast.withWhite("#ffffff").setScale(2, RoundingMode.HALF_EVEN))
                .isEqualTo("1.00");
    }

    @Test
    void the_grey_at_which_level_aa_begins_is_767676() {
        assertThat(Contrast.withWhite("#767676").setScale(2, RoundingMode.HALF_EVEN))
                .isEqualTo("4.54");
        assertThat(Contrast.readableUnderWhite("#767676")).isTrue();
        assertThat(Contrast.readableUnderWhite("#777777")).isFalse();
    }

    @Test
    void our_green_can_be_read_and_a_pale_yellow_cant() {
        assertThat(Contrast.readableUnderWhite(Setting.BRAND_COLOUR.initial())).isTrue();
        assertThat(Contrast.readableUnderWhite("#ffe680")).isFalse();
    }
}
