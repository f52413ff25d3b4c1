package io.steadfast.bench.crash;

import io.steadfast.bench.product.Brand;
import io.steadfast.bench.product.HttpLine;
import io.steadfast.bench.product.Reply;
import io.steadfast.ledger.store.ChainVerifier;
import io.steadfast.ledger.store.InvariantSql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Holds what the brand's systems were told against what the database says. */
final class Verdict {

    private static final int SHOWN = 5;

    private static final String EVENTS =
            "SELECT event_id, coalesce(member_id, '00000000-0000-0000-0000-000000000000') AS lane, seq FROM outbox_event"
                    + " WHERE seq > ? ORDER BY 2, seq";

    private static final String EVENTS_OF = "SELECT count(*) FROM outbox_event WHERE type = '%s'";

    private final Brand brand;
    private final Journal journal;
    private final List<String> lines = new ArrayList<>();
    private int violations;

    Verdict(Brand brand, Journal journal) {
        this.brand = brand;
        this.journal = journal;
    }

    List<String> lines() {
        return lines;
    }

    int violations() {
        return violations;
    }

    private void count(String what, List<String> found) {
        violations += found.size();
        lines.add(String.format("%-58s %8d", what, found.size()));
        found.stream().limit(SHOWN).forEach(each -> lines.add("    " + each));
    }

    /** Everything but the events. */
    void judge() throws SQLException {
        try (Connection connection = brand.product().database().superuserIn(brand.schema())) {
            List<String> broken = new ArrayList<>();
            InvariantSql.violations(connection).forEach(violation -> broken.add(violation.toString()));
            count("invariants broken", broken);
            List<String> tampered = new ArrayList<>();
            ChainVerifier.firstTampered(connection).ifPresent(row -> tampered.add(row.toString()));
            count("hash chains broken", tampered);
            count("answers that no fault explains", journal.surprises());
            keys(connection);
            records(connection);
            points(connection);
        }
        replays();
    }

    /** Each acknowledged key stands once with the status that was told; a key nobody knows of was carried out by a ghost. */
    private void keys(Connection connection) throws SQLException {
        Map<String, Integer> kept = new HashMap<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT key, status FROM idempotency WHERE key LIKE 'key-%'");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                kept.put(row.getString(1), row.getInt(2));
            }
        }
        List<String> lost = new ArrayList<>();
        for (Request request : journal.requests()) {
            Integer status = kept.remove(request.key());
            if (status == null || status != request.status()) {
                lost.add(request.kind + " " + request.key() + ": told " + request.status() + ", kept " + status);
            }
        }
        count("acknowledged requests lost", lost);
        count("kept answers that nobody was given", List.copyOf(kept.keySet()));
    }

    /** What each kind of request writes is there as often as requests of that kind were carried out. */
    private void records(Connection connection) throws SQLException {
        List<String> wrong = new ArrayList<>();
        compare(connection, wrong, Request.Kind.MEMBER, "SELECT count(*) FROM member");
        compare(connection, wrong, Request.Kind.ORDER, "SELECT count(*) FROM purchase_order WHERE source = 'crash'");
        compare(
                connection,
                wrong,
                Request.Kind.RETURN,
                "SELECT count(*) - (SELECT count(*) FROM purchase_order) FROM receipt WHERE subject_kind = 'ORDER'");
        compare(connection, wrong, Request.Kind.REDEMPTION, "SELECT count(*) FROM redemption");
        count("requests applied twice, or never", wrong);
        List<String> untold = new ArrayList<>();
        compare(connection, untold, Request.Kind.MEMBER, EVENTS_OF.formatted("member.enrolled"));
        compare(connection, untold, Request.Kind.ORDER, EVENTS_OF.formatted("points.accrued"));
        compare(connection, untold, Request.Kind.REDEMPTION, EVENTS_OF.formatted("points.redeemed"));
        count("requests without their event, or with two", untold);
        Set<String> standing = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT redemption_id FROM redemption");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                standing.add(row.getString(1));
            }
        }
        count(
                "redemptions told of that aren't there",
                journal.redemptions().stream()
                        .filter(id -> !standing.contains(id))
                        .toList());
    }

    private void compare(Connection connection, List<String> wrong, Request.Kind kind, String sql) throws SQLException {
        long told = journal.requests().stream()
                .filter(request -> request.kind == kind && request.wasCarriedOut())
                .count();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            if (row.getLong(1) != told) {
                wrong.add(kind + ": told " + told + ", in the database " + row.getLong(1));
            }
        }
    }

    /** What the answers add up to is what each member has. */
    private void points(Connection connection) throws SQLException {
        Map<String, Long> booked = new HashMap<>();
        String sql =
                "SELECT member_id, sum(active_points + pending_points - debt_points) FROM account GROUP BY member_id";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                booked.put(row.getString(1), row.getLong(2));
            }
        }
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, AtomicLong> member : journal.points().entrySet()) {
            long has = booked.getOrDefault(member.getKey(), 0L);
            if (has != member.getValue().get()) {
                wrong.add("member " + member.getKey() + ": told " + member.getValue() + ", has " + has);
            }
        }
        count("members whose points aren't what was told", wrong);
    }

    /** Asked again under its key each request is answered as the first time, to the byte. */
    private void replays() {
        List<String> different = new ArrayList<>();
        try (HttpLine line = brand.product().line(brand.key())) {
            for (Request request : journal.requests()) {
                Reply reply = line.send(request.call);
                if (!reply.replayed() || !request.isAnsweredEqually(reply)) {
                    different.add(request.kind + " " + request.key() + ": " + request.status() + ", now "
                            + reply.status() + (reply.replayed() ? " replayed" : " anew"));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        count("replays that differ", different);
    }

    /**
     * Every event since the endpoint was made has arrived, and the events of one member in their order.
     *
     * @param since the last event before it
     */
    void judgeEvents(Inbox inbox, long since, Set<String> claimed) throws SQLException {
        Map<String, Long> arrivals = inbox.firstArrivals();
        List<String> missing = new ArrayList<>();
        List<String> early = new ArrayList<>();
        String lane = "";
        long last = 0;
        long events = 0;
        try (Connection connection = brand.product().database().superuserIn(brand.schema());
                PreparedStatement statement = connection.prepareStatement(EVENTS)) {
            statement.setLong(1, since);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    events++;
                    if (!row.getString("lane").equals(lane)) {
                        lane = row.getString("lane");
                        last = 0;
                    }
                    Long arrival = arrivals.get(row.getString("event_id"));
                    if (arrival == null && !claimed.contains(lane)) {
                        missing.add("event " + row.getString("event_id") + " of " + lane);
                    } else if (arrival != null && arrival < last) {
                        early.add("event " + row.getString("event_id") + " of " + lane);
                    }
                    last = arrival == null ? Long.MAX_VALUE : arrival;
                }
            }
        }
        count("events that never arrived, of " + events, missing);
        count("events that arrived before an earlier one", early);
    }
}
