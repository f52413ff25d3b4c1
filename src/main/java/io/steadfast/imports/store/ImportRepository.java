package io.steadfast.imports.store;

import io.steadfast.imports.core.ImportPlan;
import io.steadfast.imports.core.ImportState;
import io.steadfast.imports.core.ImportView;
import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.security.Actor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Imports as rows, and the pieces of their files. */
@Dependent
public class ImportRepository {

    private static final String ADD = """
            INSERT INTO file_import (import_id, kind, plan, file_name, state, rows_failed, requested_by, requester_name,
                                     requested_at)
            VALUES (?, ?, ?::jsonb, ?, 'STAGING', 0, ?, ?, ?)
            """;
    private static final String COLUMNS = """
            SELECT i.import_id, i.plan, i.file_name, i.state, i.rows_read, i.rows_failed, i.problem, i.requester_name,
                   i.requested_at,
                   coalesce((SELECT sum(s.taken) FROM file_import_share AS s WHERE s.import_id = i.import_id), 0) AS taken
              FROM file_import AS i
            """;
    private static final String FIND = COLUMNS + "WHERE i.import_id = ?";
    private static final String LATEST = COLUMNS + "WHERE i.import_id < ? ORDER BY i.import_id DESC LIMIT ?";
    private static final String STATE = """
            UPDATE file_import SET state = ?, problem = ?, finished_at = ?
             WHERE import_id = ? AND state NOT IN ('COMPLETED', 'FAILED')
            """;
    private static final String READ = "UPDATE file_import SET rows_read = ? WHERE import_id = ?";
    private static final String BEGIN_READING =
            "UPDATE file_import SET readings = readings + 1 WHERE import_id = ? AND readings < ?";
    private static final String HOLD = """
            UPDATE file_import SET runner = ?, runs_until = ?
             WHERE import_id = ? AND state IN ('STAGING', 'RUNNING') AND (runner IS NULL OR runner = ? OR runs_until < ?)
            """;
    private static final String OPEN =
            "SELECT import_id FROM file_import WHERE state IN ('STAGING', 'RUNNING') ORDER BY import_id";
    private static final String HELD_UNTIL =
            "SELECT min(runs_until) AS until FROM file_import WHERE state IN ('STAGING', 'RUNNING')";
    private static final String ADD_PIECE =
            "INSERT INTO file_import_piece (import_id, number, content) VALUES (?, ?, decode(?, 'base64'))";
    private static final String PIECE =
            "SELECT encode(content, 'base64') AS content FROM file_import_piece WHERE import_id = ? AND number = ?";
    private static final String REMOVE_PIECES = "DELETE FROM file_import_piece WHERE import_id = ?";

    private static final String REMOVE_UNUSED_PIECES = """
            DELETE FROM file_import_piece AS p
             WHERE p.import_id = ? AND NOT EXISTS (SELECT 1 FROM file_import AS i WHERE i.import_id = p.import_id)
            """;
    private static final String REMOVE_LEFT_PIECES = """
            DELETE FROM file_import_piece AS p
             WHERE p.import_id < ? AND NOT EXISTS (SELECT 1 FROM file_import AS i WHERE i.import_id = p.import_id)
            """;

    @Inject
    TenantStore store;

    @Inject
    JsonColumns json;

    /** The import of a file that is kept already. */
    public void add(UUID id, ImportPlan plan, String fileName, Actor actor, Instant now) {
        store.sql(ADD)
                .id(id)
                .text(plan.kind().name())
                .text(json.written(plan))
                .text(fileName)
                .text(actor.id())
                .text(actor.name())
                .instant(now)
                .run();
    }

    public Optional<ImportView> find(UUID id) {
        return store.sql(FIND).id(id).one(this::view);
    }

    /** Imports begun before the given one, the latest first. */
    public List<ImportView> before(UUID id, int most) {
        return store.sql(LATEST).id(id).number(most).all(this::view);
    }

    public void become(UUID id, ImportState state, Optional<String> problem, Optional<Instant> finishedAt) {
        store.sql(STATE)
                .text(state.name())
                .text(problem)
                .instant(finishedAt)
                .id(id)
                .run();
    }

    /** False where somebody else goes on with it, or it is over. */
    public boolean hold(UUID id, UUID runner, Instant until, Instant now) {
        return store.sql(HOLD)
                        .id(runner)
                        .instant(until)
                        .id(id)
                        .id(runner)
                        .instant(now)
                        .run()
                == 1;
    }

    /** What is read or taken at this moment, or was when its server died. */
    public List<UUID> open() {
        return store.sql(OPEN).all(row -> row.id("import_id"));
    }

    public Optional<Instant> heldUntil() {
        return store.sql(HELD_UNTIL).one(row -> row.optionalInstant("until")).flatMap(until -> until);
    }

    public void addPiece(UUID id, int number, byte[] content) {
        store.sql(ADD_PIECE)
                .id(id)
                .number(number)
                .text(java.util.Base64.getEncoder().encodeToString(content))
                .run();
    }

    public Optional<byte[]> piece(UUID id, int number) {
        return store.sql(PIECE)
                .id(id)
                .number(number)
                .one(row -> java.util.Base64.getMimeDecoder()
                        .decode(row.text("content").getBytes(StandardCharsets.US_ASCII)));
    }

    /** Counts that reading the file begins; false where it began so often already. */
    public boolean beginReading(UUID id, int most) {
        return store.sql(BEGIN_READING).id(id).number(most).run() == 1;
    }

    /** How many rows the file has. */
    public void read(UUID id, long rows) {
        store.sql(READ).number(rows).id(id).run();
    }

    public void removePieces(UUID id) {
        store.sql(REMOVE_PIECES).id(id).run();
    }

    /** Pieces of a file with which no import was begun; those of an import stay. */
    public void removeUnusedPieces(UUID id) {
        store.sql(REMOVE_UNUSED_PIECES).id(id).run();
    }

    /** Pieces from before an instant of real time that belong to no import. */
    public void removeLeftPieces(Instant before) {
        // Ids begin with the milliseconds at which they were made.
        store.sql(REMOVE_LEFT_PIECES)
                .id(new UUID(before.toEpochMilli() << 16, 0))
                .run();
    }

    private ImportView view(Row row) throws SQLException {
        return new ImportView(
                row.id("import_id"),
                json.read(row.text("plan"), ImportPlan.class),
                row.text("file_name"),
                ImportState.valueOf(row.text("state")),
                row.optionalNumber("rows_read"),
                row.number("taken"),
                row.number("rows_failed"),
                row.optionalText("problem"),
                row.text("requester_name"),
                row.instant("requested_at"));
    }
}
