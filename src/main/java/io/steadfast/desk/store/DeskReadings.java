package io.steadfast.desk.store;

import io.steadfast.desk.LastOrder;
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
                   nullif(activates_at, 'infinity'), nullif(expires_at, 'infinity'), lot_id, blocked_points
              FROM open_lot WHERE member_id = ? AND expires_at > ? ORDER BY expires_at, activity_at, lot_id LIMIT ?
            """;
    private static final String LAST_ORDER = """
            SELECT source, reference, total_amount, currency, recorded_at FROM purchase_order
             WHERE member_id = ? ORDER BY occurred_at DESC, order_id DESC LIMIT 1
            """;

    @Inject
    private TenantStore store;

    /** What lapses first comes first. */
    public List<OpenLot> lots(MemberId member, Instant now, int limit) {
        return rows(
                LOTS,
                row -> new OpenLot(
                        row.getObject(6, UUID.class),
                        new WalletCode(row.getString(1)),
                        row.getLong(2),
                        row.getLong(7),
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
