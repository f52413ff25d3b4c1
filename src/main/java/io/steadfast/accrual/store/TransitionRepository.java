package io.steadfast.accrual.store;

import io.steadfast.accrual.core.LotTransition;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How far a version's changed expiry has reached what stands, and what it still has to reach. */
@Dependent
public class TransitionRepository {

    /**
     * The versions whose expiry also holds for what stands, each pass that isn't finished, the earliest first. A day ahead, not at
     * once: a version may be taken back before it begins, a date that was moved may not.
     */
    private static final String OPEN = """
            SELECT v.program, v.version, v.effective_from, p.pass, p.due, t.last_member
              FROM program_version v
              CROSS JOIN LATERAL (VALUES ('PUBLISHED', greatest(v.effective_from - interval '24 hours', v.published_at)),
                                         ('IN_FORCE', greatest(v.effective_from, v.published_at))) AS p (pass, due)
              LEFT JOIN lot_transition t ON (t.program, t.version, t.pass) = (v.program, v.version, p.pass)
             WHERE v.document::jsonb #>> '{transition,lots}' = 'all' AND t.finished_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM program_withdrawal w WHERE w.program = v.program AND w.version = v.version)
             ORDER BY p.due, v.program, v.version, p.pass DESC LIMIT 1
            """;

    private static final String KEEP = """
            INSERT INTO lot_transition (program, version, pass, last_member, finished_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (program, version, pass)
            DO UPDATE SET last_member = excluded.last_member, finished_at = excluded.finished_at
            """;
    private static final String MEMBERS = """
            SELECT DISTINCT member_id FROM account
             WHERE wallet = ANY (?::text[]) AND member_id > ? AND active_points + pending_points + held_points > 0
             ORDER BY member_id LIMIT ?
            """;
    private static final String LOTS = """
            SELECT o.lot_id, o.wallet, o.activity_at, nullif(o.activates_at, 'infinity') AS activates_at,
                   coalesce(nullif(o.expires_at, 'infinity'), p.planned_at) AS expires_at, e.rule
              FROM open_lot o JOIN entry e ON e.entry_id = o.lot_id LEFT JOIN lot_promise p ON p.lot_id = o.lot_id
             WHERE o.member_id = ? AND o.wallet = ANY (?::text[]) AND o.activity_at < ?
               AND coalesce(nullif(o.expires_at, 'infinity'), p.planned_at) >= ? AND o.lot_id > ?
               AND NOT EXISTS (SELECT 1 FROM account x WHERE x.member_id = o.member_id AND x.wallet = o.wallet
                                  AND x.inactivity_deadline <= ? AND o.activity_at < x.inactivity_deadline)
             ORDER BY o.lot_id LIMIT ?
            """;
    /** A date that waits for a notice counts as one; what lapses before the version begins has lapsed by the old one. */
    private static final String ACCOUNTS = """
            SELECT a.wallet, a.inactivity_deadline, coalesce(s.last_activity_at, s.opened_at) AS last_activity_at,
                   CASE WHEN bool_and(ends.at IS NOT NULL) THEN max(ends.at) END AS latest, p.planned_at, p.notice_days
              FROM account a
              JOIN standing s ON s.member_id = a.member_id
              LEFT JOIN account_promise p
                     ON p.member_id = a.member_id AND p.wallet = a.wallet AND p.lapsed_at IS NULL
                    AND a.inactivity_deadline IS NULL
              LEFT JOIN open_lot o ON o.member_id = a.member_id AND o.wallet = a.wallet
              LEFT JOIN lot_promise lp ON lp.lot_id = o.lot_id
              CROSS JOIN LATERAL (SELECT coalesce(nullif(o.expires_at, 'infinity'), lp.planned_at) AS at) ends
             WHERE a.member_id = ? AND a.wallet = ANY (?::text[])
               AND coalesce(a.inactivity_deadline, p.planned_at, 'infinity') >= ?
             GROUP BY a.wallet, a.inactivity_deadline, s.last_activity_at, s.opened_at, p.planned_at, p.notice_days
            """;

    @Inject
    TenantStore store;

