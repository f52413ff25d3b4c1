package io.steadfast.ledger.store;

import io.steadfast.ledger.core.Promised;
import io.steadfast.ledger.core.Withheld;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The dates that wait for a notice, and the notices. */
@ApplicationScoped
public class PromiseStore {

    private static final String MADE = """
            SELECT p.lot_id, p.notice_days, coalesce(o.expires_at = 'infinity', false) AS untold
              FROM lot_promise p LEFT JOIN open_lot o ON o.lot_id = p.lot_id
             WHERE p.lot_id = ANY (?)
            """;

    private static final String PLAN_LOTS = """
            INSERT INTO lot_promise (lot_id, member_id, wallet, notice_days, planned_at, ask_at)
            SELECT planned.lot_id, ?, planned.wallet, planned.notice_days, planned.planned_at, planned.ask_at
              FROM unnest(?::uuid[], ?::text[], ?::int[], ?::timestamptz[], ?::timestamptz[])
                   AS planned (lot_id, wallet, notice_days, planned_at, ask_at)
            ON CONFLICT (lot_id) DO UPDATE
            SET planned_at = excluded.planned_at, ask_at = excluded.ask_at, announced_at = NULL
            """;

    /**
     * Of one member: what is planned by an instant and has no date yet; lots that were in the books when somebody could tell of them.
     * What
     * has lapsed with its account isn't planned any more. Parameters: member, wallet, until, known by, now, then the first three again.
     */
    private static final String PLANNED = """
            SELECT p.member_id, p.wallet, p.lot_id, p.notice_days, p.planned_at,
                   o.pending_points + o.active_points + o.held_points AS points
              FROM lot_promise p JOIN open_lot o ON o.lot_id = p.lot_id JOIN entry e ON e.entry_id = p.lot_id
             WHERE p.member_id = ? AND p.wallet = ? AND p.planned_at <= ? AND e.recorded_at <= ? AND o.expires_at = 'infinity'
               AND NOT EXISTS (SELECT 1 FROM account x WHERE x.member_id = o.member_id AND x.wallet = o.wallet
                                  AND x.inactivity_deadline <= ? AND o.activity_at < x.inactivity_deadline)
            UNION ALL
            SELECT p.member_id, p.wallet, NULL, p.notice_days, p.planned_at, a.pending_points + a.active_points
              FROM account_promise p JOIN account a ON a.member_id = p.member_id AND a.wallet = p.wallet
             WHERE p.member_id = ? AND p.wallet = ? AND p.planned_at <= ? AND p.lapsed_at IS NULL AND a.inactivity_deadline IS NULL
             ORDER BY 3 NULLS LAST
            """;

    /** What a notice is to be asked for: one row for each date of a wallet. Parameters: up to, twice, most. */
    private static final String DUE = """
            SELECT p.member_id, p.wallet, NULL::uuid AS lot_id, p.notice_days, p.planned_at,
                   sum(o.pending_points + o.active_points)::bigint AS points
              FROM lot_promise p JOIN open_lot o ON o.lot_id = p.lot_id
             WHERE p.announced_at IS NULL AND p.ask_at <= ? AND o.expires_at = 'infinity'
               AND o.pending_points + o.active_points > 0
             GROUP BY 1, 2, 4, 5
            UNION
            SELECT p.member_id, p.wallet, NULL::uuid, p.notice_days, p.planned_at, a.pending_points + a.active_points
              FROM account_promise p JOIN account a ON a.member_id = p.member_id AND a.wallet = p.wallet
             WHERE p.announced_at IS NULL AND p.ask_at <= ? AND p.lapsed_at IS NULL AND a.inactivity_deadline IS NULL
               AND a.pending_points + a.active_points > 0
             ORDER BY member_id, wallet, planned_at LIMIT ?
            """;

    private static final String NEXT = """
            SELECT least((SELECT min(p.ask_at) FROM lot_promise p JOIN open_lot o ON o.lot_id = p.lot_id
                           WHERE p.announced_at IS NULL AND o.expires_at = 'infinity'
                             AND o.pending_points + o.active_points > 0),
                         (SELECT min(p.ask_at) FROM account_promise p
                            JOIN account a ON a.member_id = p.member_id AND a.wallet = p.wallet
                           WHERE p.announced_at IS NULL AND p.lapsed_at IS NULL AND a.inactivity_deadline IS NULL
                             AND a.pending_points + a.active_points > 0)) AS due
            """;

    private static final String ANNOUNCED = """
            UPDATE lot_promise SET announced_at = ? WHERE member_id = ? AND wallet = ? AND planned_at = ?;
            UPDATE account_promise SET announced_at = ? WHERE member_id = ? AND wallet = ? AND planned_at = ?;
            """;

