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
                                     requested_at, requester_kind)
            VALUES (?, ?, ?::jsonb, ?, 'STAGING', 0, ?, ?, ?, ?)
            """;
    private static final String COLUMNS = """
            SELECT i.import_id, i.plan, i.file_name, i.state, i.rows_read, i.problem, i.requested_by, i.requester_kind,
                   i.requester_name, i.requested_at, coalesce(s.taken, 0) AS taken,
                   i.rows_failed + coalesce(s.failed, 0) AS failed
              FROM file_import AS i
              LEFT JOIN LATERAL (SELECT sum(taken) AS taken, sum(failed) AS failed FROM file_import_share
                                  WHERE import_id = i.import_id) AS s ON true
            """;
    private static final String FIND = COLUMNS + "WHERE i.import_id = ?";
    private static final String LATEST = COLUMNS + "WHERE i.import_id < ? ORDER BY i.import_id DESC LIMIT ?";
    private static final String STATE = """
            UPDATE file_import SET state = ?, problem = ?, finished_at = ?
             WHERE import_id = ? AND state NOT IN ('COMPLETED', 'FAILED')
            """;
    private static final String READ = "UPDATE file_import SET rows_read = ?, rows_failed = ? WHERE import_id = ?";
    private static final String BEGIN_READING =
            "UPDATE file_import SET readings = readings + 1 WHERE import_id = ? AND readings < ?";
    private static final String PROLONG = """
            UPDATE file_import SET runs_until = ?
             WHERE import_id = ? AND runner = ? AND state IN ('STAGING', 'RUNNING')
            """;
    /** Of a tenant, so that the most that may run at once holds between two who come together. */
    private static final String ONE_CLAIM_AT_A_TIME =
            "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '/imports', 0))";
    /** Whoever keeps the row locked is at it, however long ago they said so. */
    private static final String CLAIM = """
            UPDATE file_import SET runner = ?, runs_until = ?
             WHERE import_id = (SELECT i.import_id FROM file_import AS i
                                 WHERE i.import_id = ? AND i.state IN ('STAGING', 'RUNNING')
                                   AND (i.runner IS NULL OR i.runs_until < ?)
                                   FOR UPDATE SKIP LOCKED)
               AND (SELECT count(*) FROM file_import AS o
                     WHERE o.state IN ('STAGING', 'RUNNING') AND o.runs_until >= ?) < ?
            """;

    private static final String HELD = """
            SELECT import_id FROM file_import
             WHERE import_id = ? AND runner = ? AND state IN ('STAGING', 'RUNNING')
            """;
    private static final String LOCK = HELD + " FOR UPDATE";
    private static final String KEEP = HELD + " FOR SHARE";
    private static final String GIVE_BACK =
            "UPDATE file_import SET runner = NULL, runs_until = NULL WHERE import_id = ? AND runner = ?";
    private static final String WAITING = """
            SELECT import_id FROM file_import
             WHERE state IN ('STAGING', 'RUNNING') AND (runner IS NULL OR runs_until < ?)
             ORDER BY import_id LIMIT ?
            """;
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
    private static final String FAIL_HALF_RECEIVED = """
            UPDATE file_import SET state = 'FAILED', problem = ?, finished_at = ?
             WHERE state = 'RECEIVING' AND requested_at < ?
            """;
    private static final String REMOVE_PIECES_OF_OVER = """
            DELETE FROM file_import_piece AS p
             USING file_import AS i WHERE i.import_id = p.import_id AND i.state IN ('COMPLETED', 'FAILED')
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
                .text(actor.kind().name())
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

    /** Goes on holding it; false where this runner doesn't, or it is over. */
    public boolean prolong(UUID id, UUID runner, Instant until) {
        return store.sql(PROLONG).instant(until).id(id).id(runner).run() == 1;
    }

    /**
     * Takes one that nobody is at; false where somebody is, it is over, or others enough are under way.
     *
     * @param most of a tenant that may be under way at once
     */
    public boolean claim(UUID id, UUID runner, Instant until, Instant now, int most) {
        store.sql(ONE_CLAIM_AT_A_TIME).one(row -> "");
        return store.sql(CLAIM)
                        .id(runner)
                        .instant(until)
                        .id(id)
                        .instant(now)
                        .instant(now)
                        .number(most)
                        .run()
                == 1;
    }

    /** Makes sure until the end of the transaction that this runner holds it alone; false where it doesn't. */
    public boolean lock(UUID id, UUID runner) {
        return store.sql(LOCK).id(id).id(runner).one(row -> "").isPresent();
    }

    /** Makes sure until the end of the transaction that nobody takes it from this runner; false where somebody has. */
    public boolean keep(UUID id, UUID runner) {
        return store.sql(KEEP).id(id).id(runner).one(row -> "").isPresent();
    }

    /** Lets anybody go on with it. */
    public void giveBack(UUID id, UUID runner) {
        store.sql(GIVE_BACK).id(id).id(runner).run();
    }

    /** What was begun, isn't over and nobody is at, the oldest first. */
    public List<UUID> waiting(Instant now, int most) {
        return store.sql(WAITING).instant(now).number(most).all(row -> row.id("import_id"));
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

    /** How many rows the file has, and how many of them couldn't be read. */
    public void read(UUID id, long rows, long failed) {
        store.sql(READ).number(rows).number(failed).id(id).run();
    }

    public void removePieces(UUID id) {
        store.sql(REMOVE_PIECES).id(id).run();
    }

    /** Pieces of a file with which no import was begun; those of an import stay. */
    public void removeUnusedPieces(UUID id) {
        store.sql(REMOVE_UNUSED_PIECES).id(id).run();
    }

    /** Ends what never came whole, as an earlier version began it, and removes pieces of everything that is over. */
    public void failHalfReceived(String problem, Instant before, Instant now) {
        store.sql(FAIL_HALF_RECEIVED).text(problem).instant(now).instant(before).run();
        store.sql(REMOVE_PIECES_OF_OVER).run();
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
                row.number("failed"),
                row.optionalText("problem"),
                row.text("requester_name"),
                row.instant("requested_at"),
                person(row));
    }

    private static Optional<UUID> person(Row row) throws SQLException {
        boolean asked = row.optionalText("requester_kind")
                .filter(Actor.Kind.PERSON.name()::equals)
                .isPresent();
        return asked ? Optional.of(UUID.fromString(row.text("requested_by"))) : Optional.empty();
    }
}
