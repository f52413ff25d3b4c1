package io.steadfast.reporting.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.reporting.DayFigures;
import io.steadfast.reporting.WalletFigures;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The figures of the console's home. */
@ApplicationScoped
public class HomeReadings {
    private static final String WALLETS = """
            SELECT coalesce(e.wallet, l.wallet),
                   coalesce(accrued, 0), coalesce(lately, 0), coalesce(redeemed, 0),
                   coalesce(outstanding, 0), coalesce(expiring, 0)
              FROM (SELECT wallet,
                           sum(points) FILTER (WHERE kind = 'ACCRUAL') AS accrued,
                           sum(points) FILTER (WHERE kind = 'ACCRUAL' AND effective_at >= ?) AS lately,
                           -sum(points) FILTER (WHERE kind IN ('REDEMPTION', 'DONATION', 'TRANSFER_OUT', 'RETURN'))
                               AS redeemed
                      FROM entry GROUP BY wallet) e
              FULL JOIN (SELECT o.wallet,
                                sum(o.pending_points + o.active_points + o.held_points) AS outstanding,
                                sum(o.active_points) FILTER (WHERE d.ends_at < ?) AS expiring
                           FROM open_lot o JOIN account a ON a.member_id = o.member_id AND a.wallet = o.wallet
                          CROSS JOIN LATERAL (SELECT least(o.expires_at,
                                CASE WHEN o.activity_at < a.inactivity_deadline THEN a.inactivity_deadline END) AS ends_at) d
                          WHERE d.ends_at > ? GROUP BY o.wallet) l ON l.wallet = e.wallet
            """;
    private static final String DAYS = """
            SELECT (effective_at AT TIME ZONE ?)::date AS day,
                   coalesce(sum(points) FILTER (WHERE kind = 'ACCRUAL'), 0),
                   coalesce(-sum(points) FILTER (WHERE kind IN ('REDEMPTION', 'DONATION', 'TRANSFER_OUT', 'RETURN')), 0)
              FROM entry WHERE effective_at >= ? AND effective_at <= ? GROUP BY day
            """;
    private static final String MEMBERS =
            "SELECT count(*), count(*) FILTER (WHERE opened_at >= ?) FROM standing WHERE merged_into IS NULL";

    @Inject
    private TenantStore store;

    /** How many members, and how many of them since an instant. */
    public List<Long> members(Instant since) {
        return rows(MEMBERS, row -> List.of(row.getLong(1), row.getLong(2)), at(since))
                .get(0);
    }

    public Map<WalletCode, WalletFigures> wallets(Instant since, Instant now, Instant soon) {
        Map<WalletCode, WalletFigures> wallets = new HashMap<>();
        rows(
                WALLETS,
                row -> wallets.put(
                        new WalletCode(row.getString(1)),
                        new WalletFigures(
                                row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6))),
                at(since),
                at(soon),
                at(now));
        return wallets;
    }

    /** Only days on which something happened. */
    public Map<LocalDate, DayFigures> days(ZoneId zone, Instant since, Instant now) {
        Map<LocalDate, DayFigures> days = new HashMap<>();
        rows(
                DAYS,
                row -> {
                    LocalDate day = row.getObject(1, LocalDate.class);
                    return days.put(day, new DayFigures(day, row.getLong(2), row.getLong(3)));
                },
                zone.getId(),
                at(since),
                at(now));
        return days;
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private <T> List<T> rows(String sql, Reading<T> reading, Object... values) {
        return rows(store, sql, reading, values);
    }

    static <T> List<T> rows(TenantStore store, String sql, Reading<T> reading, Object... values) {
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
            throw new IllegalStateException("A figure couldn't be read", failed);
        }
    }

    /** One row of an answer. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