    /** One pass of one version over what stands. */
    public record Pass(ProgramCode program, int version, Instant effectiveFrom, String name, Instant due, UUID after) {}

    /**
     * Which lots of a member are wanted: those that live.
     *
     * @param before when the version begins
     * @param after the last lot that was looked at
     */
    public record Lots(Instant before, UUID after, Instant now) {}

    /** A lot with its id. */
    public record Standing(UUID id, LotTransition.Lot lot) {}

    /** The next pass that isn't finished. */
    public Optional<Pass> open() {
        try (PreparedStatement statement = store.connection().prepareStatement(OPEN);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new Pass(
                            new ProgramCode(row.getString("program")),
                            row.getInt("version"),
                            instant(row, "effective_from").orElseThrow(),
                            row.getString("pass"),
                            instant(row, "due").orElseThrow(),
                            Optional.ofNullable(row.getObject("last_member", UUID.class))
                                    .orElse(new UUID(0, 0))))
                    : Optional.empty();
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
    }

    /** Remembers how far a pass has come; {@code finishedAt} once it is through. */
    public void keep(Pass pass, UUID last, Optional<Instant> finishedAt) {
        try (PreparedStatement statement = store.connection().prepareStatement(KEEP)) {
            Bindings bindings = new Bindings(statement)
                    .text(pass.program().value())
                    .number(pass.version())
                    .text(pass.name())
                    .id(last);
            bindings.instant(finishedAt);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
    }

    /** Members with points in these wallets, in the order of their ids. */
    public List<MemberId> members(Collection<WalletCode> wallets, UUID after, int most) {
        List<MemberId> members = new ArrayList<>();
        try (PreparedStatement statement = store.connection().prepareStatement(MEMBERS)) {
            new Bindings(statement).texts(codes(wallets)).id(after).number(most);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    members.add(new MemberId(row.getObject("member_id", UUID.class)));
                }
            }
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
        return members;
    }

    /** Lots of a member with a date of their own, earned before the instant and not lapsed by then, in the order of their ids. */
    public List<Standing> lots(MemberId member, Collection<WalletCode> wallets, Lots wanted, int most) {
        List<Standing> lots = new ArrayList<>();
        try (PreparedStatement statement = store.connection().prepareStatement(LOTS)) {
            new Bindings(statement)
                    .id(member.value())
                    .texts(codes(wallets))
                    .instant(wanted.before())
                    .instant(wanted.before())
                    .id(wanted.after())
                    .instant(wanted.now())
                    .number(most);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lots.add(new Standing(
                            row.getObject("lot_id", UUID.class),
                            new LotTransition.Lot(
                                    new WalletCode(row.getString("wallet")),
                                    Optional.ofNullable(row.getString("rule")).map(RuleCode::new),
                                    instant(row, "activity_at").orElseThrow(),
                                    instant(row, "activates_at"),
                                    instant(row, "expires_at").orElseThrow())));
                }
            }
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
        return lots;
    }

    /** The member's accounts in these wallets that haven't lapsed by then. */
    public List<LotTransition.Account> accounts(MemberId member, Collection<WalletCode> wallets, Instant by) {
        List<LotTransition.Account> accounts = new ArrayList<>();
        try (PreparedStatement statement = store.connection().prepareStatement(ACCOUNTS)) {
            new Bindings(statement).id(member.value()).texts(codes(wallets)).instant(by);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    accounts.add(new LotTransition.Account(
                            new WalletCode(row.getString("wallet")),
                            instant(row, "inactivity_deadline"),
                            instant(row, "last_activity_at").orElseThrow(),
                            instant(row, "latest"),
                            plan(row)));
                }
            }
        } catch (SQLException failure) {
            throw new AccrualStoreException(failure);
        }
        return accounts;
    }

    private static Optional<LotTransition.Plan> plan(ResultSet row) throws SQLException {
        int days = row.getInt("notice_days");
        return instant(row, "planned_at").map(at -> new LotTransition.Plan(at, days));
    }

    private static List<Optional<String>> codes(Collection<WalletCode> wallets) {
        return wallets.stream()
                .map(WalletCode::value)
                .sorted()
                .map(Optional::of)
                .toList();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
