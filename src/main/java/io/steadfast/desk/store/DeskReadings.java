package io.steadfast.desk.store;

import io.steadfast.desk.LastOrder;
import io.steadfast.desk.OpenLot;
import io.steadfast.desk.StatementLine;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final String MARK = """
            SELECT s.chain_seq || ' ' || coalesce((SELECT o.order_id::text FROM purchase_order o WHERE o.member_id = s.member_id
             ORDER BY o.occurred_at DESC, o.order_id DESC LIMIT 1), '') AS mark FROM standing s WHERE s.member_id = ?
            """;

    private static final String LOTS_ENDING = """
            SELECT o.lot_id FROM open_lot o LEFT JOIN lot_promise p ON p.lot_id = o.lot_id
             WHERE o.member_id = ? AND o.wallet = ? AND coalesce(nullif(o.expires_at, 'infinity'), p.planned_at) = ?
             ORDER BY o.lot_id LIMIT ?
            """;
    private static final String DEADLINE = """
            SELECT coalesce(a.inactivity_deadline, p.planned_at) AS deadline FROM account a
              LEFT JOIN account_promise p ON p.member_id = a.member_id AND p.wallet = a.wallet AND p.lapsed_at IS NULL
             WHERE a.member_id = ? AND a.wallet = ?
            """;
    private static final String HANDS = """
            SELECT e.entry_id, p.name, n.note FROM entry e LEFT JOIN person p ON p.id::text = e.actor_id
              LEFT JOIN entry_note n ON n.entry_id = e.entry_id WHERE e.entry_id = ANY (?)
            """;
    private static final int MOST_LOTS = 5_000;

    @Inject
    private TenantStore store;

    /** What is left of which lots lapses at one instant, by the plan where a notice is still to come; more than {@value #MOST_LOTS} nobody has. */
    public List<UUID> lotsEnding(MemberId member, WalletCode wallet, Instant end) {
        return store.sql(LOTS_ENDING)
                .id(member.value())
                .text(wallet.value())
                .instant(end)
                .number(MOST_LOTS)
                .all(row -> row.id("lot_id"));
    }

    /** When the account lapses by inactivity if nothing follows, by the plan where a notice is still to come. */
    public Optional<Instant> deadline(MemberId member, WalletCode wallet) {
        return store
                .sql(DEADLINE)
                .id(member.value())
                .text(wallet.value())
                .all(row -> row.optionalInstant("deadline"))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Who did what was done by hand, and what they wrote beside it, by entry. */
    public Map<UUID, StatementLine.ByHand> hands(Collection<UUID> entries) {
        Map<UUID, StatementLine.ByHand> hands = new HashMap<>();
        if (!entries.isEmpty()) {
            store.sql(HANDS)
                    .ids(entries)
                    .all(row -> Map.entry(
                            row.id("entry_id"),
                            new StatementLine.ByHand(
                                    row.optionalText("name"),
                                    row.optionalText("note").filter(words -> !words.isBlank()))))
                    .forEach(each -> hands.put(each.getKey(), each.getValue()));
        }
        return hands;
    }

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

    /** What was booked last, and which order arrived last. */
    public String mark(MemberId member) {
        return store.sql(MARK).id(member.value()).one(row -> row.text("mark")).orElse("");
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
