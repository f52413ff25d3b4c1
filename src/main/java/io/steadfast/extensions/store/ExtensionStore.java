package io.steadfast.extensions.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.steadfast.extensions.core.Extension;
import io.steadfast.extensions.core.ExtensionWish;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.Money;
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

/** Rows of {@code extension}, with their figures counted from the items. */
@ApplicationScoped
public class ExtensionStore {

    private static final String SELECT = """
            SELECT x.extension_id, x.state, x.wish::text, x.requested_by, x.requester_name, x.requested_at,
                   x.approved_by, x.approver_name, x.approved_at, x.finished_at, x.liability, x.currency,
                   f.members, f.lots, f.accounts, f.points, f.tiers, f.extended, f.passed_over
              FROM extension x CROSS JOIN LATERAL (
                SELECT count(DISTINCT member_id) AS members, count(lot_id) AS lots, count(account) AS accounts,
                       coalesce(sum(points), 0)::bigint AS points, count(tier) AS tiers, count(*) FILTER (WHERE outcome = 'EXTENDED') AS extended,
                       count(*) FILTER (WHERE outcome = 'PASSED_OVER') AS passed_over
                  FROM extension_item i WHERE i.extension_id = x.extension_id) f
            """;
    private static final String ONE = SELECT + " WHERE x.extension_id = ?";
    private static final String PAGE = SELECT + " WHERE x.extension_id < ? ORDER BY x.extension_id DESC LIMIT ?";
    private static final String LOCK = "SELECT state FROM extension WHERE extension_id = ? FOR UPDATE";
    private static final String RUNNING =
            "SELECT extension_id FROM extension WHERE state = 'RUNNING' ORDER BY 1 LIMIT ?";
    private static final String INSERT =
            "INSERT INTO extension (extension_id, state, wish, requested_by, requester_name,"
                    + " requested_at, liability, currency) VALUES (?, 'REQUESTED', ?::jsonb, ?, ?, ?, ?, ?)";
    private static final String APPROVE = "UPDATE extension SET state = 'APPROVED', approved_by = ?, approver_name = ?,"
            + " approved_at = ? WHERE extension_id = ?";
    private static final String MOVE = "UPDATE extension SET state = ?, finished_at = ? WHERE extension_id = ?";
    private static final UUID LAST_ID = new UUID(-1L, -1L);

    /** Writes a wish as it stands in the row; nobody outside reads it. */
    private static final ObjectMapper DOCUMENTS =
            new ObjectMapper().registerModule(new Jdk8Module()).registerModule(new JavaTimeModule());

    @Inject
    private TenantStore store;

    /** @param liability of all that is selected */
    public void add(UUID id, ExtensionWish wish, Extension.By requester, Instant now, Optional<Money> liability) {
        run(INSERT, statement -> {
            statement.setObject(1, id);
            statement.setString(2, text(wish));
            statement.setString(3, requester.id());
            statement.setString(4, requester.name());
            statement.setObject(5, now.atOffset(ZoneOffset.UTC));
            statement.setObject(6, liability.map(Money::amount).orElse(null), Types.BIGINT);
            statement.setString(
                    7,
                    liability.map(money -> money.currency().getCurrencyCode()).orElse(null));
        });
    }

    public Optional<Extension> find(UUID id) {
        return read(ONE, statement -> statement.setObject(1, id)).stream().findFirst();
    }

    /** The newest first. */
    public List<Extension> page(Optional<UUID> after, int limit) {
        return read(PAGE, statement -> {
            statement.setObject(1, after.orElse(LAST_ID));
            statement.setInt(2, limit);
        });
    }

    /** The extension, held until the transaction ends. */
    public Optional<Extension> lock(UUID id) {
        run(LOCK, statement -> statement.setObject(1, id));
        return find(id);
    }

    /** Those that were begun and aren't done. */
    public List<UUID> running(int limit) {
        try (PreparedStatement statement = store.connection().prepareStatement(RUNNING)) {
            statement.setInt(1, limit);
            List<UUID> ids = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            return ids;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    public void approve(UUID id, Extension.By approver, Instant now) {
        run(APPROVE, statement -> {
            statement.setString(1, approver.id());
            statement.setString(2, approver.name());
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            statement.setObject(4, id);
        });
    }

    /** @param finishedAt empty while it isn't over */
    public void move(UUID id, Extension.State state, Optional<Instant> finishedAt) {
        run(MOVE, statement -> {
            statement.setString(1, state.name());
            statement.setObject(
                    2, finishedAt.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null));
            statement.setObject(3, id);
        });
    }

    private static Extension extension(ResultSet row) throws SQLException {
        return new Extension(
                row.getObject(1, UUID.class),
                Extension.State.valueOf(row.getString(2)),
                wish(row.getString(3)),
                new Extension.By(row.getString(4), row.getString(5)),
                instant(row, 6).orElseThrow(),
                Optional.ofNullable(row.getString(7)).map(by -> new Extension.By(by, name(row))),
                instant(row, 9),
                instant(row, 10),
                liability(row),
                new Extension.Figures(
                        row.getLong(13),
                        row.getLong(14),
                        row.getLong(15),
                        row.getLong(16),
                        row.getLong(17),
                        row.getLong(18),
                        row.getLong(19)));
    }

    private static String text(ExtensionWish wish) {
        try {
            return DOCUMENTS.writeValueAsString(wish);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("A wish of ours doesn't write as JSON", ours);
        }
    }

    private static ExtensionWish wish(String text) {
        try {
            return DOCUMENTS.readValue(text, ExtensionWish.class);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("A wish of ours doesn't read as one", ours);
        }
    }

    private static Optional<Money> liability(ResultSet row) throws SQLException {
        String currency = row.getString(12);
        return currency == null ? Optional.empty() : Optional.of(Money.of(row.getLong(11), currency));
    }

    private static String name(ResultSet row) {
        try {
            return row.getString(8);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }

    /** Fills a statement. */
    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    private List<Extension> read(String sql, Filling filling) {
        try (PreparedStatement statement = store.connection().prepareStatement(sql)) {
            filling.fill(statement);
            List<Extension> read = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    read.add(extension(row));
                }
            }
            return read;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private void run(String sql, Filling filling) {
        try (PreparedStatement statement = store.connection().prepareStatement(sql)) {
            filling.fill(statement);
            statement.execute();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static IllegalStateException failed(SQLException failure) {
        return new IllegalStateException("Extensions can't be read or written", failure);
    }
}
