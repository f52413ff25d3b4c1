package io.steadfast.ledger.store;

import io.steadfast.ledger.core.Violation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The invariants as SQL over a tenant's schema. Each gives its first offending row, or none. Those about tables that other
 * features own are left out where the tables don't exist.
 */
public final class InvariantSql {

    // Not ORDER BY with LIMIT: expecting to stop at the first of many, the planner then joins row by row, for hours
    // where
    // all is well.
    private static final String FIRST = "SELECT min(offender) FROM (";

    private static final String OF_ALL = ") AS offenders (offender)";

    /** One check: its statement gives every offender by name. */
    record Check(String code, String meaning, String table, String sql) {}

    private static final String STATES = """
            WITH states AS (
                SELECT l.lot_id, l.member_id, l.wallet, l.granted_points AS granted,
                       g.pending_points + coalesce(m.pending, 0) AS pending, g.active_points + coalesce(m.active, 0) AS active,
                       coalesce(m.held, 0) AS held, coalesce(m.blocked, 0) AS blocked, coalesce(m.spent, 0) AS spent, coalesce(m.expired, 0) AS expired,
                       coalesce(m.reversed, 0) AS reversed, g.pending_points + g.active_points AS at_first
                FROM lot l
                JOIN entry g ON g.entry_id = l.lot_id
                LEFT JOIN (
                    SELECT lot_id,
                           sum(points * ((to_state = 'PENDING')::int - (from_state = 'PENDING')::int)) AS pending,
                           sum(points * ((to_state = 'ACTIVE')::int - (from_state = 'ACTIVE')::int)) AS active,
                           sum(points * ((to_state = 'HELD')::int - (from_state = 'HELD')::int)) AS held,
                           sum(points * ((to_state = 'BLOCKED')::int - (from_state = 'BLOCKED')::int)) AS blocked,
                           sum(points * ((to_state = 'SPENT')::int - (from_state = 'SPENT')::int)) AS spent,
                           sum(points * ((to_state = 'EXPIRED')::int - (from_state = 'EXPIRED')::int)) AS expired,
                           sum(points * ((to_state = 'REVERSED')::int - (from_state = 'REVERSED')::int)) AS reversed
                    FROM allocation GROUP BY lot_id) m ON m.lot_id = l.lot_id)
            """;

    private static final String I1 = STATES + """
            SELECT 'lot ' || lot_id FROM states
            WHERE at_first <> granted OR pending + active + held + blocked + spent + expired + reversed <> granted
               OR least(pending, active, held, blocked, spent, expired, reversed) < 0
            """;

    private static final String I1_ORPHANS = """
            SELECT 'allocation ' || a.entry_id || ' ' || a.no
            FROM allocation a
            LEFT JOIN lot l ON l.lot_id = a.lot_id
            LEFT JOIN entry e ON e.entry_id = a.entry_id
            WHERE l.lot_id IS NULL OR e.entry_id IS NULL OR e.member_id <> l.member_id OR e.wallet <> l.wallet
            """;

    private static final String I2_LOTS = STATES + """
            , dated AS (
                SELECT DISTINCT ON (c.lot_id) c.lot_id, c.activates_at, c.expires_at
                FROM lot_change c JOIN entry e ON e.entry_id = c.entry_id ORDER BY c.lot_id, e.seq DESC, c.no DESC),
            built AS (
                SELECT s.*, l.activity_at,
                       coalesce(CASE WHEN d.lot_id IS NULL THEN l.activates_at ELSE d.activates_at END, 'infinity') AS activates_at,
                       coalesce(CASE WHEN d.lot_id IS NULL THEN l.expires_at ELSE d.expires_at END, 'infinity') AS expires_at
                FROM states s JOIN lot l ON l.lot_id = s.lot_id LEFT JOIN dated d ON d.lot_id = s.lot_id
                WHERE s.pending + s.active + s.held + s.blocked > 0)
            SELECT 'open_lot ' || coalesce(b.lot_id, o.lot_id)
            FROM built b FULL JOIN open_lot o ON o.lot_id = b.lot_id
            WHERE (b.member_id, b.wallet, b.pending, b.active, b.held + b.blocked, b.blocked, b.activity_at, b.activates_at,
                   b.expires_at)
                IS DISTINCT FROM (o.member_id, o.wallet, o.pending_points, o.active_points, o.held_points, o.blocked_points,
                                  o.activity_at, o.activates_at, o.expires_at)
            """;

