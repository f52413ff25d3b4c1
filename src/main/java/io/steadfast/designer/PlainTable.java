package io.steadfast.designer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.steadfast.platform.rest.CsvLines;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows as RFC 4180 text in UTF-8 with a mark in front, so that spreadsheets read Chinese, and run nothing they find in it. */
public final class PlainTable {

    private static final String MARK = "\uFEFF";

    private PlainTable() {}

    /** @param rows of as many fields as the head has */
    public static byte[] of(List<String> head, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        text.write(MARK);
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(head);
            rows.forEach(
                    row -> csv.writeRecord(row.stream().map(CsvLines::harmless).toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
