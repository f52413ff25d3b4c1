package io.steadfast.ledger.store;

import io.steadfast.ledger.core.Inheritance;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is left with a member who was merged, and which lots of the survivor came of which. */
@ApplicationScoped
public class MergeStore {

    /** Of every open lot: what a hold keeps that has timed out is set free by the posting that hands all over. */
    private static final String LEFT = """
            SELECT o.lot_id, o.wallet, o.activity_at, nullif(o.activates_at, 'infinity') AS activates_at,
                   nullif(o.expires_at, 'infinity') AS expires_at, l.funder, p.notice_days, p.planned_at, p.ask_at
              FROM open_lot o JOIN lot l ON l.lot_id = o.lot_id
              LEFT JOIN lot_promise p ON p.lot_id = o.lot_id AND o.expires_at = 'infinity'
             WHERE o.member_id = ?
            """;

    /** With what came back of a lot when it had lapsed, wherever that was. */
    private static final String CAME_OF = """
            WITH RECURSIVE family (lot_id) AS (
                SELECT ?::uuid
                UNION
                SELECT n.lot_id FROM family f
                CROSS JOIN LATERAL (SELECT r.lot_id FROM lot r WHERE r.reinstates = f.lot_id
                                    UNION ALL
                                    SELECT m.lot_id FROM lot_move m WHERE m.from_lot = f.lot_id) n)
            SELECT l.lot_id FROM family f JOIN lot l ON l.lot_id = f.lot_id WHERE l.member_id = ?
            """;

    private static final String WAITING = """
            SELECT lot_id FROM open_lot WHERE lot_id = ANY (?) AND activates_at = 'infinity' AND pending_points > 0
             ORDER BY lot_id
            """;

    private static final String MOVED =
            "INSERT INTO lot_move (lot_id, from_lot) SELECT * FROM unnest(?::uuid[], ?::uuid[])";

    private static final String MERGED =
            "UPDATE standing SET merged_into = ? WHERE member_id = ? AND merged_into IS NULL";

    private static final String DEADLINES = """
            SELECT a.wallet, coalesce(a.inactivity_deadline, p.planned_at) AS deadline, a.inactivity_deadline IS NULL AS waits
              FROM account a LEFT JOIN account_promise p
                ON p.member_id = a.member_id AND p.wallet = a.wallet AND p.lapsed_at IS NULL
             WHERE a.member_id = ? AND coalesce(a.inactivity_deadline, p.planned_at) > ?
            """;

    @Inject
    private LedgerStore ledger;

    /**
     * A lot of which something is left, with the date of which its member is still to be told.
     *
     * @param plan of the notice; empty where none is owed
     */
    public record Left(UUID lot, WalletCode wallet, Inheritance.LotOrigin origin, Optional<Plan> plan) {}

    /** The notice that is owed of a lot. */
    public record Plan(int days, Optional<Instant> plannedAt, Optional<Instant> askAt) {

        /** The same for another lot. */
        public PromiseStore.LotPlan of(UUID lot, WalletCode wallet) {
            return new PromiseStore.LotPlan(new Withheld.Plan(lot, wallet, plannedAt), days, askAt);
        }
    }

    /** When an account lapses if nothing follows. */
    public record Deadline(WalletCode wallet, Instant at, Known known) {

        /** Whether the member was told, where they must be. */
        public enum Known {
            STANDS,
            WAITS
        }
    }

    public Map<UUID, Left> left(MemberId member) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LEFT)) {
                new Rows.Binder(connection, statement).value(member.value());
                Map<UUID, Left> left = new HashMap<>();
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    Left one = left(rows);
                    left.put(one.lot(), one);
                }
                return left;
            }
        });
    }

    private static Left left(ResultSet row) throws SQLException {
        int days = row.getInt("notice_days");
        Optional<Plan> plan = row.wasNull()
                ? Optional.empty()
                : Optional.of(
                        new Plan(days, Rows.optionalInstant(row, "planned_at"), Rows.optionalInstant(row, "ask_at")));
        return new Left(
                Rows.id(row, "lot_id"),
                Rows.wallet(row),
                new Inheritance.LotOrigin(
                        Rows.instant(row, "activity_at"),
                        Rows.optionalInstant(row, "activates_at"),
                        Rows.optionalInstant(row, "expires_at"),
                        row.getString("funder")),
                plan);
    }

    /** Lots of the survivor that came of a lot, whoever's that was. */
    public Set<UUID> cameOf(UUID lot, MemberId survivor) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CAME_OF)) {
                new Rows.Binder(connection, statement).value(lot).value(survivor.value());
                Set<UUID> lots = new HashSet<>();
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    lots.add(Rows.id(rows, "lot_id"));
                }
                return lots;
            }
        });
    }

    /** Those of these lots that wait for an event. */
    public List<UUID> waiting(Set<UUID> lots) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(WAITING)) {
                new Rows.Binder(connection, statement).ids(lots);
                List<UUID> waiting = new ArrayList<>();
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    waiting.add(Rows.id(rows, "lot_id"));
                }
                return waiting;
            }
        });
    }

    /** Remembers of which lot each lot of the survivor came, in the same order. */
    public void moved(List<UUID> lots, List<UUID> from) {
        ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(MOVED)) {
                new Rows.Binder(connection, statement).ids(lots).ids(from);
                return statement.executeUpdate();
            }
        });
    }

    /** From now on who posts for the source posts for the survivor; both are locked. */
    public void merge(MemberId source, MemberId survivor) {
        HeldMember held = ledger.held(source);
        ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(MERGED)) {
                new Rows.Binder(connection, statement).value(survivor.value()).value(source.value());
                if (statement.executeUpdate() != 1) {
                    throw new IllegalStateException("Member " + source + " is merged already");
                }
                return held;
            }
        });
        held.mergedInto(survivor);
    }

    /** When the member's accounts lapse if nothing follows, those that are still to lapse. */
    public List<Deadline> deadlines(MemberId member, Instant now) {
        return ledger.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(DEADLINES)) {
                new Rows.Binder(connection, statement).value(member.value()).value(now);
                List<Deadline> deadlines = new ArrayList<>();
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    deadlines.add(new Deadline(
                            Rows.wallet(rows),
                            Rows.instant(rows, "deadline"),
                            rows.getBoolean("waits") ? Deadline.Known.WAITS : Deadline.Known.STANDS));
                }
                return deadlines;
            }
        });
    }

    /** Every wallet in which a locked member has an account with anything that can be handed over. */
    public Set<WalletCode> wallets(MemberId member) {
        Set<WalletCode> wallets = new HashSet<>();
        ledger.held(member).accounts().forEach((wallet, account) -> {
            if (account.debt() != 0 || account.balance().lifetime() != 0) {
                wallets.add(wallet);
            }
        });
        return wallets;
    }
}