    private static final String I2_ACCOUNTS = """
            WITH built AS (
                SELECT member_id, wallet, sum(pending_points) AS pending, sum(active_points) AS active,
                       sum(held_points) AS held, sum(debt_points) AS debt, sum(lifetime_points) AS lifetime, count(*) AS entries
                FROM entry GROUP BY member_id, wallet),
            lots AS (
                SELECT member_id, wallet, sum(pending_points) AS pending, sum(active_points) AS active, sum(held_points) AS held,
                       min(expires_at) FILTER (WHERE active_points + pending_points > 0) AS expiry,
                       min(activates_at) FILTER (WHERE pending_points > 0) AS activation
                FROM open_lot GROUP BY member_id, wallet)
            SELECT 'account ' || coalesce(a.member_id, b.member_id) || ' ' || coalesce(a.wallet, b.wallet)
            FROM account a
            FULL JOIN built b ON b.member_id = a.member_id AND b.wallet = a.wallet
            LEFT JOIN lots l ON l.member_id = a.member_id AND l.wallet = a.wallet
            WHERE a.member_id IS NULL
               OR (a.pending_points, a.active_points, a.held_points, a.debt_points, a.lifetime_points, a.entries)
                  IS DISTINCT FROM (coalesce(b.pending, 0), coalesce(b.active, 0), coalesce(b.held, 0), coalesce(b.debt, 0),
                                    coalesce(b.lifetime, 0), coalesce(b.entries, 0))
               OR (a.pending_points, a.active_points, a.held_points)
                  IS DISTINCT FROM (coalesce(l.pending, 0), coalesce(l.active, 0), coalesce(l.held, 0))
               OR coalesce(a.next_expiry_at, 'infinity') <> coalesce(l.expiry, 'infinity')
               OR coalesce(a.next_activation_at, 'infinity') <> coalesce(l.activation, 'infinity')
            """;

    private static final String I2_STANDINGS = """
            WITH last AS (
                SELECT DISTINCT ON (member_id) member_id, seq, hash FROM entry ORDER BY member_id, seq DESC)
            SELECT 'standing ' || coalesce(s.member_id, e.member_id)
            FROM standing s FULL JOIN last e ON e.member_id = s.member_id
            WHERE s.member_id IS NULL OR s.chain_seq <> coalesce(e.seq, 0)
               OR s.chain_head <> coalesce(e.hash, decode(repeat('00', 32), 'hex'))
            """;

    private static final String I2_HOLDS = """
            SELECT 'hold ' || h.hold_id
            FROM hold h
            LEFT JOIN LATERAL (
                SELECT sum(a.points) AS points FROM allocation a
                WHERE a.entry_id = h.entry_id AND a.to_state = 'HELD') held ON true
            WHERE h.points <> coalesce(held.points, 0) OR (h.state = 'HELD') <> (h.settled_by IS NULL)
               OR h.committed_points NOT BETWEEN 0 AND h.points
            UNION ALL
            SELECT 'account ' || a.member_id || ' ' || a.wallet
            FROM account a
            WHERE a.held_points <> coalesce((
                SELECT sum(h.points) FROM hold h
                WHERE h.member_id = a.member_id AND h.wallet = a.wallet AND h.state = 'HELD'), 0) + coalesce((
                SELECT sum(o.blocked_points) FROM open_lot o
                WHERE o.member_id = a.member_id AND o.wallet = a.wallet), 0)
            """;

    private static final String I3 = """
            SELECT 'entry ' || e.entry_id
            FROM entry e
            LEFT JOIN lot l ON l.lot_id = e.entry_id
            LEFT JOIN (
                SELECT entry_id,
                       sum(points * ((to_state = 'PENDING')::int - (from_state = 'PENDING')::int)) AS pending,
                       sum(points * ((to_state = 'ACTIVE')::int - (from_state = 'ACTIVE')::int)) AS active,
                       sum(points * ((to_state IN ('HELD', 'BLOCKED'))::int - (from_state IN ('HELD', 'BLOCKED'))::int)) AS held
                FROM allocation GROUP BY entry_id) a ON a.entry_id = e.entry_id
            WHERE e.held_points <> coalesce(a.held, 0)
               OR (l.lot_id IS NULL AND (e.pending_points <> coalesce(a.pending, 0) OR e.active_points <> coalesce(a.active, 0)))
               OR (l.lot_id IS NOT NULL AND (a.entry_id IS NOT NULL OR e.pending_points + e.active_points <> l.granted_points))
            """;

