package io.steadfast.vouchers.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherCode;
import io.steadfast.vouchers.core.VoucherEvent;
import io.steadfast.vouchers.core.VoucherHold;
import io.steadfast.vouchers.core.VoucherOrder;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Vouchers by code, member and due date. Whoever changes one has locked its member, then the voucher. */
@Dependent
public class VoucherRepository {

    private static final String COLUMNS = """
            SELECT v.voucher_id, v.code, v.member_id, v.program, v.version, v.reward, v.kind, v.currency, v.face, v.used,
                   v.state, v.issued_at, v.active_from, v.expires_at, v.seq, v.held_source, v.held_reference,
                   v.held_until
              FROM voucher v
            """;
    private static final String BY_CODE = COLUMNS + "WHERE v.code = ?";
    private static final String LOCKED = COLUMNS + "WHERE v.voucher_id = ? FOR UPDATE";
    private static final String BY_ID = COLUMNS + "WHERE v.voucher_id = ?";
    private static final String OF_MEMBER =
            COLUMNS + "WHERE v.member_id = ? AND v.voucher_id < ? ORDER BY v.voucher_id DESC LIMIT ?";
    private static final String ABOUT = COLUMNS + """
            WHERE v.voucher_id IN (SELECT e.voucher_id FROM voucher_event e WHERE e.about = ? AND e.kind = 'CREATED')
            ORDER BY v.voucher_id
            """;
    private static final String ABOUT_ALL = """
            SELECT c.about, v.voucher_id, v.code, v.member_id, v.program, v.version, v.reward, v.kind, v.currency, v.face, v.used,
                   v.state, v.issued_at, v.active_from, v.expires_at, v.seq, v.held_source, v.held_reference,
                   v.held_until
              FROM voucher_event c JOIN voucher v USING (voucher_id)
             WHERE c.about = ANY (?) AND c.kind = 'CREATED' ORDER BY v.voucher_id
            """;
    private static final String ADD = """
            INSERT INTO voucher (voucher_id, code, member_id, program, version, reward, kind, currency, face, used, remaining,
                                 state, issued_at, active_from, expires_at, seq)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String KEEP = """
            UPDATE voucher SET used = ?, remaining = ?, state = ?, seq = ?, held_source = ?, held_reference = ?, held_until = ?
             WHERE voucher_id = ? AND seq = ?
            """;
    private static final String ADD_EVENT = """
            INSERT INTO voucher_event (voucher_id, seq, kind, amount, worth, order_source, order_reference, actor_kind,
                                       actor_id, reason, about, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String EVENTS = """
            SELECT seq, kind, amount, worth, order_source, order_reference, actor_kind, actor_id, reason, about, at
              FROM voucher_event WHERE voucher_id = ? ORDER BY seq
            """;
    private static final String USED_FOR = """
            SELECT coalesce(sum(CASE kind WHEN 'USED' THEN amount ELSE -amount END), 0) AS amount FROM voucher_event
             WHERE voucher_id = ? AND order_source = ? AND order_reference = ? AND kind IN ('USED', 'UNUSED')
            """;
    // The longest due of each kind, as the indexes have them, in the order of their members.
    private static final String DUE = COLUMNS + """
            WHERE v.voucher_id = ANY (ARRAY(
                (SELECT voucher_id FROM voucher
                  WHERE expires_at IS NOT NULL AND state IN ('ASSIGNED', 'ACTIVE', 'PARTLY_USED') AND expires_at <= ?
                  ORDER BY expires_at LIMIT ?)
                UNION ALL
                (SELECT voucher_id FROM voucher
                  WHERE state = 'ASSIGNED' AND active_from <= ? ORDER BY active_from LIMIT ?)
                UNION ALL
                (SELECT voucher_id FROM voucher WHERE state = 'HELD' AND held_until <= ? ORDER BY held_until LIMIT ?)))
            ORDER BY v.member_id, v.voucher_id LIMIT ?
            """;
    private static final String NEXT_DUE = """
            SELECT least((SELECT min(expires_at) FROM voucher WHERE state IN ('ASSIGNED', 'ACTIVE', 'PARTLY_USED')),
                         (SELECT min(active_from) FROM voucher WHERE state = 'ASSIGNED'),
                         (SELECT min(held_until) FROM voucher WHERE state = 'HELD')) AS due
            """;

    private static final UUID LAST = new UUID(-1, -1);

    @Inject
    private TenantStore store;

    /** Goes out with whatever else the transaction writes last. */
    public void add(Voucher voucher, List<VoucherEvent> events) {
        store.send(List.of(ADD), (statement, first) -> VoucherRows.bind(statement, first, voucher));
        events.forEach(event -> add(voucher.id(), event));
    }

    /** Writes what happened, and the voucher as it is then. */
    public void happened(Voucher after, VoucherEvent event) {
        add(after.id(), event);
        try (PreparedStatement statement = store.connection().prepareStatement(KEEP)) {
            statement.setLong(1, after.used());
            statement.setLong(2, after.remaining());
            statement.setString(3, after.state().name());
            statement.setInt(4, after.seq());
            Optional<VoucherHold> hold = after.hold();
            statement.setString(
                    5, hold.map(VoucherHold::order).map(VoucherOrder::source).orElse(null));
            statement.setString(
                    6, hold.map(VoucherHold::order).map(VoucherOrder::reference).orElse(null));
            VoucherRows.time(statement, 7, hold.map(VoucherHold::until));
            statement.setObject(8, after.id());
            statement.setInt(9, after.seq() - 1);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("Voucher " + after.id() + " was changed beside its lock");
            }
        } catch (SQLException failure) {
            throw new VoucherStoreException(failure);
        }
    }

