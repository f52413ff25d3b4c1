package io.steadfast.ledger.store;

import io.steadfast.ledger.core.AccountFacts;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Balances by the clock: what is posted, less what has expired, plus what has become active and what
 * timed-out holds have freed since; what arrived has repaid what is owed, the first to arrive first, whether or not it has expired
 * meanwhile; of an account that has lapsed only what was earned since; blocked points apart from held ones. The sums read only lots that a job hasn't come to yet, and only where the account says
 * that there are some.
 */
final class BalanceSql {

    /**
     * Parameters: now, member. As posted, which is as by the clock for an account where nothing is held or has fallen due since;
     * {@link #read} asks {@link #BY_CLOCK} for the others. For most calls the database so plans this short statement alone.
     */
    static final String AS_POSTED = """
            WITH clock AS (SELECT ?::timestamptz AS now)
            SELECT a.member_id, a.wallet, a.held_points, 0 AS blocked_points, a.debt_points, a.debt_points AS owed_points,
                   a.lifetime_points, a.inactivity_deadline, a.active_points, a.pending_points,
                   least(coming.expiry, a.inactivity_deadline) AS next_expiry_at,
                   a.lapsed_at, least(a.next_expiry_at, a.next_activation_at) AS due_at,
                   a.held_points > 0 OR coalesce(least(a.next_expiry_at, a.next_activation_at, a.inactivity_deadline)
                       <= clock.now, false) AS clock_decides
            FROM account a
            CROSS JOIN clock
            LEFT JOIN LATERAL (
                SELECT o.expires_at AS expiry
                FROM open_lot o
                WHERE a.active_points + a.pending_points > 0 AND o.member_id = a.member_id AND o.wallet = a.wallet
                  AND o.expires_at > clock.now AND o.expires_at < 'infinity' AND o.active_points + o.pending_points > 0
                ORDER BY o.expires_at LIMIT 1) coming ON true
            WHERE a.member_id = ?
            ORDER BY a.wallet
            """;

