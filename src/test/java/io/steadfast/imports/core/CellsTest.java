package io.steadfast.imports.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static Cells cell(String text) {
        return new Cells(Map.of("x", text), NEW_YORK);
    }

    private static ImportRefusal refusal(Runnable reading) {
        try {
            reading.run();
            throw new AssertionError("nothing was refused");
        } catch (RowRefused refused) {
            assertThat(refused.field()).isEqualTo("x");
            return (ImportRefusal) refused.reason();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1998-06-30, 1998-06-30T04:00:00Z",
        "1998/6/30, 1998-06-30T04:00:00Z",
        "1998.01.05, 1998-01-05T05:00:00Z",
        "1998年6月30日, 1998-06-30T04:00:00Z",
        "1998-06-30 9:05, 1998-06-30T13:05:00Z",
        "1998-06-30T09:05:07, 1998-06-30T13:05:07Z",
        "1998-06-30T09:05:07Z, 1998-06-30T09:05:07Z",
        "1998-06-30T09:05:07+08:00, 1998-06-30T01:05:07Z"
    })
    void a_date_without_a_time_begins_the_day_in_the_programs_zone(String text, Instant instant) {
        assertThat(cell(text).instant("x")).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30/06/1998", "1998-02-30", "yesterday", "35976", "1998-06-30T25:00"})
    void a_date_that_could_be_read_two_ways_or_none_is_refused(String text) {
        assertThat(refusal(() -> cell(text).instant("x"))).isEqualTo(ImportRefusal.NOT_A_DAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-01-01T00:00:00Z",
                "-0044-03-15T12:00:00Z",
                "0001-01-01",
                "1899-12-31",
                "+10000-01-01T00:00:00+00:00"
            })
    void a_year_that_nobody_means_is_refused(String text) {
        assertThat(refusal(() -> cell(text).instant("x"))).isEqualTo(ImportRefusal.NOT_A_DAY);
        assertThat(cell("9999-12-31T23:59:59Z").instant("x")).isPresent();
        assertThat(cell("1900-01-01").instant("x")).isPresent();
    }

    @Test
    void a_cell_longer_than_any_instant_or_number_is_refused_before_anything_is_tried_on_it() {
        String dates = "T".repeat(100_000);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(refusal(() -> cell(dates).instant("x"))).isEqualTo(ImportRefusal.NOT_A_DAY);
            assertThat(refusal(() -> cell("1".repeat(1_000_000)).decimal("x"))).isEqualTo(ImportRefusal.NOT_A_NUMBER);
            assertThat(refusal(() -> cell("1".repeat(1_000_000)).minorUnits("x", Currency.getInstance("USD"))))
                    .isEqualTo(ImportRefusal.NOT_AN_AMOUNT);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11.77 | 1177",
                "11,77 | 1177",
                "0.00 | 0",
                "12 | 1200",
                "1,234.50 | 123450",
                "1.234,50 | 123450",
                "-3.5 | -350"
            })
    void an_amount_comes_to_the_cent_with_a_comma_or_a_point(String text, long minor) {
        assertThat(cell(text).minorUnits("x", Currency.getInstance("USD"))).isEqualTo(minor);
    }

    @Test
    void an_amount_that_isnt_one_or_is_too_fine_is_refused() {
        Currency usd = Currency.getInstance("USD");
        Currency yen = Currency.getInstance("JPY");
        assertThat(refusal(() -> cell("$12").minorUnits("x", usd))).isEqualTo(ImportRefusal.NOT_AN_AMOUNT);
        assertThat(refusal(() -> cell("1,234,567").minorUnits("x", usd))).isEqualTo(ImportRefusal.NOT_AN_AMOUNT);
        assertThat(refusal(() -> cell("1.005").minorUnits("x", usd))).isEqualTo(ImportRefusal.AMOUNT_TOO_FINE);
        assertThat(refusal(() -> cell("12.5").minorUnits("x", yen))).isEqualTo(ImportRefusal.AMOUNT_TOO_FINE);
        assertThat(cell("1200").minorUnits("x", yen)).isEqualTo(1200);
        assertThat(refusal(() -> cell("99999999999999999999").minorUnits("x", usd)))
                .isEqualTo(ImportRefusal.AMOUNT_TOO_FINE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {"=\"00123\" | 00123", "'=SUM(1) | =SUM(1)", "'tis | 'tis", "\u00a0 王芳 \u3000 | 王芳"})
    void a_spreadsheets_habits_are_taken_off(String cell, String text) {
        assertThat(Cells.cleaned(cell)).isEqualTo(text);
    }

    @Test
    void yes_and_no_come_in_two_languages_and_nothing_else() {
        assertThat(cell("是").yesNo("x")).contains(true);
        assertThat(cell("No").yesNo("x")).contains(false);
        assertThat(refusal(() -> cell("maybe").yesNo("x"))).isEqualTo(ImportRefusal.NOT_YES_OR_NO);
        assertThat(new Cells(Map.of(), NEW_YORK).yesNo("x")).isEmpty();
        assertThatExceptionOfType(RowRefused.class).isThrownBy(() -> new Cells(Map.of(), NEW_YORK).required("x"));
    }
}
