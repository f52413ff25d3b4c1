package io.steadfast.platform.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Lines of separated values (RFC 4180, UTF-8) as they go out. A text that a spreadsheet would take for a formula gets a quote
 * before it, so that what a caller once chose doesn't run in the spreadsheet of whoever opens the file.
 */
public final class CsvLines implements AutoCloseable {

    /** Also in full width, and behind blanks, which some spreadsheets skip. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private static final String CONTROLS = "\t\r\n";

    private final CsvWriter csv;

    /** @param header names of the columns */
    public CsvLines(OutputStream out, List<String> header) {
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        csv.writeRecord(header);
    }

    /** A line; each text is kept from being a formula, numbers are as they are. */
    public void write(List<String> cells) {
        csv.writeRecord(cells.stream().map(CsvLines::harmless).toList());
    }

    /** The text, unless a spreadsheet would run it. */
    public static String harmless(String text) {
        return runs(text) && !isNumber(text) ? "'" + text : text;
    }

    private static boolean runs(String text) {
        String shown = text.strip();
        boolean formula = !shown.isEmpty() && FORMULA.indexOf(shown.charAt(0)) >= 0;
        return formula || !text.isEmpty() && CONTROLS.indexOf(text.charAt(0)) >= 0;
    }

    /** A negative figure is a figure. */
    private static boolean isNumber(String text) {
        return text.matches("-\\d+(\\.\\d+)?");
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
