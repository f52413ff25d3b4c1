package io.steadfast.ledger.store;

import io.steadfast.ledger.core.AccountChange;
import io.steadfast.ledger.core.AccountFacts;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.ExpiringPoints;
import io.steadfast.ledger.core.LotStatement;
import io.steadfast.ledger.core.MemberBalances;
import io.steadfast.ledger.core.StatementEntry;
import io.steadfast.ledger.core.StatementPage;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Origin;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the books say of a member: balances by the clock, the statement, the lots. */
@ApplicationScoped
public class StatementStore {

    /** More dates than a person reads. */
    private static final int EXPIRY_DATES = 24;

    /** A plan whose day has passed says nothing: the member is still to be told of a later one. Parameters: now, member, limit. */
    private static final String EXPIRING = """
            SELECT o.wallet, ends.at AS expires_at, sum(o.active_points + o.pending_points)::bigint AS points
            FROM account a JOIN open_lot o ON o.member_id = a.member_id AND o.wallet = a.wallet
            LEFT JOIN lot_promise lp ON lp.lot_id = o.lot_id AND o.expires_at = 'infinity'
            LEFT JOIN account_promise ap
                   ON ap.member_id = a.member_id AND ap.wallet = a.wallet AND ap.lapsed_at IS NULL
                  AND a.inactivity_deadline IS NULL
            CROSS JOIN (SELECT ?::timestamptz AS now) clock
            CROSS JOIN LATERAL (
                SELECT least(nullif(o.expires_at, 'infinity'),
                             CASE WHEN lp.planned_at > clock.now THEN lp.planned_at END,
                             CASE WHEN ap.planned_at > clock.now THEN ap.planned_at END,
                             CASE WHEN o.activity_at < a.inactivity_deadline THEN a.inactivity_deadline END) AS at) ends
            WHERE a.member_id = ? AND o.active_points + o.pending_points > 0 AND o.expires_at > clock.now
              AND ends.at > clock.now
            GROUP BY 1, 2 ORDER BY 2, 1 LIMIT ?
            """;

    private static final String BALANCES =
            "SELECT 1 FROM standing WHERE member_id = ?;" + EXPIRING + ";" + BalanceSql.AS_POSTED;

    static final String ENTRY_COLUMNS = """
            SELECT entry_id, member_id, seq, wallet, kind, pending_points, active_points, held_points, debt_points,
                   lifetime_points, forgiven_points, effective_at, posting_date, recorded_at, origin_kind, origin_code,
                   origin_version, rule, actor_kind, actor_id, reason, source, reference, receipt_id, reverses
            FROM entry
            """;

    private static final String ENTRIES = ENTRY_COLUMNS + """
            WHERE member_id = ? AND seq < ? AND (?::text IS NULL OR wallet = ?)
            ORDER BY seq DESC LIMIT ?
            """;

    private static final String ENTRY = ENTRY_COLUMNS + "WHERE entry_id = ?";

    private static final String LOTS = """
            SELECT l.lot_id, l.wallet, l.granted_points, l.activity_at, l.funder, l.reinstates,
                   CASE WHEN c.lot_id IS NULL THEN l.activates_at ELSE c.activates_at END AS activates_at,
                   coalesce(CASE WHEN c.lot_id IS NULL THEN l.expires_at ELSE c.expires_at END, p.planned_at) AS expires_at,
                   coalesce(o.pending_points, 0) AS pending_points, coalesce(o.active_points, 0) AS active_points,
                   coalesce(o.held_points - o.blocked_points, 0) AS held_points,
                   coalesce(o.blocked_points, 0) AS blocked_points, gone.spent, gone.expired, gone.reversed
            FROM (SELECT * FROM lot
                  WHERE member_id = ? AND lot_id < ? AND (?::text IS NULL OR wallet = ?)
                  ORDER BY lot_id DESC LIMIT ?) l
            LEFT JOIN open_lot o ON o.lot_id = l.lot_id
            LEFT JOIN lot_promise p ON p.lot_id = l.lot_id
            LEFT JOIN LATERAL (
                SELECT x.lot_id, x.activates_at, x.expires_at
                FROM lot_change x JOIN entry xe ON xe.entry_id = x.entry_id
                WHERE x.lot_id = l.lot_id ORDER BY xe.seq DESC, x.no DESC LIMIT 1) c ON true
            CROSS JOIN LATERAL (
                SELECT coalesce(sum((to_state = 'SPENT')::int * points - (from_state = 'SPENT')::int * points), 0)::bigint
                           AS spent,
                       coalesce(sum((to_state = 'EXPIRED')::int * points - (from_state = 'EXPIRED')::int * points), 0)::bigint
                           AS expired,
                       coalesce(sum((to_state = 'REVERSED')::int * points), 0)::bigint AS reversed
                FROM allocation a WHERE a.lot_id = l.lot_id) gone
            ORDER BY l.lot_id DESC
            """;

    /** After every id there is. */
    private static final UUID LAST_ID = new UUID(-1L, -1L);

    @Inject
    private LedgerStore ledger;

