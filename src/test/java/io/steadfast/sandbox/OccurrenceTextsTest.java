package io.steadfast.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.platform.i18n.Texts;
import io.steadfast.webhooks.core.EventType;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OccurrenceTextsTest {

    @Test
    void every_event_that_a_sandbox_can_see_has_a_sentence_in_both_languages() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(EventType.ALL)
                    .allSatisfy(type -> assertThat(Texts.has("sandbox", "event." + type, language))
                            .as(type)
                            .isTrue());
        }
    }
}
