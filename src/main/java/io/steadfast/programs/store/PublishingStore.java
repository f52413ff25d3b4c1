package io.steadfast.programs.store;

import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.PublishRule;
import io.steadfast.programs.core.PublishWish;
import io.steadfast.programs.core.PublishedVersion.Withdrawal;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The circumstances of publishing: versions taken back, how many people it takes, and what waits for a second one. */
@ApplicationScoped
public class PublishingStore {

    private static final String WITHDRAW =
            "INSERT INTO program_withdrawal (program, version, withdrawn_at, recorded_at, actor_name)"
                    + " VALUES (?, ?, ?, ?, ?)";
    private static final String WITHDRAWN =
            "SELECT version, withdrawn_at, actor_name FROM program_withdrawal WHERE program = ?";
    private static final String FORMER_BASE =
            "UPDATE program_draft SET base_version = ? WHERE program = ? AND base_version = ?";
    private static final String RULE = "SELECT rule FROM publish_rule ORDER BY rule_id DESC LIMIT 1";
    private static final String DECIDE =
            "INSERT INTO publish_rule (rule_id, rule, decided_at, actor_name) VALUES (?, ?, ?, ?)";
    private static final String WISH = "SELECT wish_id, program, draft_id, draft_version, effective_from, requested_by,"
            + " requester_name, requested_at FROM publish_wish WHERE state = 'WAITING' AND ";
    private static final String WISH_OF_DRAFT = WISH + "draft_id = ?";
    private static final String WISH_LOCKED = WISH + "wish_id = ? FOR UPDATE";
    private static final String WISHES = WISH + "wish_id > ? ORDER BY wish_id LIMIT ?";
    private static final String ADD_WISH =
            "INSERT INTO publish_wish (wish_id, program, draft_id, draft_version, effective_from, state, requested_by,"
                    + " requester_name, requested_at) VALUES (?, ?, ?, ?, ?, 'WAITING', ?, ?, ?)";
    private static final String SEND_BACK =
            "UPDATE publish_wish SET state = 'SENT_BACK', decider_name = ?, decided_at = ?"
                    + " WHERE draft_id = ? AND state = 'WAITING'";
    private static final String FULFIL =
            "UPDATE publish_wish SET state = 'PUBLISHED', decider_name = ?, decided_at = ?, version = ?"
                    + " WHERE wish_id = ?";
    private static final String ASKED =
            "SELECT version, requester_name FROM publish_wish WHERE program = ? AND state = 'PUBLISHED'";

    @Inject
    private TenantStore store;

    /** Fills a statement. */
    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    /** Reads a row. */
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** @param now the tenant's instant, and the real one */
    public void withdraw(ProgramVersion version, String actorName, Instant now, Instant recordedAt) {
        run(WITHDRAW, statement -> {
            statement.setString(1, version.code().value());
            statement.setInt(2, version.version());
            statement.setObject(3, utc(now));
            statement.setObject(4, utc(recordedAt));
            statement.setString(5, actorName);
        });
    }

    /** Drafts that started from a version start from the one before it instead. */
    public void startAgainFrom(Optional<Integer> former, ProgramVersion withdrawn) {
        run(FORMER_BASE, statement -> {
            statement.setObject(1, former.orElse(null), Types.INTEGER);
            statement.setString(2, withdrawn.code().value());
            statement.setInt(3, withdrawn.version());
        });
    }

    /** Versions that were taken back, by number. */
    public Map<Integer, Withdrawal> withdrawn(ProgramCode program) {
        Map<Integer, Withdrawal> withdrawn = new HashMap<>();
        read(WITHDRAWN, statement -> statement.setString(1, program.value()), row -> {
            withdrawn.put(row.getInt(1), new Withdrawal(instant(row, 2).orElseThrow(), row.getString(3)));
            return row;
        });
        return withdrawn;
    }

    /** Who asked for what a second person published, by the version's number. */
    public Map<Integer, String> asked(ProgramCode program) {
        Map<Integer, String> asked = new HashMap<>();
        read(ASKED, statement -> statement.setString(1, program.value()), row -> {
            asked.put(row.getInt(1), row.getString(2));
            return row;
        });
        return asked;
    }

    public PublishRule rule() {
        return read(RULE, statement -> {}, row -> PublishRule.valueOf(row.getString(1))).stream()
                .findFirst()
                .orElse(PublishRule.ONE_PERSON);
    }

    public void decide(PublishRule rule, String actorName, Instant at) {
        run(DECIDE, statement -> {
            statement.setObject(1, Ids.next());
            statement.setString(2, rule.name());
            statement.setObject(3, utc(at));
            statement.setString(4, actorName);
        });
    }

    public void add(PublishWish wish) {
        run(ADD_WISH, statement -> {
            statement.setObject(1, wish.id());
            statement.setString(2, wish.program().value());
            statement.setObject(3, wish.draft());
            statement.setLong(4, wish.draftVersion());
            statement.setObject(
                    5, wish.effectiveFrom().map(PublishingStore::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setString(6, wish.requester().id());
            statement.setString(7, wish.requester().name());
            statement.setObject(8, utc(wish.requestedAt()));
        });
    }

    /** What waits for a second person's word on a draft. */
    public Optional<PublishWish> waiting(UUID draft) {
        return read(WISH_OF_DRAFT, statement -> statement.setObject(1, draft), PublishingStore::wish).stream()
                .findFirst();
    }

    /** What waits in all programs, the oldest first, at most so many. */
    public List<PublishWish> waiting(int most) {
        return read(
                WISHES,
                statement -> {
                    statement.setObject(1, new UUID(0, 0));
                    statement.setInt(2, most);
                },
                PublishingStore::wish);
    }

    /** What waits, held until the transaction ends. */
    public Optional<PublishWish> locked(UUID wish) {
        return read(WISH_LOCKED, statement -> statement.setObject(1, wish), PublishingStore::wish).stream()
                .findFirst();
    }

    /** What waits for this draft waits no longer. */
    public void sendBack(UUID draft, String actorName, Instant at) {
        run(SEND_BACK, statement -> {
            statement.setString(1, actorName);
            statement.setObject(2, utc(at));
            statement.setObject(3, draft);
        });
    }

    public void fulfil(PublishWish wish, ProgramVersion version, String actorName, Instant at) {
        run(FULFIL, statement -> {
            statement.setString(1, actorName);
            statement.setObject(2, utc(at));
            statement.setInt(3, version.version());
            statement.setObject(4, wish.id());
        });
    }

    private static PublishWish wish(ResultSet row) throws SQLException {
        return new PublishWish(
                row.getObject(1, UUID.class),
                new ProgramCode(row.getString(2)),
                row.getObject(3, UUID.class),
                row.getLong(4),
                instant(row, 5),
                new PublishWish.By(row.getString(6), row.getString(7)),
                instant(row, 8).orElseThrow());
    }

    private <T> List<T> read(String sql, Filling filling, Reading<T> reading) {
        try (PreparedStatement statement = store.connection().prepareStatement(sql)) {
            filling.fill(statement);
            List<T> read = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    read.add(reading.read(row));
                }
            }
            return read;
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private void run(String sql, Filling filling) {
        try (PreparedStatement statement = store.connection().prepareStatement(sql)) {
            filling.fill(statement);
            statement.execute();
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
