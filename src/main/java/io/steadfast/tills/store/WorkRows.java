package io.steadfast.tills.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import io.steadfast.tills.core.CounterWork;
import io.steadfast.tills.core.Place;
import io.steadfast.tills.core.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of work: written once, read by store and day. */
@ApplicationScoped
public class WorkRows {

    private static final String COLUMNS = """
            SELECT w.work_id, w.kind, w.store, w.till_id, w.person_id, w.person_name, w.member_id, w.source, w.reference,
                   w.detail, w.points, w.amount, w.currency, w.approved_by, w.undoes, w.recorded_at, w.approver_id
              FROM counter_work w
            """;
    private static final String ADD = """
            INSERT INTO counter_work (work_id, kind, store, till_id, person_id, person_name, member_id, source, reference,
                   detail, points, amount, currency, approved_by, undoes, recorded_at, approver_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ONE = COLUMNS + " WHERE w.work_id = ?";
    private static final String UNDONE = "SELECT EXISTS (SELECT 1 FROM counter_work WHERE undoes = ?)";
    private static final String SINCE = """
            SELECT EXISTS (SELECT 1 FROM counter_work w WHERE w.member_id = ? AND w.recorded_at > ? AND w.kind <> 'UNDO'
               AND NOT EXISTS (SELECT 1 FROM counter_work u WHERE u.undoes = w.work_id))
            """;
    private static final String DAY = COLUMNS + """
             WHERE (? OR w.store = ANY (?)) AND w.recorded_at >= ? AND w.recorded_at < ?
             ORDER BY w.recorded_at DESC, w.work_id DESC LIMIT ?
            """;

    @Inject
    private TenantStore store;

    public void add(CounterWork work) {
        try (PreparedStatement statement = store.connection().prepareStatement(ADD)) {
            @Nullable
            Object[] values = {
                work.id(),
                work.kind().name(),
                work.place().store().orElse(null),
                work.place().till().orElse(null),
                work.staff().id(),
                work.staff().name(),
                work.member().value(),
                work.about().map(CounterWork.Receipt::source).orElse(null),
                work.about().map(CounterWork.Receipt::reference).orElse(null),
                work.detail().orElse(null),
                work.figures().points(),
                work.figures().amount(),
                work.figures().currency().orElse(null),
                work.approvedBy().map(CounterWork.Staff::name).orElse(null),
                work.undoes().orElse(null),
                work.at().atOffset(ZoneOffset.UTC),
                work.approvedBy().map(CounterWork.Staff::id).orElse(null)
            };
            for (int at = 0; at < values.length; at++) {
                if (values[at] == null) {
                    statement.setNull(at + 1, Types.NULL);
                } else {
                    statement.setObject(at + 1, values[at]);
                }
            }
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("Work can't be kept", failure);
        }
    }

    public Optional<CounterWork> find(UUID id) {
        try (PreparedStatement statement = store.connection().prepareStatement(ONE)) {
            statement.setObject(1, id);
            return read(statement).stream().findFirst();
        } catch (SQLException failure) {
            throw new IllegalStateException("Work can't be read", failure);
        }
    }

    /** Whether this work was taken back. */
    public boolean isUndone(UUID id) {
        try (PreparedStatement statement = store.connection().prepareStatement(UNDONE)) {
            statement.setObject(1, id);
            return truth(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException("Work can't be read", failure);
        }
    }

    /** Whether anything that stands was done for the member after the instant. */
    public boolean isAnySince(MemberId member, Instant at) {
        try (PreparedStatement statement = store.connection().prepareStatement(SINCE)) {
            statement.setObject(1, member.value());
            statement.setObject(2, at.atOffset(ZoneOffset.UTC));
            return truth(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException("Work can't be read", failure);
        }
    }

    /**
     * The work between two instants, the latest first.
     *
     * @param stores those looked at; empty means every one, and work outside any store too
     */
    public List<CounterWork> between(Set<String> stores, Instant from, Instant until, int most) {
        try (PreparedStatement statement = store.connection().prepareStatement(DAY)) {
            Connection connection = statement.getConnection();
            Array codes = connection.createArrayOf("text", stores.toArray());
            statement.setBoolean(1, stores.isEmpty());
            statement.setArray(2, codes);
            statement.setObject(3, from.atOffset(ZoneOffset.UTC));
            statement.setObject(4, until.atOffset(ZoneOffset.UTC));
            statement.setInt(5, most);
            return read(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException("The day's work can't be read", failure);
        }
    }

    private static boolean truth(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static List<CounterWork> read(PreparedStatement statement) throws SQLException {
        List<CounterWork> all = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all.add(work(row));
            }
        }
        return all;
    }

    private static CounterWork work(ResultSet row) throws SQLException {
        Optional<String> source = text(row, 8);
        Optional<String> reference = text(row, 9);
        String approver = text(row, 17).orElse("");
        return new CounterWork(
                row.getObject(1, UUID.class),
                WorkKind.valueOf(row.getString(2)),
                new Place(text(row, 3), Optional.ofNullable(row.getObject(4, UUID.class)), source.orElse("")),
                new CounterWork.Staff(row.getString(5), row.getString(6)),
                new MemberId(row.getObject(7, UUID.class)),
                source.flatMap(from -> reference.map(number -> new CounterWork.Receipt(from, number))),
                text(row, 10),
                new CounterWork.Figures(row.getLong(11), row.getLong(12), text(row, 13)),
                text(row, 14).map(name -> new CounterWork.Staff(approver, name)),
                Optional.ofNullable(row.getObject(15, UUID.class)),
                row.getObject(16, OffsetDateTime.class).toInstant());
    }

    private static Optional<String> text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
