package io.steadfast.imports.store;

import io.steadfast.imports.core.StagedRow;
import io.steadfast.platform.persistence.BoundStatement;
import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rows that were read and wait to be taken. */
@Dependent
public class StagedRows {

    /** A member's rows are all in one share, so that shares can be taken at once. */
    public static final int SHARES = 4;

    private static final List<String> CLEAR = List.of(
            "DELETE FROM file_import_row WHERE import_id = ?",
            "DELETE FROM file_import_share WHERE import_id = ?",
            "DELETE FROM file_import_arrival WHERE import_id = ?");
    private static final String ADD = """
            INSERT INTO file_import_row (import_id, share, happened_at, line, item, member_key, fields)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)
            """;
    // Both find a row again by its place: the statistics know nothing of rows that just came, and by their lines each
    // would be
    // compared with each.
    private static final String NUMBER_EQUAL = """
            UPDATE file_import_row AS r SET item = r.item || '#' || n.number
              FROM (SELECT ctid, row_number() OVER (PARTITION BY item ORDER BY line) AS number
                      FROM file_import_row WHERE import_id = ?) AS n
             WHERE r.ctid = n.ctid
            """;
    private static final String REMOVE_REPEATED = """
            WITH repeated AS (
                DELETE FROM file_import_row AS r
                 USING (SELECT ctid, row_number() OVER (PARTITION BY item ORDER BY line) AS number
                          FROM file_import_row WHERE import_id = ?) AS n
                 WHERE r.ctid = n.ctid AND n.number > 1
                RETURNING r.line)
            SELECT line FROM repeated LIMIT ?
            """;
    private static final String ARRIVALS = """
            INSERT INTO file_import_arrival (import_id, member_key, happened_at)
            SELECT import_id, member_key, min(happened_at) FROM file_import_row
             WHERE import_id = ? AND member_key <> '' GROUP BY import_id, member_key
            """;
    private static final String SHARE = """
            INSERT INTO file_import_share (import_id, share, happened_at, line, taken)
            VALUES (?, ?, '-infinity', 0, 0)
            """;
    // Compared with a row that is read first: the key gives them in their order then, and a share of any length costs
    // the same.
    private static final String NEXT = """
            SELECT line, happened_at, item, member_key, fields
              FROM file_import_row
             WHERE import_id = ? AND share = ? AND (happened_at, line) >
                   (SELECT happened_at, line FROM file_import_share WHERE import_id = ? AND share = ?)
             ORDER BY happened_at, line LIMIT ?
            """;
    private static final String PASS =
            "UPDATE file_import_share SET happened_at = ?, line = ?, taken = taken + ?, failed = failed + ?"
                    + " WHERE import_id = ? AND share = ?";
    private static final String EARLIEST =
            "SELECT member_key, happened_at FROM file_import_arrival WHERE import_id = ? AND member_key = ANY (?)";

    @Inject
    TenantStore store;

    @Inject
    JsonColumns json;

    /** Removes what was staged, before it is read once more or after it was taken. */
    public void clear(UUID id, Scope scope) {
        for (String sql : scope == Scope.EVERYTHING ? CLEAR : CLEAR.subList(0, 1)) {
            run(sql, id);
        }
        if (scope == Scope.PERSONAL) {
            run(CLEAR.get(2), id);
        }
    }

    /** What is to be removed. */
    public enum Scope {
        EVERYTHING,
        /** What was in the file; how far each share came stays. */
        PERSONAL
    }

    private void run(String sql, UUID id) {
        store.sql(sql).id(id).run();
    }

    public void add(UUID id, Collection<StagedRow> rows) {
        BoundStatement statement = store.sql(ADD);
        for (StagedRow row : rows) {
            statement
                    .id(id)
                    .number(Math.floorMod(row.memberKey().hashCode(), SHARES))
                    .instant(row.happenedAt())
                    .number(row.line())
                    .text(row.item())
                    .text(row.memberKey())
                    .text(json.written(row.fields()))
                    .batch();
        }
        statement.runBatch();
    }

    /** Tells equal items apart by their number in the file. */
    public void numberEqual(UUID id) {
        store.sql(NUMBER_EQUAL).id(id).run();
    }

    /** Keeps the first row of each item; the lines of the others, at most so many of them. */
    public List<Long> removeRepeated(UUID id, int most) {
        return store.sql(REMOVE_REPEATED).id(id).number(most).all(row -> row.number("line"));
    }

    /** Notes each member's earliest row, and that no share was begun. */
    public void open(UUID id) {
        run(ARRIVALS, id);
        BoundStatement statement = store.sql(SHARE);
        for (int share = 0; share < SHARES; share++) {
            statement.id(id).number(share).batch();
        }
        statement.runBatch();
    }

    /** The rows of a share whose turn it is. */
    public List<StagedRow> next(UUID id, int share, int most) {
        return store.sql(NEXT)
                .id(id)
                .number(share)
                .id(id)
                .number(share)
                .number(most)
                .all(this::row);
    }

    /** Goes behind these rows. */
    public void pass(UUID id, int share, List<StagedRow> rows, int failed) {
        StagedRow last = rows.get(rows.size() - 1);
        store.sql(PASS)
                .instant(last.happenedAt())
                .number(last.line())
                .number(rows.size() - failed)
                .number(failed)
                .id(id)
                .number(share)
                .run();
    }

    /** When each of these members appears first in the file. */
    public Map<String, Instant> earliest(UUID id, Collection<String> memberKeys) {
        Map<String, Instant> earliest = new HashMap<>();
        store.sql(EARLIEST)
                .id(id)
                .texts(memberKeys)
                .all(row -> earliest.put(row.text("member_key"), row.instant("happened_at")));
        return earliest;
    }

    private StagedRow row(Row row) throws SQLException {
        return new StagedRow(
                row.number("line"),
                row.instant("happened_at"),
                row.text("item"),
                row.text("member_key"),
                json.texts(row.text("fields")));
    }
}
