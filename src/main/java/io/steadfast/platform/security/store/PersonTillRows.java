package io.steadfast.platform.security.store;

import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** By what people are known at a till, and which member they are. */
@ApplicationScoped
public class PersonTillRows {

    private static final String COLUMNS =
            "SELECT person_id, number, pin_hash, failures, locked_until, member_id FROM person_till";
    private static final String BY_NUMBER = COLUMNS + " WHERE number = ? FOR UPDATE";
    private static final String ONE = COLUMNS + " WHERE person_id = ?";
    private static final String ALL = COLUMNS + " ORDER BY person_id LIMIT 1000";
    private static final String KEEP_PIN = """
            INSERT INTO person_till (person_id, number, pin_hash, failures) VALUES (?, ?, ?, 0)
            ON CONFLICT (person_id) DO UPDATE
               SET number = excluded.number, pin_hash = excluded.pin_hash, failures = 0, locked_until = NULL
            """;
    private static final String KEEP_MEMBER = """
            INSERT INTO person_till (person_id, member_id) VALUES (?, ?)
            ON CONFLICT (person_id) DO UPDATE SET member_id = excluded.member_id
            """;
    private static final String TRIED = "UPDATE person_till SET failures = ?, locked_until = ? WHERE person_id = ?";

    @Inject
    private TenantStore store;

    /** One person's row. */
    public record Row(
            UUID person,
            Optional<String> number,
            Optional<String> pinHash,
            int failures,
            Optional<Instant> lockedUntil,
            Optional<UUID> member) {}

    /** Whose number this is; the row is locked, so that many tries at once count as many. */
    public Optional<Row> lock(String number) {
        return rows(BY_NUMBER, number).stream().findFirst();
    }

    public Optional<Row> find(UUID person) {
        return rows(ONE, person).stream().findFirst();
    }

    public List<Row> all() {
        return rows(ALL);
    }

    public void keepPin(UUID person, String number, String pinHash) {
        run(KEEP_PIN, person, number, pinHash);
    }

    public void keepMember(UUID person, Optional<UUID> member) {
        run(KEEP_MEMBER, person, member.orElse(null));
    }

    /** What a try left behind. */
    public void tried(UUID person, int failures, Optional<Instant> lockedUntil) {
        run(
                TRIED,
                failures,
                lockedUntil.map(until -> until.atOffset(ZoneOffset.UTC)).orElse(null),
                person);
    }

    private void run(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = store.connection().prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("What a person has at a till can't be kept", failure);
        }
    }

    private List<Row> rows(String sql, Object... values) {
        try (PreparedStatement statement = store.connection().prepareStatement(sql)) {
            bind(statement, values);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(read(row));
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException("What a person has at a till can't be read", failure);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            if (values[at] == null) {
                statement.setNull(at + 1, Types.NULL);
            } else {
                statement.setObject(at + 1, values[at]);
            }
        }
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                Optional.ofNullable(row.getString(2)),
                Optional.ofNullable(row.getString(3)),
                row.getInt(4),
                Optional.ofNullable(row.getObject(5, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject(6, UUID.class)));
    }
}