    /** Parameters: now, member. */
    private static final String BY_CLOCK = """
            WITH clock AS (SELECT ?::timestamptz AS now)
            SELECT a.member_id, a.wallet, a.held_points - freed.held - blocked.posted AS held_points,
                   blocked.living + freed.blocked AS blocked_points, a.debt_points, a.debt_points - repaid.points AS owed_points,
                   a.lifetime_points, a.inactivity_deadline,
                   freed.active - repaid.living + CASE WHEN a.inactivity_deadline <= clock.now THEN since.active
                                       ELSE a.active_points - expired.active + activated.points END AS active_points,
                   CASE WHEN a.inactivity_deadline <= clock.now THEN since.pending
                        ELSE a.pending_points - expired.pending - activated.points END AS pending_points,
                   CASE WHEN a.inactivity_deadline <= clock.now THEN since.expiry
                        ELSE least(coming.expiry, a.inactivity_deadline) END AS next_expiry_at,
                   a.lapsed_at, least(a.next_expiry_at, a.next_activation_at) AS due_at
            FROM account a
            CROSS JOIN clock
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(o.active_points), 0)::bigint AS active,
                       coalesce(sum(o.pending_points), 0)::bigint AS pending
                FROM open_lot o
                WHERE a.next_expiry_at <= clock.now AND o.member_id = a.member_id AND o.wallet = a.wallet
                  AND o.expires_at <= clock.now) expired
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(o.pending_points), 0)::bigint AS points
                FROM open_lot o
                WHERE a.next_activation_at <= clock.now AND o.member_id = a.member_id AND o.wallet = a.wallet
                  AND o.pending_points > 0 AND o.activates_at <= clock.now AND o.expires_at > clock.now) activated
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(least(x.points, greatest(a.debt_points - x.before, 0))), 0)::bigint AS points,
                       coalesce(sum(least(x.points, greatest(a.debt_points - x.before, 0))) FILTER (WHERE x.ends_at > clock.now),
                                0)::bigint AS living
                FROM (SELECT o.pending_points AS points, ends.at AS ends_at,
                             coalesce(sum(o.pending_points) OVER (
                                 ORDER BY o.activates_at, o.expires_at, o.activity_at, o.lot_id
                                 ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
                      FROM open_lot o
                      CROSS JOIN LATERAL (SELECT CASE WHEN o.activity_at < a.inactivity_deadline
                          THEN least(o.expires_at, a.inactivity_deadline) ELSE o.expires_at END AS at) ends
                      WHERE a.debt_points > 0 AND a.next_activation_at <= clock.now AND o.member_id = a.member_id
                        AND o.wallet = a.wallet AND o.pending_points > 0 AND o.activates_at <= clock.now
                        AND o.activates_at < ends.at) x) repaid
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(o.active_points + CASE WHEN o.activates_at <= clock.now THEN o.pending_points ELSE 0 END),
                                0)::bigint AS active,
                       coalesce(sum(o.pending_points) FILTER (WHERE o.activates_at > clock.now), 0)::bigint AS pending,
                       min(o.expires_at) FILTER (WHERE o.expires_at < 'infinity' AND o.active_points + o.pending_points > 0)
                           AS expiry
                FROM open_lot o
                WHERE a.inactivity_deadline <= clock.now AND o.member_id = a.member_id AND o.wallet = a.wallet
                  AND o.activity_at >= a.inactivity_deadline AND o.expires_at > clock.now) since
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(x.points), 0)::bigint AS held,
                       coalesce(sum(x.points) FILTER (WHERE lives.now AND o.blocked_points = 0), 0)::bigint AS active,
                       coalesce(sum(x.points) FILTER (WHERE lives.now AND o.blocked_points > 0), 0)::bigint AS blocked
                FROM hold h JOIN allocation x ON x.entry_id = h.entry_id JOIN open_lot o ON o.lot_id = x.lot_id
                CROSS JOIN LATERAL (SELECT o.expires_at > clock.now
                    AND (a.inactivity_deadline <= clock.now AND o.activity_at < a.inactivity_deadline) IS NOT TRUE AS now) lives
                WHERE a.held_points > 0 AND h.member_id = a.member_id AND h.wallet = a.wallet AND h.state = 'HELD'
                  AND h.times_out_at <= clock.now AND x.to_state = 'HELD') freed
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(o.blocked_points), 0)::bigint AS posted,
                       coalesce(sum(o.blocked_points) FILTER (WHERE o.expires_at > clock.now
                           AND (a.inactivity_deadline <= clock.now AND o.activity_at < a.inactivity_deadline) IS NOT TRUE), 0)::bigint AS living
                FROM open_lot o
                WHERE a.held_points > 0 AND o.member_id = a.member_id AND o.wallet = a.wallet
                  AND o.blocked_points > 0) blocked
            LEFT JOIN LATERAL (
                SELECT o.expires_at AS expiry
                FROM open_lot o
                WHERE a.active_points + a.pending_points > 0 AND o.member_id = a.member_id AND o.wallet = a.wallet
                  AND o.expires_at > clock.now AND o.expires_at < 'infinity' AND o.active_points + o.pending_points > 0
                ORDER BY o.expires_at LIMIT 1) coming ON true
            WHERE a.member_id = ?
            ORDER BY a.wallet
            """;

    private BalanceSql() {}

    /** Of the rows of {@link #AS_POSTED}; one round trip more where the clock decides. */
    static Map<WalletCode, AccountFacts> read(ResultSet posted, MemberId member, Instant now) throws SQLException {
        Map<WalletCode, AccountFacts> accounts = new HashMap<>();
        boolean clockDecides = false;
        while (posted.next()) {
            AccountFacts account = account(posted);
            accounts.put(account.balance().wallet(), account);
            clockDecides |= posted.getBoolean("clock_decides");
        }
        return clockDecides ? byClock(posted.getStatement().getConnection(), member, now) : accounts;
    }

    private static Map<WalletCode, AccountFacts> byClock(Connection connection, MemberId member, Instant now)
            throws SQLException {
        Map<WalletCode, AccountFacts> accounts = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(BY_CLOCK)) {
            new Rows.Binder(connection, statement).value(now).value(member.value());
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                AccountFacts account = account(rows);
                accounts.put(account.balance().wallet(), account);
            }
        }
        return accounts;
    }

    private static AccountFacts account(ResultSet row) throws SQLException {
        long debt = row.getLong("owed_points");
        WalletBalance balance = new WalletBalance(
                Rows.wallet(row),
                row.getLong("active_points") - debt,
                row.getLong("pending_points"),
                row.getLong("held_points"),
                row.getLong("blocked_points"),
                debt,
                row.getLong("lifetime_points"),
                Rows.optionalInstant(row, "next_expiry_at"));
        return new AccountFacts(
                balance,
                row.getLong("debt_points"),
                Rows.optionalInstant(row, "inactivity_deadline"),
                Rows.optionalInstant(row, "lapsed_at"),
                Rows.optionalInstant(row, "due_at"));
    }
}
