package io.steadfast.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+44 7700",
                "-cmd",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\uFF1D1",
                "-1+1",
                "\nx",
                "  =1+1",
                "\u3000=1"
            })
    void what_a_spreadsheet_would_run_gets_a_quote_before_it(String text) {
        assertThat(CsvLines.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-12", "-12.50", "12", "王芳", "a=b", "a@b.test"})
    void everything_else_stays_as_it_is(String text) {
        assertThat(CsvLines.harmless(text)).isEqualTo(text);
    }

    @Test
    void lines_are_quoted_where_they_must_be_and_end_as_the_standard_says() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvLines lines = new CsvLines(out, List.of("a", "b"))) {
            lines.write(List.of("x,\"y\"", "王\n芳"));
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a,b\r\n\"x,\"\"y\"\"\",\"王\n芳\"\r\n");
    }
}
