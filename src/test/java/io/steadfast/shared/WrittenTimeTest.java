package io.steadfast.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.steadfast.sandbox.OccurrencePage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {

    @Test
    void days_and_instants_of_every_calendar_year_that_anything_can_happen_in_are_read() {
        assertThat(WrittenTime.day("1800-01-01")).isEqualTo(LocalDate.of(1800, 1, 1));
        assertThat(WrittenTime.day("9998-12-31")).isEqualTo(LocalDate.of(9998, 12, 31));
        assertThat(WrittenTime.instant("2026-02-28T09:30:00+08:00")).isEqualTo(Instant.parse("2026-02-28T01:30:00Z"));
        assertThat(WrittenTime.instant("1900-01-01T00:00:00Z")).isEqualTo(Instant.parse("1900-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tomorrow", "2026-02-30", "1799-12-31", "9999-01-01", "+999999999-12-31", "-999999999-01-01"
            })
    void what_is_no_day_or_lies_beyond_what_can_be_kept_is_refused(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> WrittenTime.day(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2026-02-28", "2026-02-28T09:30:00", "1899-12-31T23:59:59Z", "+999999999-12-31T23:59:59Z"})
    void what_is_no_instant_or_lies_beyond_what_can_be_kept_is_refused(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> WrittenTime.instant(text));
    }

    @Test
    void a_place_in_a_list_is_read_as_it_was_written_and_none_beyond_the_calendar() {
        OccurrencePage.Place place = new OccurrencePage.Place(Instant.parse("2026-02-28T09:30:00.123456Z"), 7);
        assertThat(OccurrencePage.Place.parse(place.toString())).contains(place);
        assertThat(OccurrencePage.Place.parse("+999999999-12-31T23:59:59Z_7")).isEmpty();
        assertThat(OccurrencePage.Place.parse("7")).isEmpty();
    }
}
