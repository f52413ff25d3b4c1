package io.steadfast.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import io.steadfast.imports.core.Cells;
import io.steadfast.imports.core.ImportPlan;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.RowReading;
import io.steadfast.imports.core.RowRefused;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file of separated values, row by row: UTF-8 with or without its mark, separated by commas, semicolons, tabs or bars, with
 * the line {@code sep=;} that Excel writes or without it.
 */
final class CsvFile implements AutoCloseable {

    private static final String SEPARATORS = ",;\t|";

    /** Enough for any header. */
    private static final int LOOK = 65_536;

    /** A longer cell, before its blanks are taken off, refuses its row. */
    private static final int LONGEST_RAW_CELL = 2_000;

    /** What goes beyond any of these isn't separated values: most likely a quote that is never closed. */
    private static final int LONGEST_FIELD = 1 << 16;

    private static final int LONGEST_RECORD = 1 << 18;
    private static final int MOST_FIELDS = 1_000;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> names;
    private final List<String> header;

    private CsvFile(CsvReader<CsvRecord> reader) {
        this.reader = reader;
        this.records = reader.iterator();
        if (!records.hasNext()) {
            throw new Refusal(ImportRefusal.FILE_EMPTY);
        }
        names = records.next().getFields().stream().map(Cells::cleaned).toList();
        header = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /** Refuses FILE_EMPTY, NOT_UTF8. */
    static CsvFile open(InputStream bytes) {
        try {
            PushbackReader text = new PushbackReader(
                    new InputStreamReader(
                            bytes,
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
                    LOOK);
            char separator = separator(text);
            return new CsvFile(CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(true)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .maxBufferSize(2 * LONGEST_FIELD)
                    .build(
                            CsvRecordHandler.builder()
                                    .maxFields(MOST_FIELDS)
                                    .maxFieldSize(LONGEST_FIELD)
                                    .maxRecordSize(LONGEST_RECORD)
                                    .build(),
                            text));
        } catch (IOException | UncheckedIOException failure) {
            throw refusal(failure);
        }
    }

    /** Whether it was the reader that failed, over what stands in the file. */
    static boolean isReaders(Throwable failure) {
        return failure instanceof UncheckedIOException
                || failure.getClass().getName().startsWith("de.siegmar.fastcsv");
    }

    /** What a failure of the reader says about the file. */
    static Refusal refusal(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new Refusal(ImportRefusal.NOT_UTF8);
            }
        }
        return new Refusal(ImportRefusal.NOT_CSV);
    }

    /** Looks at the first line and leaves it to be read, but for the mark and Excel's own line. */
    private static char separator(PushbackReader text) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = text.read();
        if (next == '\uFEFF') {
            next = text.read();
        }
        boolean quoted = false;
        while (next >= 0 && line.length() < LOOK - 1 && (quoted || (next != '\n' && next != '\r'))) {
            quoted ^= next == '"';
            line.append((char) next);
            next = text.read();
        }
        if (line.toString().toLowerCase(Locale.ROOT).startsWith("sep=") && line.length() == 5) {
            return line.charAt(4);
        }
        if (next >= 0) {
            text.unread(next);
        }
        text.unread(line.toString().toCharArray());
        return mostOf(line.toString().replaceAll("\"[^\"]*\"", ""));
    }

    private static char mostOf(String line) {
        char most = ',';
        long count = 0;
        for (char candidate : SEPARATORS.toCharArray()) {
            long found = line.chars().filter(each -> each == candidate).count();
            if (found > count) {
                most = candidate;
                count = found;
            }
        }
        return most;
    }

    /** Which column stands for which field. Refuses (400, by field) columns that are missing or stand twice. */
    Map<String, Integer> columns(ImportPlan plan) {
        FieldErrors errors = new FieldErrors();
        Map<String, Integer> columns = new LinkedHashMap<>();
        List<String> fields = new ArrayList<>(plan.kind().fields());
        plan.mapping().keySet().stream()
                .filter(field -> !fields.contains(field))
                .forEach(fields::add);
        for (String field : fields) {
            String column = Cells.cleaned(plan.column(field)).toLowerCase(Locale.ROOT);
            int at = header.indexOf(column);
            if (at >= 0 && at != header.lastIndexOf(column)) {
                errors.add("mapping." + field, ImportRefusal.COLUMN_TWICE, Map.of("column", column));
            }
            boolean needed =
                    plan.kind().required().contains(field) || plan.mapping().containsKey(field);
            if (at >= 0) {
                columns.put(field, at);
            } else if (needed) {
                errors.add("mapping." + field, ImportRefusal.COLUMN_MISSING, Map.of("column", column));
            }
        }
        for (int at = 0; at < header.size(); at++) {
            if (plan.kind().knows(names.get(at)) && !columns.containsValue(at)) {
                columns.put(names.get(at), at);
            }
        }
        errors.refuseIfAny();
        return columns;
    }

    /** One row's cells by field, with the line it begins at. */
    record Line(long number, Optional<Map<String, String>> cells, Optional<RowRefused> trouble) {}

    /** The next row; empty at the end. */
    Optional<Line> next(Map<String, Integer> columns) {
        if (!records.hasNext()) {
            return Optional.empty();
        }
        CsvRecord row = records.next();
        long line = row.getStartingLineNumber();
        for (int at = header.size(); at < row.getFieldCount(); at++) {
            if (!row.getField(at).isBlank()) {
                return Optional.of(refused(line, new RowRefused("", ImportRefusal.TOO_MANY_CELLS)));
            }
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> column : columns.entrySet()) {
            int at = column.getValue();
            String raw = at < row.getFieldCount() ? row.getField(at) : "";
            if (raw.length() > LONGEST_RAW_CELL) {
                return Optional.of(refused(
                        line,
                        new RowRefused(
                                column.getKey(),
                                ImportRefusal.CELL_TOO_LONG,
                                Map.of("most", RowReading.LONGEST_CELL))));
            }
            String cell = Cells.cleaned(raw);
            if (!cell.isEmpty()) {
                cells.put(column.getKey(), cell);
            }
        }
        return Optional.of(new Line(line, Optional.of(cells), Optional.empty()));
    }

    private static Line refused(long line, RowRefused trouble) {
        return new Line(line, Optional.empty(), Optional.of(trouble));
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException ignored) {
            // Nothing is lost: every row that was wanted was read.
            return;
        }
    }

    /** Reads bytes through a reader of pieces, none of which is held longer than it is read. */
    static final class Pieces extends InputStream {

        private final java.util.function.IntFunction<Optional<byte[]>> pieces;
        private byte[] piece = {};
        private int at;
        private int number;

        Pieces(java.util.function.IntFunction<Optional<byte[]>> pieces) {
            this.pieces = pieces;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (at == piece.length) {
                Optional<byte[]> next = pieces.apply(number);
                if (next.isEmpty()) {
                    return -1;
                }
                piece = next.get();
                at = 0;
                number++;
            }
            int length = Math.min(most, piece.length - at);
            System.arraycopy(piece, at, into, from, length);
            at += length;
            return length;
        }
    }
}
