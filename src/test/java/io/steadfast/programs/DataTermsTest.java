package io.steadfast.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The terms say what the program looks at, and nothing that it doesn't. */
class DataTermsTest {

    private static List<String> said(String template, Locale language) {
        return TermsGenerator.parts(ProgramTemplates.find(template).orElseThrow(), language)
                .get(TermsGenerator.Part.DATA)
                .stream()
                .flatMap(section -> section.paragraphs().stream())
                .toList();
    }

    @Test
    void purchases_tiers_and_what_is_left_after_an_erasure_are_named() {
        assertThat(said("P2", Locale.ENGLISH))
                .containsExactly(
                        "To work out what you earn, what you buy is looked at: the amount and the day.",
                        "For your tier it is kept what counted for it, and when.",
                        "When you have your data erased, points that are left are forfeited; what was booked stays, without"
                                + " your name.");
        assertThat(said("P2", Locale.SIMPLIFIED_CHINESE)).hasSize(3).allMatch(text -> text.endsWith("。"));
    }

    @Test
    void activities_birthdays_and_gifts_to_charity_are_named_where_the_program_looks_at_them() {
        assertThat(said("P1", Locale.ENGLISH))
                .contains(
                        "What you do for points is looked at as it is reported: every published review and every share on"
                                + " social media.");
        assertThat(said("P12", Locale.ENGLISH)).contains("For gifts on your birthday, your birthday is kept.");
        assertThat(said("P4", Locale.ENGLISH))
                .contains("For gifts to charity it is kept which purchase gave what, and to whom.");
        assertThat(said("P2", Locale.ENGLISH)).noneMatch(text -> text.contains("birthday"));
    }
}