    public Optional<Voucher> find(VoucherCode code) {
        return one(BY_CODE, code.value());
    }

    public Optional<Voucher> find(UUID id) {
        return one(BY_ID, id);
    }

    /** The voucher, kept from everybody else until the transaction is over. */
    public Optional<Voucher> lock(UUID id) {
        return one(LOCKED, id);
    }

    /** A member's vouchers, the newest first. */
    public List<Voucher> ofMember(MemberId member, Optional<UUID> after, int most) {
        return list(OF_MEMBER, member.value(), after.orElse(LAST), most);
    }

    /** The vouchers that came of a redemption or receipt. */
    public List<Voucher> about(UUID cause) {
        return list(ABOUT, cause);
    }

    /** The vouchers that came of each of these. */
    public Map<UUID, List<Voucher>> aboutAll(Collection<UUID> causes) {
        Map<UUID, List<Voucher>> about = new LinkedHashMap<>();
        try (PreparedStatement statement = store.connection().prepareStatement(ABOUT_ALL)) {
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", causes.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    about.computeIfAbsent(row.getObject("about", UUID.class), none -> new ArrayList<>())
                            .add(VoucherRows.voucher(row));
                }
            }
            return about;
        } catch (SQLException failure) {
            throw new VoucherStoreException(failure);
        }
    }

    public List<VoucherEvent> events(UUID voucher) {
        try (PreparedStatement statement = store.connection().prepareStatement(EVENTS)) {
            statement.setObject(1, voucher);
            List<VoucherEvent> events = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    events.add(VoucherRows.event(row));
                }
            }
            return events;
        } catch (SQLException failure) {
            throw new VoucherStoreException(failure);
        }
    }

    /** What stands as used of a voucher for an order. */
    public long usedFor(UUID voucher, VoucherOrder order) {
        try (PreparedStatement statement = store.connection().prepareStatement(USED_FOR)) {
            statement.setObject(1, voucher);
            statement.setString(2, order.source());
            statement.setString(3, order.reference());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong("amount");
            }
        } catch (SQLException failure) {
            throw new VoucherStoreException(failure);
        }
    }

    /** Vouchers that the clock has made active or expired, by member. */
    public List<Voucher> due(Instant upTo, int most) {
        return list(DUE, upTo, most, upTo, most, upTo, most, most);
    }

    public Optional<Instant> nextDue() {
        try (PreparedStatement statement = store.connection().prepareStatement(NEXT_DUE);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return VoucherRows.instant(row, "due");
        } catch (SQLException failure) {
            throw new VoucherStoreException(failure);
        }
    }

    private void add(UUID voucher, VoucherEvent event) {
        store.send(List.of(ADD_EVENT), (statement, first) -> VoucherRows.bind(statement, first, voucher, event));
    }

    private Optional<Voucher> one(String sql, Object key) {
        return list(sql, key).stream().findFirst();
    }

    private List<Voucher> list(String sql, Object... parameters) {
        try (PreparedStatement statement = store.connection().prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                Object value = parameters[index];
                statement.setObject(
                        index + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
            }
            List<Voucher> vouchers = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    vouchers.add(VoucherRows.voucher(row));
                }
            }
            return vouchers;
        } catch (SQLException failure) {
            throw new VoucherStoreException(failure);
        }
    }
}