    private static final String I4 = """
            SELECT 'entry ' || e.entry_id
            FROM entry e
            LEFT JOIN (
                SELECT entry_id, sum(points) AS total, sum(points) FILTER (WHERE account = 'MEMBER') AS member,
                       sum(points) FILTER (WHERE account = 'DEBT') AS debt
                FROM leg GROUP BY entry_id) g ON g.entry_id = e.entry_id
            WHERE coalesce(g.total, 0) <> 0
               OR coalesce(g.member, 0) <> e.pending_points + e.active_points + e.held_points
               OR coalesce(g.debt, 0) <> -e.debt_points
            UNION ALL
            SELECT 'wallet ' || e.wallet
            FROM leg g JOIN entry e ON e.entry_id = g.entry_id GROUP BY e.wallet HAVING sum(g.points) <> 0
            """;

    private static final String I5 = """
            SELECT 'entry ' || o.entry_id
            FROM entry o
            JOIN entry r ON r.reverses = o.entry_id
            LEFT JOIN lot l ON l.lot_id = o.entry_id
            LEFT JOIN LATERAL (
                SELECT sum(a.points) AS points FROM allocation a
                WHERE a.entry_id = o.entry_id AND a.to_state IN ('SPENT', 'HELD')) used ON true
            LEFT JOIN LATERAL (
                SELECT sum(a.points) AS points FROM allocation a
                WHERE a.entry_id = r.entry_id AND a.from_state IN ('SPENT', 'HELD')) back ON true
            GROUP BY o.entry_id, l.granted_points, used.points
            HAVING sum(r.forgiven_points - r.lifetime_points) FILTER (WHERE r.kind = 'REVERSAL') > coalesce(l.granted_points, 0)
                OR sum(back.points) FILTER (WHERE r.kind IN ('RETURN', 'RELEASE')) > coalesce(used.points, 0)
            """;

    private static final String I5_REINSTATED = """
            SELECT 'lot ' || b.lot_id
            FROM (SELECT reinstates AS lot_id, sum(granted_points) AS points FROM lot
                  WHERE reinstates IS NOT NULL GROUP BY reinstates) b
            LEFT JOIN LATERAL (
                SELECT sum(CASE WHEN a.to_state = 'EXPIRED' THEN a.points ELSE -a.points END) AS points
                FROM allocation a WHERE a.lot_id = b.lot_id AND 'EXPIRED' IN (a.from_state, a.to_state)) gone ON true
            WHERE b.points > coalesce(gone.points, 0)
            """;

    private static final String I8 = """
            SELECT 'entry ' || entry_id FROM entry
            WHERE (origin_version IS NULL OR rule IS NULL) AND (actor_id IS NULL OR reason IS NULL)
            """;

    private static final String I11 = """
            SELECT 'budget ' || s.budget
            FROM (SELECT budget, max(total) - sum(remaining) AS used FROM budget_slot GROUP BY budget) s
            FULL JOIN (SELECT budget, sum(points) AS used FROM budget_use GROUP BY budget) u ON u.budget = s.budget
            WHERE coalesce(s.used, 0) <> coalesce(u.used, 0)
            """;

    private static final String I10 = """
            SELECT 'voucher ' || v.voucher_id
            FROM voucher v
            LEFT JOIN (
                SELECT voucher_id, max(seq) AS seq, count(*) AS events,
                       sum(CASE kind WHEN 'USED' THEN amount WHEN 'UNUSED' THEN -amount ELSE 0 END) AS used
                FROM voucher_event GROUP BY voucher_id) e ON e.voucher_id = v.voucher_id
            WHERE v.face <> v.used + v.remaining OR v.used IS DISTINCT FROM e.used
               OR v.seq IS DISTINCT FROM e.seq OR e.events <> e.seq
            """;

    // Along a chain of replacements the first face is what was used of each and what remains of the last.
    private static final String I10_REPLACED = """
            SELECT 'voucher ' || o.voucher_id
            FROM voucher_event e
            JOIN voucher o ON o.voucher_id = e.voucher_id
            LEFT JOIN voucher n ON n.voucher_id = e.about
            WHERE e.kind = 'REISSUED'
              AND (o.state <> 'CANCELLED' OR e.about IS NOT NULL AND n.face IS DISTINCT FROM o.remaining)
            """;

