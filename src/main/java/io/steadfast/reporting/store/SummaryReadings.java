package io.steadfast.reporting.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.reporting.PointsSummary;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The figures of a summary: constant SQL, the instant passed in. */
@ApplicationScoped
public class SummaryReadings {

    private static final String POINTS = """
            SELECT e.wallet,
                   coalesce(sum(e.points) FILTER (WHERE e.kind IN ('ACCRUAL', 'OPENING')), 0)::bigint,
                   coalesce(sum(e.active_points) FILTER (WHERE e.kind IN ('ACCRUAL', 'OPENING', 'ACTIVATION')), 0)::bigint,
                   coalesce(-sum(e.points) FILTER (WHERE e.kind IN ('REDEMPTION', 'DONATION', 'RETURN')), 0)::bigint,
                   coalesce(-sum(e.points) FILTER (WHERE e.kind IN ('EXPIRY', 'FORFEIT', 'REVIVAL')), 0)::bigint,
                   coalesce(-sum(e.points) FILTER (WHERE e.kind = 'REVERSAL'), 0)::bigint,
                   coalesce(sum(e.points) FILTER (WHERE e.kind IN ('GOODWILL', 'CORRECTION', 'REINSTATEMENT', 'TRANSFER_IN',
                                                                   'TRANSFER_OUT', 'TAKEOVER', 'HANDOVER')), 0)::bigint,
                   coalesce(sum(e.pending_points), 0)::bigint, coalesce(sum(e.active_points), 0)::bigint,
                   coalesce(sum(e.held_points), 0)::bigint, coalesce(sum(e.debt_points), 0)::bigint
              FROM entry e
             WHERE e.wallet = ANY (?)
            """;
    private static final String BY_ACTIVITY = POINTS + " AND e.effective_at <= ? GROUP BY e.wallet";
    private static final String BY_POSTING =
            POINTS + " AND e.posting_date >= ? AND e.posting_date <= ? GROUP BY e.wallet";

    /** What has lapsed or become usable by then without a job having booked it. */
    private static final String UNBOOKED = """
            SELECT o.wallet,
                   coalesce(sum(o.pending_points) FILTER (WHERE d.ends_at <= ?), 0)::bigint,
                   coalesce(sum(o.active_points) FILTER (WHERE d.ends_at <= ?), 0)::bigint,
                   coalesce(sum(o.pending_points) FILTER (WHERE d.ends_at > ? AND o.activates_at <= ?), 0)::bigint,
                   coalesce(sum(o.blocked_points) FILTER (WHERE d.ends_at <= ?), 0)::bigint
              FROM open_lot o JOIN account a ON a.member_id = o.member_id AND a.wallet = o.wallet
             CROSS JOIN LATERAL (
                   SELECT least(o.expires_at,
                                CASE WHEN o.activity_at < a.inactivity_deadline THEN a.inactivity_deadline END) AS ends_at) d
             WHERE o.wallet = ANY (?) AND (d.ends_at <= ? OR o.activates_at <= ?)
             GROUP BY o.wallet
            """;

    private static final String TIERS = """
            SELECT f.tier_set, f.tier, count(*) FROM (
                SELECT DISTINCT ON (t.member_id, t.tier_set) t.tier_set, t.tier FROM tier_fact t
                 WHERE t.program = ? AND t.starts_at <= ?
                   AND NOT EXISTS (SELECT 1 FROM member_merge m WHERE m.source_id = t.member_id)
                 ORDER BY t.member_id, t.tier_set, t.starts_at DESC, t.seq DESC) f
             GROUP BY 1, 2
            """;
    private static final String ENROLLED = "SELECT count(DISTINCT e.member_id) FROM enrolment e WHERE program = ANY (?)"
            + " AND NOT EXISTS (SELECT 1 FROM member_merge m WHERE m.source_id = e.member_id)"
            + " AND enrolled_at <= ? AND (left_at IS NULL OR left_at > ?)";
    private static final String DONATIONS = "SELECT currency, sum(amount)::bigint FROM donation"
            + " WHERE program = ANY (?) AND occurred_at <= ? AND state <> 'REVERSED' GROUP BY currency ORDER BY currency";

    @Inject
    private TenantStore store;

    /** By when things happened, with what no job has booked yet. */
    public Map<WalletCode, PointsSummary> byActivity(List<WalletCode> wallets, Instant asOf) {
        Map<WalletCode, PointsSummary> booked = points(BY_ACTIVITY, codes(wallets), at(asOf));
        Object now = at(asOf);
        rows(
                UNBOOKED,
                row -> booked.merge(
                        new WalletCode(row.getString(1)),
                        unbooked(new Lapsed(row.getLong(2), row.getLong(3), row.getLong(5)), row.getLong(4)),
                        PointsSummary::plus),
                now,
                now,
                now,
                now,
                now,
                codes(wallets),
                now,
                now);
        return booked;
    }

    /** What lapsed, by the state it was in. */
    private record Lapsed(long pending, long active, long blocked) {}

    private static PointsSummary unbooked(Lapsed lapsed, long matured) {
        return new PointsSummary(
                0,
                matured,
                0,
                lapsed.pending() + lapsed.active() + lapsed.blocked(),
                0,
                0,
                -lapsed.pending() - matured,
                matured - lapsed.active(),
                -lapsed.blocked(),
                0);
    }

    /** By when things were booked, from one day through another. */
    public Map<WalletCode, PointsSummary> byPosting(List<WalletCode> wallets, LocalDate from, LocalDate through) {
        return points(BY_POSTING, codes(wallets), from, through);
    }

    /** Members in each tier that isn't left to the base, by set and code. */
    public Map<String, Map<String, Long>> tiers(ProgramCode program, Instant asOf) {
        Map<String, Map<String, Long>> tiers = new HashMap<>();
        rows(
                TIERS,
                row -> tiers.computeIfAbsent(row.getString(1), any -> new HashMap<>())
                        .put(row.getString(2), row.getLong(3)),
                program.value(),
                at(asOf));
        return tiers;
    }

    public long enrolled(List<ProgramCode> programs, Instant asOf) {
        return rows(ENROLLED, row -> row.getLong(1), programs(programs), at(asOf), at(asOf))
                .get(0);
    }

    public List<Money> donations(List<ProgramCode> programs, Instant asOf) {
        return rows(
                DONATIONS,
                row -> new Money(row.getLong(2), Currency.getInstance(row.getString(1))),
                programs(programs),
                at(asOf));
    }

    private Map<WalletCode, PointsSummary> points(String sql, Object... values) {
        Map<WalletCode, PointsSummary> points = new HashMap<>();
        rows(
                sql,
                row -> points.put(
                        new WalletCode(row.getString(1)),
                        new PointsSummary(
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8),
                                row.getLong(9),
                                row.getLong(10),
                                row.getLong(11))),
                values);
        return points;
    }

    private static Object at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String[] codes(List<WalletCode> wallets) {
        return wallets.stream().map(WalletCode::value).toArray(String[]::new);
    }

    private static String[] programs(List<ProgramCode> programs) {
        return programs.stream().map(ProgramCode::value).toArray(String[]::new);
    }

    private <T> List<T> rows(String sql, Reading<T> reading, Object... values) {
        try (PreparedStatement statement = store.connection().prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                if (values[at] instanceof String[] texts) {
                    statement.setArray(at + 1, statement.getConnection().createArrayOf("text", texts));
                } else {
                    statement.setObject(at + 1, values[at]);
                }
            }
            try (ResultSet row = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (row.next()) {
                    read.add(reading.of(row));
                }
                return read;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("A summary couldn't be read", failed);
        }
    }

    /** One row of an answer. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
