package io.steadfast.imports.store;

import io.steadfast.imports.core.RowTrouble;
import io.steadfast.platform.persistence.BoundStatement;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.refusals.RefusalTexts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What couldn't be taken, by line. */
@Dependent
public class ImportErrors {

    private static final String ADD = """
            INSERT INTO file_import_error (import_id, line, field, bundle, code, details)
            VALUES (?, ?, ?, ?, ?, ?::jsonb) ON CONFLICT DO NOTHING
            """;
    private static final String LINES =
            "SELECT count(DISTINCT line) AS lines FROM file_import_error WHERE import_id = ?";
    private static final String CLEAR = "DELETE FROM file_import_error WHERE import_id = ?";
    private static final String PAGE = """
            SELECT line, field, bundle, code, details FROM file_import_error
             WHERE import_id = ? AND (line, field) > (?, ?) ORDER BY line, field LIMIT ?
            """;

    @Inject
    TenantStore store;

    @Inject
    JsonColumns json;

    /** One that was kept, for its text in any language. */
    public record Kept(long line, String field, String bundle, String code, Map<String, Object> details) {}

    public void add(UUID id, Collection<RowTrouble> troubles) {
        if (troubles.isEmpty()) {
            return;
        }
        BoundStatement statement = store.sql(ADD);
        for (RowTrouble trouble : troubles) {
            statement
                    .id(id)
                    .number(trouble.line())
                    .text(trouble.field())
                    .text(RefusalTexts.bundleOf(trouble.reason()))
                    .text(trouble.reason().name())
                    .text(json.written(texts(trouble)))
                    .batch();
        }
        statement.runBatch();
    }

    private static Map<String, String> texts(RowTrouble trouble) {
        Map<String, String> texts = new HashMap<>();
        trouble.details().forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    /** How many rows couldn't be taken so far. Reads all of them: once an import, not once a batch. */
    public long lines(UUID id) {
        return store.sql(LINES).id(id).one(row -> row.number("lines")).orElse(0L);
    }

    public void clear(UUID id) {
        store.sql(CLEAR).id(id).run();
    }

    public List<Kept> after(UUID id, long line, String field, int most) {
        return store.sql(PAGE)
                .id(id)
                .number(line)
                .text(field)
                .number(most)
                .all(row -> new Kept(
                        row.number("line"),
                        row.text("field"),
                        row.text("bundle"),
                        row.text("code"),
                        new HashMap<>(json.texts(row.text("details")))));
    }
}
