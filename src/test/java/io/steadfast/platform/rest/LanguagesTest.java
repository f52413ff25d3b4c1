package io.steadfast.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh", "zh-CN", "zh-Hans-CN,zh;q=0.9,en;q=0.8", "fr, zh;q=0.5, en;q=0.4"})
    void chinese_is_given_to_who_asks_for_it(String header) {
        assertThat(Languages.accepted(header)).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "en-GB", "fr", "*", "zh;q=0", "en, zh;q=0.9", ";;;", "\u0000", "x-y-z-1234567890"})
    void everybody_else_gets_english(String header) {
        assertThat(Languages.accepted(header)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void no_header_or_a_huge_one_is_english() {
        assertThat(Languages.accepted(null)).isEqualTo(Locale.ENGLISH);
        assertThat(Languages.accepted("zh,".repeat(1_000))).isEqualTo(Locale.ENGLISH);
    }
}
