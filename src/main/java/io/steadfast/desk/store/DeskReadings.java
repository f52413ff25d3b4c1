package io.steadfast.desk.store;

import io.steadfast.desk.LastOrder;
import io.steadfast.desk.MemberRow;
import io.steadfast.desk.OpenLot;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands in the books of one member, by the clock and the lots' dates. */
@ApplicationScoped
public class DeskReadings {
    private static final String LOTS = """
            SELECT wallet, pending_points + active_points + held_points, activity_at,
                   nullif(activates_at, 'infinity'), nullif(expires_at, 'infinity')
              FROM open_lot WHERE member_id = ? AND expires_at > ? ORDER BY expires_at, activity_at, lot_id LIMIT ?
            """;
    private static final String LAST_ORDER = """
            SELECT source, reference, total_amount, currency, recorded_at FROM purchase_order
             WHERE member_id = ? ORDER BY occurred_at DESC, order_id DESC LIMIT 1
            """;
    private static final String MEMBERS = """
            SELECT m.member_id, m.name, m.status, m.joined_at,
                   coalesce((SELECT sum(a.active_points - a.debt_points) FROM account a
                              WHERE a.member_id = m.member_id), 0),
                   (SELECT i.value FROM member_identity i
                     WHERE i.member_id = m.member_id AND i.ended_at IS NULL AND i.kind IN ('EMAIL', 'PHONE')
                     ORDER BY i.kind LIMIT 1)
              FROM member m
             WHERE m.member_id < ? AND m.status <> 'ERASED' ORDER BY m.member_id DESC LIMIT ?
            """;

    @Inject
    private TenantStore store;

    /** What lapses first comes first. */
    public List<OpenLot> lots(MemberId member, Instant now, int limit) {
        return rows(
                LOTS,
                row -> new OpenLot(
                        new WalletCode(row.getString(1)),
                        row.getLong(2),
                        instant(row, 3).orElseThrow(),
                        instant(row, 4),
                        instant(row, 5)),
                member.value(),
                now.atOffset(ZoneOffset.UTC),
                limit);
    }

    /** The order that arrived last. */
    public Optional<LastOrder> lastOrder(MemberId member) {
        return rows(
                        LAST_ORDER,
                        row -> new LastOrder(
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getString(4),
                                instant(row, 5).orElseThrow()),
                        member.value())
                .stream()
                .findFirst();
    }

    /** Members before this one in the order of their ids, the newest first. */
    public List<MemberRow> members(UUID before, int limit) {
        return rows(
                MEMBERS,
                row -> new MemberRow(
                        new MemberId(row.getObject(1, UUID.class)),
                        Optional.ofNullable(row.getString(2)),
                        row.getString(3),
                        instant(row, 4).orElseThrow(),
                        row.getLong(5),
                        Optional.ofNullable(row.getString(6))),
                before,
                limit);
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }

    private <T> List<T> rows(String sql, Reading<T> reading, Object... values) {
        try (PreparedStatement statement = store.connection().prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            try (ResultSet row = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (row.next()) {
                    read.add(reading.of(row));
                }
                return read;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("A member's books couldn't be read", failed);
        }
    }

    /** One row of an answer. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
