package io.steadfast.reporting.rest;

import io.steadfast.platform.rest.CsvLines;
import io.steadfast.reporting.ExportKind;
import io.steadfast.reporting.ExportService;
import java.util.List;
import java.util.Locale;

/** All of a kind, a page at a time, each in a transaction of its own. */
final class ExportFile {

    private ExportFile() {}

    static String name(ExportKind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + ".csv";
    }

    static void write(ExportService exports, ExportKind kind, CsvLines lines) {
        List<ExportService.Line> page = exports.after(kind, ExportService.BEGINNING);
        while (!page.isEmpty()) {
            page.forEach(line -> lines.write(line.cells()));
            page = exports.after(kind, page.get(page.size() - 1).id());
        }
    }
}
