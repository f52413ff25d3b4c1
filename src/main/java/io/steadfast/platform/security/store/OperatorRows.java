package io.steadfast.platform.security.store;

import io.steadfast.platform.persistence.BoundStatement;
import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.tenancy.ControlStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The people who run the platform, in the control schema. Each call is a transaction of its own. */
@ApplicationScoped
public class OperatorRows {

    private static final String COLUMNS =
            "SELECT id, email, name, active, password_hash, epoch, failures, locked_until, language, last_signed_in_at"
                    + " FROM operator";
    private static final String FIND = COLUMNS + " WHERE id = ?";
    private static final String LOCK = COLUMNS + " WHERE email = ? FOR UPDATE";
    private static final String INVITED =
            COLUMNS + " WHERE invitation_hash = ? AND invitation_until > ? AND active LIMIT 1";
    private static final String ALL = COLUMNS + " ORDER BY name, id LIMIT 1000";
    private static final String BY_EMAIL = COLUMNS + " WHERE email = ?";
    private static final String PAGE = COLUMNS + " WHERE ?::uuid IS NULL OR id > ? ORDER BY id LIMIT ?";
    private static final String ADD = """
            INSERT INTO operator (id, email, name, active, epoch, failures, created_at) VALUES (?, ?, ?, true, 0, 0, ?)
            ON CONFLICT (email) DO NOTHING
            """;
    private static final String INVITE = "UPDATE operator SET invitation_hash = ?, invitation_until = ? WHERE id = ?";
    private static final String NEW_PASSWORD =
            "UPDATE operator SET password_hash = ?, invitation_hash = NULL, invitation_until = NULL, failures = 0,"
                    + " locked_until = NULL, epoch = epoch + 1 WHERE ";
    private static final String SET_PASSWORD = NEW_PASSWORD + "id = ?";
    private static final String ACCEPT = NEW_PASSWORD + "invitation_hash = ? AND invitation_until > ? AND active";
    private static final String TRIED =
            "UPDATE operator SET failures = ?, locked_until = ?, last_signed_in_at = coalesce(?, last_signed_in_at)"
                    + " WHERE id = ?";
    private static final String ACTIVATE = "UPDATE operator SET active = true WHERE id = ?";
    private static final String SIGN_OUT = "UPDATE operator SET epoch = epoch + 1 WHERE id = ?";
    private static final String LANGUAGE = "UPDATE operator SET language = ? WHERE id = ?";

    /** All are locked first: two who lock each other out at once would leave nobody. */
    private static final String LOCK_ALL = "SELECT id FROM operator WHERE active ORDER BY id FOR UPDATE";

    private static final String DEACTIVATE = """
            UPDATE operator SET active = false, epoch = epoch + 1, invitation_hash = NULL, invitation_until = NULL
             WHERE id = ? AND EXISTS (SELECT 1 FROM operator o WHERE o.active AND o.password_hash IS NOT NULL AND o.id <> ?)
            """;

    @Inject
    private ControlStore control;

    /** One of them. */
    public record Kept(
            UUID id,
            String email,
            String name,
            Boolean active,
            Optional<String> passwordHash,
            int epoch,
            int failures,
            Optional<Instant> lockedUntil,
            Optional<String> language,
            Optional<Instant> lastSignedInAt) {}

    /**
     * What a try to sign in leaves behind.
     *
     * @param failures in a row
     * @param signedInAt empty after a failed one
     */
    public record Tried(int failures, Optional<Instant> lockedUntil, Optional<Instant> signedInAt) {}

    public Optional<Kept> find(UUID id) {
        return control.call(
                connection -> BoundStatement.on(connection, FIND).id(id).one(OperatorRows::kept));
    }

    /** By name. */
    public List<Kept> all() {
        return control.call(connection -> BoundStatement.on(connection, ALL).all(OperatorRows::kept));
    }

    public Optional<Kept> byEmail(String email) {
        return control.call(connection ->
                BoundStatement.on(connection, BY_EMAIL).text(email).one(OperatorRows::kept));
    }

    /** Those after the given one, the longest known first. */
    public List<Kept> page(Optional<UUID> after, int most) {
        return control.call(connection -> BoundStatement.on(connection, PAGE)
                .id(after)
                .id(after)
                .number(most)
                .all(OperatorRows::kept));
    }

    /** False where somebody has this e-mail already. */
    public boolean add(UUID id, String email, String name, Instant at) {
        return control.call(connection -> BoundStatement.on(connection, ADD)
                        .id(id)
                        .text(email)
                        .text(name)
                        .instant(at)
                        .run()
                == 1);
    }

    /** An earlier invitation ends. */
    public void invite(UUID id, byte[] hash, Instant until) {
        control.call(connection -> BoundStatement.on(connection, INVITE)
                .bytes(hash)
                .instant(until)
                .id(id)
                .run());
    }

    public Optional<Kept> invited(byte[] hash, Instant now) {
        return control.call(connection ->
                BoundStatement.on(connection, INVITED).bytes(hash).instant(now).one(OperatorRows::kept));
    }

    /** Uses an invitation up; false where it isn't good any more. Every session ends. */
    public boolean accept(byte[] hash, Instant now, String passwordHash) {
        return control.call(connection -> BoundStatement.on(connection, ACCEPT)
                        .text(passwordHash)
                        .bytes(hash)
                        .instant(now)
                        .run()
                == 1);
    }

    /** Every session ends. */
    public void setPassword(UUID id, String passwordHash) {
        control.call(connection -> BoundStatement.on(connection, SET_PASSWORD)
                .text(passwordHash)
                .id(id)
                .run());
    }

    /** Judges one try with the row locked, so that many tries at once count as many; what the judge says is kept. */
    public void tryOut(String email, Function<Optional<Kept>, Optional<Tried>> judge) {
        control.call(connection -> {
            Optional<Kept> found =
                    BoundStatement.on(connection, LOCK).text(email).one(OperatorRows::kept);
            Optional<Tried> left = judge.apply(found);
            return found.isPresent() && left.isPresent()
                    ? BoundStatement.on(connection, TRIED)
                            .number(left.get().failures())
                            .instant(left.get().lockedUntil())
                            .instant(left.get().signedInAt())
                            .id(found.get().id())
                            .run()
                    : 0;
        });
    }

    /** False for the last one who can sign in. Every session ends. */
    public boolean deactivate(UUID id) {
        return control.call(connection -> {
            BoundStatement.on(connection, LOCK_ALL).all(row -> row.id("id"));
            return BoundStatement.on(connection, DEACTIVATE).id(id).id(id).run() == 1;
        });
    }

    public void activate(UUID id) {
        control.call(
                connection -> BoundStatement.on(connection, ACTIVATE).id(id).run());
    }

    public void signOut(UUID id) {
        control.call(
                connection -> BoundStatement.on(connection, SIGN_OUT).id(id).run());
    }

    public void keepLanguage(UUID id, String tag) {
        control.call(connection ->
                BoundStatement.on(connection, LANGUAGE).text(tag).id(id).run());
    }

    private static Kept kept(Row row) throws SQLException {
        return new Kept(
                row.id("id"),
                row.text("email"),
                row.text("name"),
                row.truth("active"),
                row.optionalText("password_hash"),
                row.integer("epoch"),
                row.integer("failures"),
                row.optionalInstant("locked_until"),
                row.optionalText("language"),
                row.optionalInstant("last_signed_in_at"));
    }
}