    /** Empty when nobody of that id has books. One round trip. */
    public Optional<MemberBalances> balances(MemberId member, Instant now) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(BALANCES)) {
                new Rows.Binder(connection, statement)
                        .value(member.value())
                        .value(now)
                        .value(member.value())
                        .value(EXPIRY_DATES)
                        .value(now)
                        .value(member.value());
                statement.execute();
                boolean known = statement.getResultSet().next();
                List<ExpiringPoints> expiring = expiring(Rows.nextResult(statement));
                List<WalletBalance> wallets = BalanceSql.read(Rows.nextResult(statement), member, now).values().stream()
                        .map(AccountFacts::balance)
                        .sorted(Comparator.comparing(WalletBalance::wallet))
                        .toList();
                return known ? Optional.of(new MemberBalances(wallets, expiring)) : Optional.empty();
            }
        });
    }

    /** What lapses when if nothing happens, the earliest first. */
    public List<ExpiringPoints> expiring(MemberId member, Instant now, int limit) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(EXPIRING)) {
                new Rows.Binder(connection, statement)
                        .value(now)
                        .value(member.value())
                        .value(limit);
                return expiring(statement.executeQuery());
            }
        });
    }

    private static List<ExpiringPoints> expiring(ResultSet rows) throws SQLException {
        List<ExpiringPoints> expiring = new ArrayList<>();
        while (rows.next()) {
            expiring.add(
                    new ExpiringPoints(Rows.wallet(rows), Rows.instant(rows, "expires_at"), rows.getLong("points")));
        }
        return expiring;
    }

    /** Entries, the newest first. */
    public List<StatementEntry> entries(StatementPage<Long> page) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
                String wallet = page.wallet().map(WalletCode::value).orElse(null);
                new Rows.Binder(connection, statement)
                        .value(page.member().value())
                        .value(page.after().orElse(Long.MAX_VALUE))
                        .value(wallet)
                        .value(wallet)
                        .value(page.limit());
                return entries(statement.executeQuery());
            }
        });
    }

    public Optional<StatementEntry> entry(UUID id) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ENTRY)) {
                new Rows.Binder(connection, statement).value(id);
                return entries(statement.executeQuery()).stream().findFirst();
            }
        });
    }

    /** Lots, the newest first. */
    public List<LotStatement> lots(StatementPage<UUID> page) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LOTS)) {
                String wallet = page.wallet().map(WalletCode::value).orElse(null);
                new Rows.Binder(connection, statement)
                        .value(page.member().value())
                        .value(page.after().orElse(LAST_ID))
                        .value(wallet)
                        .value(wallet)
                        .value(page.limit());
                List<LotStatement> lots = new ArrayList<>();
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    lots.add(lot(rows));
                }
                return lots;
            }
        });
    }

    private static LotStatement lot(ResultSet row) throws SQLException {
        return new LotStatement(
                Rows.id(row, "lot_id"),
                Rows.wallet(row),
                row.getLong("granted_points"),
                Rows.dates(row),
                row.getString("funder"),
                Rows.optionalId(row, "reinstates"),
                new LotStatement.States(
                        row.getLong("pending_points"),
                        row.getLong("active_points"),
                        row.getLong("held_points"),
                        row.getLong("blocked_points"),
                        row.getLong("spent"),
                        row.getLong("expired"),
                        row.getLong("reversed")));
    }

    static List<StatementEntry> entries(ResultSet rows) throws SQLException {
        List<StatementEntry> entries = new ArrayList<>();
        while (rows.next()) {
            entries.add(new StatementEntry(
                    Rows.id(rows, "entry_id"),
                    Rows.member(rows),
                    rows.getLong("seq"),
                    Rows.wallet(rows),
                    EntryKind.valueOf(rows.getString("kind")),
                    new AccountChange(
                            rows.getLong("pending_points"),
                            rows.getLong("active_points"),
                            rows.getLong("held_points"),
                            rows.getLong("debt_points"),
                            rows.getLong("lifetime_points")),
                    rows.getLong("forgiven_points"),
                    Rows.instant(rows, "effective_at"),
                    rows.getObject("posting_date", LocalDate.class),
                    Rows.instant(rows, "recorded_at"),
                    cause(rows),
                    Rows.optionalId(rows, "reverses")));
        }
        return entries;
    }

    private static Cause cause(ResultSet row) throws SQLException {
        String originKind = row.getString("origin_kind");
        String actor = row.getString("actor_id");
        String source = row.getString("source");
        return new Cause(
                originKind == null
                        ? Optional.empty()
                        : Optional.of(new Origin(
                                Origin.Kind.valueOf(originKind),
                                row.getString("origin_code"),
                                row.getInt("origin_version"),
                                Rows.optionalText(row, "rule").map(RuleCode::new))),
                actor == null
                        ? Optional.empty()
                        : Optional.of(new Cause.Authority(row.getString("actor_kind"), actor, row.getString("reason"))),
                source == null ? Optional.empty() : Optional.of(new Cause.Subject(source, row.getString("reference"))),
                Rows.optionalId(row, "receipt_id"));
    }
}
