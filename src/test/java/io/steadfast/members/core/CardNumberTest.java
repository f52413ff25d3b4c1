package io.steadfast.members.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CardNumberTest {

    /** The worked example of ISO/IEC 7812-1: 7992739871 takes the check digit 3. */
    @Test
    void the_check_digit_is_the_standards() {
        assertThat(CardNumber.withCheckDigit("7992739871")).isEqualTo("79927398713");
        assertThat(CardNumber.hasRightCheckDigit("79927398713")).isTrue();
    }

    @Test
    void every_wrong_digit_is_seen() {
        String card = CardNumber.withCheckDigit("123456789012345");
        for (int place = 0; place < card.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String slip = card.substring(0, place) + digit + card.substring(place + 1);
                assertThat(CardNumber.hasRightCheckDigit(slip)).as(slip).isEqualTo(slip.equals(card));
            }
        }
    }

    @Test
    void most_swapped_neighbours_are_seen() {
        String card = CardNumber.withCheckDigit("123456789012345");
        for (int place = 0; place + 1 < card.length(); place++) {
            String slip =
                    card.substring(0, place) + card.charAt(place + 1) + card.charAt(place) + card.substring(place + 2);
            boolean theKnownWeakness = slip.contains("09") || slip.contains("90");
            assertThat(CardNumber.hasRightCheckDigit(slip)).as(slip).isEqualTo(theKnownWeakness && place == 8);
        }
    }

    @Test
    void a_card_is_kept_without_blanks_and_in_capitals() {
        assertThat(CardNumber.normalised(" 1234-5678 ab ")).contains("12345678AB");
        assertThat(CardNumber.normalised("123")).isEmpty();
        assertThat(CardNumber.normalised("卡号一二三四")).isEmpty();
        assertThat(CardNumber.normalised("1".repeat(33))).isEmpty();
    }
}