    private static final String ADD =
            "INSERT INTO notice (notice_id, member_id, wallet, until, sent_at, channel, actor_kind,"
                    + " actor_id, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @Inject
    private LedgerStore ledger;

    /** A notice as it is kept. */
    public record Notice(
            UUID id,
            MemberId member,
            WalletCode wallet,
            Instant until,
            Instant sentAt,
            String channel,
            String actorKind,
            String actorId,
            Instant recordedAt) {}

    /**
     * The promise that was made of a lot.
     *
     * @param days of its notice
     */
    public record Made(int days, Withheld.Promise promise) {}

    /** The promises that were made of these lots; asks nothing where there are none. */
    public Map<UUID, Made> made(Set<UUID> lots) {
        if (lots.isEmpty()) {
            return Map.of();
        }
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(MADE)) {
                new Rows.Binder(connection, statement).ids(lots);
                Map<UUID, Made> made = new HashMap<>();
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    made.put(
                            Rows.id(rows, "lot_id"),
                            new Made(
                                    rows.getInt("notice_days"),
                                    rows.getBoolean("untold") ? Withheld.Promise.UNTOLD : Withheld.Promise.TOLD));
                }
                return made;
            }
        });
    }

    /**
     * The planned date of a lot.
     *
     * @param days of the notice, where none was promised of the lot before
     * @param askAt empty where nothing is planned
     */
    public record LotPlan(Withheld.Plan lot, int days, Optional<Instant> askAt) {}

    /** Keeps the planned dates of lots, each once, in one round trip; a new plan wants a new notice. */
    public void plan(MemberId member, Collection<LotPlan> plans) {
        run(
                PLAN_LOTS,
                binder -> binder.value(member.value())
                        .column("uuid", plans, plan -> plan.lot().lot())
                        .column("text", plans, plan -> plan.lot().wallet().value())
                        .column("int4", plans, LotPlan::days)
                        .column(
                                "timestamptz",
                                plans,
                                plan -> Rows.time(plan.lot().plannedAt()))
                        .column("timestamptz", plans, plan -> Rows.time(plan.askAt())));
    }

    /**
     * What of a member's points is planned to lapse by an instant and waits for a notice.
     *
     * @param knownBy lots that came later are left out: nobody could tell of them
     */
    public List<Promised> planned(MemberId member, WalletCode wallet, Instant until, Instant knownBy, Instant now) {
        return list(
                PLANNED,
                binder -> binder.value(member.value())
                        .value(wallet.value())
                        .value(until)
                        .value(knownBy)
                        .value(now)
                        .value(member.value())
                        .value(wallet.value())
                        .value(until));
    }

    /** Dates of which a notice is to be asked for by an instant. */
    public List<Promised> due(Instant upTo, int most) {
        return list(DUE, binder -> binder.value(upTo).value(upTo).value(most));
    }

    /** When the next notice is to be asked for. */
    public Optional<Instant> nextDue() {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(NEXT);
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                return Rows.optionalInstant(rows, "due");
            }
        });
    }

    /** Remembers that a notice was asked for. */
    public void announced(Promised date, Instant at) {
        Instant planned = date.plannedAt().orElseThrow();
        run(
                ANNOUNCED,
                binder -> binder.value(at)
                        .value(date.member().value())
                        .value(date.wallet().value())
                        .value(planned)
                        .value(at)
                        .value(date.member().value())
                        .value(date.wallet().value())
                        .value(planned));
    }

    public void add(Notice notice) {
        run(
                ADD,
                binder -> binder.value(notice.id())
                        .value(notice.member().value())
                        .value(notice.wallet().value())
                        .value(notice.until())
                        .value(notice.sentAt())
                        .value(notice.channel())
                        .value(notice.actorKind())
                        .value(notice.actorId())
                        .value(notice.recordedAt()));
    }

    private interface Binding {
        void to(Rows.Binder binder) throws SQLException;
    }

    private void run(String sql, Binding binding) {
        ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.to(new Rows.Binder(connection, statement));
                return statement.execute();
            }
        });
    }

    private List<Promised> list(String sql, Binding binding) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.to(new Rows.Binder(connection, statement));
                List<Promised> found = new ArrayList<>();
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    found.add(new Promised(
                            Rows.member(rows),
                            Rows.wallet(rows),
                            Rows.optionalId(rows, "lot_id"),
                            rows.getInt("notice_days"),
                            rows.getLong("points"),
                            Rows.optionalInstant(rows, "planned_at")));
                }
                return found;
            }
        });
    }
}
