package io.steadfast.platform.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTextsTest {

    @Test
    void a_text_is_filled_with_its_details() {
        assertThat(RefusalTexts.text(FieldReason.TOO_LONG, Map.of("most", 64), Locale.ENGLISH))
                .isEqualTo("The value is too long; at most 64 are allowed.");
        assertThat(RefusalTexts.text(FieldReason.TOO_LONG, Map.of("most", 64), Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("该值过长，最多允许 64。");
    }

    @Test
    void hostile_details_stay_text() {
        assertThat(RefusalTexts.text(FieldReason.NOT_ONE_OF, Map.of("allowed", "$1 \\ {most}"), Locale.ENGLISH))
                .isEqualTo("The value isn't one of $1 \\ {most}.");
    }
}