    private static final String I2_STOCK = """
            SELECT 'stock ' || coalesce(s.program, r.program) || '/' || coalesce(s.reward, r.reward)
            FROM reward_stock s
            FULL JOIN (
                SELECT program, reward, sum(stock_taken) AS taken FROM redemption WHERE state <> 'CANCELLED'
                GROUP BY program, reward) r ON r.program = s.program AND r.reward = s.reward
            LEFT JOIN (
                SELECT program, reward, sum(change) AS supplied FROM stock_supply
                GROUP BY program, reward) p ON p.program = s.program AND p.reward = s.reward
            WHERE coalesce(s.taken, 0) <> coalesce(r.taken, 0) OR coalesce(s.supplied, 0) <> coalesce(p.supplied, 0)
            """;

    /** Each entry takes from one account what it gives to another, so the donations' accounts are nought together by their form. */
    private static final String I2_DONATIONS = """
            WITH held AS (
                SELECT donation_id, account, coalesce(charity, '') AS charity, sum(amount) AS amount
                FROM (SELECT donation_id, to_account AS account, to_charity AS charity, amount FROM donation_entry
                      UNION ALL
                      SELECT donation_id, from_account, from_charity, -amount FROM donation_entry) e
                WHERE account IN ('PLEDGED', 'CONFIRMED', 'SETTLED')
                GROUP BY 1, 2, 3 HAVING sum(amount) <> 0),
            standing AS (
                SELECT donation_id, CASE state WHEN 'RECEIPTED' THEN 'SETTLED' ELSE state END AS account,
                       coalesce(charity, '') AS charity, amount
                FROM donation WHERE amount > 0)
            SELECT 'donation ' || coalesce(h.donation_id, s.donation_id)
            FROM held h
            FULL JOIN standing s ON s.donation_id = h.donation_id AND s.account = h.account AND s.charity = h.charity
            WHERE h.amount IS DISTINCT FROM s.amount
            ORDER BY 1 LIMIT 1
            """;

    private static final List<Check> CHECKS = List.of(
            new Check("I1", "the states of a lot add up to its grant", "lot", I1),
            new Check(
                    "I1", "an allocation names a lot and an entry of one member and wallet", "allocation", I1_ORPHANS),
            new Check("I2", "open lots are what grants, allocations and changes say", "open_lot", I2_LOTS),
            new Check("I2", "accounts are what entries and open lots say", "account", I2_ACCOUNTS),
            new Check("I2", "a standing is the head of its member's chain", "standing", I2_STANDINGS),
            new Check("I2", "holds are what allocations say", "hold", I2_HOLDS),
            new Check("I3", "the allocations of an entry add up to it", "entry", I3),
            new Check("I4", "the accounts of a wallet add up to nought", "leg", I4),
            new Check("I5", "an entry isn't reversed by more than it was", "entry", I5),
            new Check("I5", "no more comes back of a lot than has lapsed of it", "lot", I5_REINSTATED),
            new Check("I8", "an entry has a rule with its version, or somebody with a reason", "entry", I8),
            new Check("I10", "a voucher's face is what was used of it and what remains", "voucher", I10),
            new Check("I10", "a voucher that was replaced is good for nothing any more", "voucher_event", I10_REPLACED),
            new Check("I2", "donations are what their entries say", "donation", I2_DONATIONS),
            new Check("I2", "stock is what was supplied and redeemed", "reward_stock", I2_STOCK),
            new Check("I11", "a budget's use is what was taken less what was given back", "budget_slot", I11));

    private InvariantSql() {}

    /** Runs every check whose tables exist and gives those that don't hold. */
    public static List<Violation> violations(Connection connection) throws SQLException {
        List<Violation> violations = new ArrayList<>();
        List<Check> checks = new ArrayList<>(CHECKS);
        checks.addAll(NeighbourInvariantSql.CHECKS);
        for (Check check : checks) {
            if (exists(connection, check.table())) {
                try (PreparedStatement statement = connection.prepareStatement(FIRST + check.sql() + OF_ALL);
                        ResultSet row = statement.executeQuery()) {
                    if (row.next() && row.getString(1) != null) {
                        violations.add(new Violation(check.code(), check.meaning(), row.getString(1)));
                    }
                }
            }
        }
        return violations;
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT to_regclass(current_schema() || '.' || ?) IS NOT NULL")) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
