package io.steadfast.imports.faces;

import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.Mappings;
import io.steadfast.platform.refusals.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a person says what the columns of a file are: a line each, our field and the column's own name, or the name of a known file. */
final class ColumnNames {

    /** More than any kind of file has fields, attributes of members with them. */
    private static final int MOST_LINES = 200;

    private ColumnNames() {}

    /**
     * From our field to the column's name; empty where the columns have our names.
     *
     * @param typed lines like {@code externalId = customer no.}, or one word like {@code CDNOW}
     * @throws Refusal FIELD_UNKNOWN, COLUMNS_NOT_READ or MAPPING_UNKNOWN
     */
    static Map<String, String> read(ImportKind kind, String typed) {
        if (typed.isBlank()) {
            return Map.of();
        }
        if (typed.indexOf('=') < 0) {
            return Mappings.named(typed.strip()).orElseThrow(() -> new Refusal(ImportRefusal.MAPPING_UNKNOWN));
        }
        Map<String, String> columns = new LinkedHashMap<>();
        typed.lines().filter(line -> !line.isBlank()).limit(MOST_LINES).forEach(line -> {
            int sign = line.indexOf('=');
            String field = line.substring(0, Math.max(0, sign)).strip();
            String column = line.substring(sign + 1).strip();
            if (field.isEmpty() || column.isEmpty()) {
                throw new Refusal(ImportRefusal.COLUMNS_NOT_READ, Map.of("line", line.strip()));
            }
            if (!kind.knows(field)) {
                throw new Refusal(ImportRefusal.FIELD_UNKNOWN, Map.of("field", field));
            }
            columns.put(field, column);
        });
        return columns;
    }
}
