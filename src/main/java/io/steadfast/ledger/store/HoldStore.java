package io.steadfast.ledger.store;

import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.Hold;
import io.steadfast.ledger.core.HoldState;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Holds by the id that clients chose. */
@ApplicationScoped
public class HoldStore {

    private static final String COLUMNS = """
            SELECT hold_id, member_id, wallet, entry_id, points, committed_points, state, source, reference, basket,
                   held_at, times_out_at, settled_by
            FROM hold
            """;

    private static final String BY_ID = COLUMNS + "WHERE hold_id = ?";

    private static final String OVERDUE =
            COLUMNS + "WHERE state = 'HELD' AND times_out_at <= ? ORDER BY times_out_at LIMIT ?";

    private static final String NEXT = "SELECT min(times_out_at) AS due FROM hold WHERE state = 'HELD'";

    private static final String ADD = """
            INSERT INTO hold (hold_id, member_id, wallet, entry_id, points, state, source, reference, basket, held_at,
                              times_out_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (hold_id) DO NOTHING
            """;

    /** Holds whose time has passed are the member's again, whether or not the job that says so has run. */
    private static final String FOR_ORDER = """
            SELECT coalesce(sum(CASE WHEN state = 'COMMITTED' THEN committed_points ELSE points END), 0) FROM hold
             WHERE member_id = ? AND wallet = ? AND source = ? AND reference = ? AND hold_id <> ?
               AND (state = 'COMMITTED' OR state = 'HELD' AND times_out_at > ?)
            """;

    private static final String USES_OWN = """
            SELECT count(*) FROM allocation a JOIN entry granted ON granted.entry_id = a.lot_id
             WHERE a.entry_id = ? AND granted.source = ? AND granted.reference = ?
            """;

    /** The order as the commit names it, which may be the first that is heard of it. */
    private static final String SETTLE = """
            UPDATE hold SET state = ?, committed_points = ?, settled_by = ?, source = ?, reference = ?, basket = ?
             WHERE hold_id = ? AND state = 'HELD'
            """;

    @Inject
    private LedgerStore ledger;

    public Optional<Hold> find(String id) {
        return ledger.with(connection -> list(connection, BY_ID, id)).stream().findFirst();
    }

    /** Holds whose time has passed, the longest overdue first. */
    public List<Hold> overdue(Instant now, int most) {
        return ledger.with(connection -> list(connection, OVERDUE, now, most));
    }

    public Optional<Instant> nextTimeout() {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(NEXT);
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                return Rows.optionalInstant(rows, "due");
            }
        });
    }

    /** Whether what an entry reserved was earned, in part at least, by this order. */
    public boolean usesWhatItEarned(UUID entry, Cause.Subject order) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(USES_OWN)) {
                new Rows.Binder(connection, statement)
                        .value(entry)
                        .value(order.source())
                        .value(order.reference());
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getLong(1) > 0;
                }
            }
        });
    }

    /** What other holds of the member's wallet reserve or have paid for an order. */
    public long forOrder(Hold but, Cause.Subject order, Instant now) {
        return forOrder(new Account(but.member(), but.wallet()), but.id(), order, now);
    }

    /** What all holds of a member's wallet reserve or have paid for an order. */
    public long forOrder(MemberId member, WalletCode wallet, Cause.Subject order, Instant now) {
        return forOrder(new Account(member, wallet), "", order, now);
    }

    /** A wallet of a member's. */
    private record Account(MemberId member, WalletCode wallet) {}

    private long forOrder(Account of, String but, Cause.Subject order, Instant now) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FOR_ORDER)) {
                new Rows.Binder(connection, statement)
                        .value(of.member().value())
                        .value(of.wallet().value())
                        .value(order.source())
                        .value(order.reference())
                        .value(but)
                        .value(now);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
    }

    /** False when the id stands for another hold already. */
    public boolean add(Hold hold) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ADD)) {
                new Rows.Binder(connection, statement)
                        .value(hold.id())
                        .value(hold.member().value())
                        .value(hold.wallet().value())
                        .value(hold.entry())
                        .value(hold.points())
                        .value(hold.state().name())
                        .value(hold.subject().map(Cause.Subject::source).orElse(null))
                        .value(hold.subject().map(Cause.Subject::reference).orElse(null))
                        .value(hold.basket().orElse(null))
                        .value(hold.heldAt())
                        .value(hold.timesOutAt());
                return statement.executeUpdate() == 1;
            }
        });
    }

    public void settle(Hold hold) {
        ledger.with(connection -> {
            settle(connection, hold);
            return hold;
        });
    }

    static void settle(Connection connection, Hold hold) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SETTLE)) {
            new Rows.Binder(connection, statement)
                    .value(hold.state().name())
                    .value(hold.committed())
                    .value(hold.settledBy().orElseThrow())
                    .value(hold.subject().map(Cause.Subject::source).orElse(null))
                    .value(hold.subject().map(Cause.Subject::reference).orElse(null))
                    .value(hold.basket().orElse(null))
                    .value(hold.id());
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("Hold " + hold.id() + " was settled beside the member's lock");
            }
        }
    }

    static Hold read(ResultSet row) throws SQLException {
        Optional<String> reference = Rows.optionalText(row, "reference");
        Optional<Cause.Subject> subject = Rows.optionalText(row, "source")
                .flatMap(source -> reference.map(each -> new Cause.Subject(source, each)));
        return new Hold(
                row.getString("hold_id"),
                Rows.member(row),
                Rows.wallet(row),
                Rows.id(row, "entry_id"),
                row.getLong("points"),
                row.getLong("committed_points"),
                HoldState.valueOf(row.getString("state")),
                subject,
                Rows.optionalLong(row, "basket"),
                Rows.instant(row, "held_at"),
                Rows.instant(row, "times_out_at"),
                Rows.optionalId(row, "settled_by"));
    }

    private static List<Hold> list(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Rows.Binder binder = new Rows.Binder(connection, statement);
            for (Object parameter : parameters) {
                binder.value(parameter);
            }
            List<Hold> holds = new ArrayList<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                holds.add(read(rows));
            }
            return holds;
        }
    }
}
