package io.steadfast.ledger.store;

import io.steadfast.ledger.core.Hold;
import io.steadfast.platform.persistence.Asked;
import io.steadfast.platform.persistence.Results;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The lock that every posting takes before it reads anything, and the row it is on. */
public final class MemberLock {

    /**
     * One round trip. Each statement sees what is committed when it starts, so the accounts are read as they are after
     * the lock was waited for. The advisory lock holds off the close of a month until the transaction is over.
     */
    private static final List<String> LOCK = List.of(
            "SELECT pg_advisory_xact_lock_shared(hashtext('steadfast accounting month'), hashtext(current_schema()))",
            "SELECT member_id, chain_seq, chain_head, last_activity_at, merged_into FROM standing WHERE member_id = ? FOR UPDATE",
            "SELECT max(month) AS month FROM period_close",
            """
            SELECT hold_id, member_id, wallet, entry_id, points, committed_points, state, source, reference, basket, held_at,
                   times_out_at, settled_by
            FROM hold WHERE member_id = ? AND state = 'HELD' AND times_out_at <= ?
            """,
            BalanceSql.AS_POSTED);

    private static final String OPEN = "INSERT INTO standing (member_id, opened_at, chain_head) VALUES (?, ?, ?)";

    private static final String OPEN_ALL =
            "INSERT INTO standing (member_id, opened_at, chain_head) SELECT member_id, ?, ? FROM unnest(?::uuid[]) AS member_id";

    private MemberLock() {}

    /** Opens a member's books. */
    public static void open(Connection connection, MemberId member, Instant at, byte[] head) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
            new Rows.Binder(connection, statement)
                    .value(member.value())
                    .value(at)
                    .value(head);
            statement.executeUpdate();
        }
    }

    /** The same with the transaction's next round trip. */
    static void open(TenantStore store, MemberId member, Instant at, byte[] head) {
        store.send(
                List.of(OPEN),
                (statement, first) -> new Rows.Binder(statement, first)
                        .value(member.value())
                        .value(at)
                        .value(head)
                        .next());
    }

    /** Opens the books of many. */
    static void openAll(TenantStore store, Collection<MemberId> members, Instant at, byte[] head) {
        String[] ids = members.stream().map(MemberId::toString).toArray(String[]::new);
        store.send(List.of(OPEN_ALL), (statement, first) -> {
            int next = new Rows.Binder(statement, first).value(at).value(head).next();
            statement.setArray(next, statement.getConnection().createArrayOf("text", ids));
            return next + 1;
        });
    }

    /** Waits for the member and reads what stands; empty when nobody of that id has books. */
    public static Optional<HeldMember> lock(Connection connection, MemberId member, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(String.join(";", LOCK))) {
            set(statement, 1, member, now);
            return held(Results.of(statement, LOCK.size()), member, now);
        }
    }

    /** The same, together with what is asked behind it. */
    static Asked<Optional<HeldMember>> ask(TenantStore store, MemberId member, Instant now) {
        return store.ask(
                LOCK, (statement, first) -> set(statement, first, member, now), results -> held(results, member, now));
    }

    private static int set(PreparedStatement statement, int first, MemberId member, Instant now) throws SQLException {
        return new Rows.Binder(statement, first)
                .value(member.value())
                .value(member.value())
                .value(now)
                .value(now)
                .value(member.value())
                .next();
    }

    private static Optional<HeldMember> held(Results results, MemberId member, Instant now) throws SQLException {
        results.rows();
        ResultSet standing = results.rows();
        if (!standing.next()) {
            return Optional.empty();
        }
        long seq = standing.getLong("chain_seq");
        byte[] head = standing.getBytes("chain_head");
        Optional<Instant> activity = Rows.optionalInstant(standing, "last_activity_at");
        Optional<UUID> survivor = Rows.optionalId(standing, "merged_into");
        ResultSet months = results.rows();
        months.next();
        Optional<LocalDate> closed = Optional.ofNullable(months.getObject("month", LocalDate.class));
        List<Hold> overdue = new ArrayList<>();
        ResultSet holds = results.rows();
        while (holds.next()) {
            overdue.add(HoldStore.read(holds));
        }
        HeldMember held = new HeldMember(member, activity, closed, seq, head);
        survivor.map(MemberId::new).ifPresent(held::mergedInto);
        held.overdue(overdue);
        held.advance(seq, head, BalanceSql.read(results.rows(), member, now));
        return Optional.of(held);
    }
}
