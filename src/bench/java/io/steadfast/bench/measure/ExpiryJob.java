package io.steadfast.bench.measure;

import io.steadfast.bench.product.Brand;
import io.steadfast.bench.product.Product;
import io.steadfast.bench.product.ProductDatabase;
import io.steadfast.bench.product.Waiting;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Many lots expire in one night: the product's job beside the same rows written by set-based SQL, and what orders of another
 * tenant feel of it. Each member has one lot, laid like one that the API made; what its expiry writes is looked at once.
 */
final class ExpiryJob {

    private static final Duration NIGHT = Duration.ofHours(3);
    private static final String DUE = "INSERT INTO steadfast_control.due_work (slug, kind, next_due)"
            + " VALUES ('%s', 'points_due', '2026-01-01T00:00:00Z')"
            + " ON CONFLICT (slug, kind) DO UPDATE SET next_due = EXCLUDED.next_due";
    private static final String SPENT = "SELECT count(*) FROM open_lot WHERE expires_at < 'infinity'";
    private static final String SHAPE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Product product;
    private final Duration slice;
    private final int lots;

    ExpiryJob(Product product, Duration slice, int lots) {
        this.product = product;
        this.slice = slice;
        this.lots = lots;
    }

    /**
     * What a night came to.
     *
     * @param product seconds, as is the floor
     * @param idle 99 of 100 orders took less, in microseconds, as were the busy ones
     */
    record Night(int lots, double product, double floor, double idle, double busy) {

        String line() {
            return String.format(
                    "%d lots expired: %.1f s, set-based SQL %.1f s, ratio %.2f; p99 of orders %.0f us idle, %.0f us meanwhile,"
                            + " ratio %.2f",
                    lots, product, floor, product / floor, idle, busy, busy / idle);
        }
    }

    Night measure(Work orders, double rate) throws Exception {
        Brand brand = Brand.make(product, "expiry");
        Catalogue.publish(brand, 1);
        Crowd crowd = Crowd.fill(brand, "p0", 1, lots);
        try (Connection connection = product.database().superuserIn(brand.schema())) {
            List<Traces.Written> grant = grantOne(connection, crowd);
            lay(connection, grant, crowd, 1, "n > 0");
            List<Traces.Written> expiry = expireOne(connection, crowd);
            double floor = floor(connection, expiry, crowd);
            Loop.Result idle = Loop.open(orders, 8, slice, rate);
            overdue(connection, "expires_at > '2027-01-01'");
            wake(connection, brand);
            long begin = System.nanoTime();
            Loop.Result busy = Loop.open(orders, 8, slice, rate);
            awaitNone(connection);
            return new Night(lots, (System.nanoTime() - begin) / 1e9, floor, idle.p99(), busy.p99());
        }
    }

    private static List<Traces.Written> grantOne(Connection connection, Crowd crowd) throws Exception {
        Traces traces = new Traces(connection);
        Map<String, Set<String>> known = traces.keys(crowd.id(0).toString());
        long mark = traces.mark();
        crowd.brand()
                .post(
                        "/adjustments",
                        "{\"memberId\": \"" + crowd.id(0)
                                + "\", \"points\": 100, \"kind\": \"goodwill\", \"reason\": \"BENCH\", \"note\": \"n\"}");
        return traces.since(mark, known);
    }

    private List<Traces.Written> expireOne(Connection connection, Crowd crowd) throws Exception {
        Traces traces = new Traces(connection);
        // Everybody's account is touched here: what the job writes is looked for afterwards.
        overdue(connection, "member_id = '" + crowd.id(0) + "'");
        Map<String, Set<String>> known = traces.keys(crowd.id(0).toString());
        long mark = traces.mark();
        wake(connection, crowd.brand());
        awaitNone(connection);
        List<Traces.Written> written = new ArrayList<>(traces.since(mark, known));
        written.removeIf(row -> row.table().name().equals("open_lot"));
        return written;
    }

    private static void overdue(Connection connection, String which) throws SQLException {
        run(connection, "UPDATE open_lot SET expires_at = '2026-01-02T00:00:00Z' WHERE " + which);
        run(connection, "UPDATE account SET next_expiry_at = '2026-01-02T00:00:00Z', inactivity_deadline = NULL");
    }

    private static void wake(Connection connection, Brand brand) throws SQLException {
        run(connection, DUE.formatted(brand.slug()));
    }

    private static void awaitNone(Connection connection) {
        boolean done = Waiting.until(NIGHT, () -> {
            try {
                return ProductDatabase.number(connection, SPENT + " AND expires_at < '2026-06-01'") == 0;
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
        if (!done) {
            throw new IllegalStateException("The lots don't expire");
        }
    }

    /** In one transaction that is taken back, so that the product's turn finds the same. */
    private double floor(Connection connection, List<Traces.Written> expiry, Crowd crowd) throws SQLException {
        connection.setAutoCommit(false);
        long begin = System.nanoTime();
        lay(connection, expiry, crowd, 2, "n > 0");
        run(connection, "DELETE FROM open_lot WHERE member_id <> '" + crowd.id(0) + "'");
        double seconds = (System.nanoTime() - begin) / 1e9;
        connection.rollback();
        connection.setAutoCommit(true);
        return seconds;
    }

    /** The rows of one member again for every other; changed rows are changed, new ones are made. */
    private void lay(Connection connection, List<Traces.Written> rows, Crowd crowd, int round, String which)
            throws SQLException {
        String own = crowd.id(0).toString();
        String member = "(overlay('" + own + "' placing lpad(to_hex(n), 12, '0') from 25))::uuid";
        for (Traces.Written row : rows) {
            List<String> values = new ArrayList<>();
            for (int column = 0; column < row.values().size(); column++) {
                values.add(expression(row, column, own, member, round));
            }
            if (row.isNew() && !isKept(row)) {
                run(
                        connection,
                        "INSERT INTO " + row.table().name() + " ("
                                + String.join(", ", row.table().columns()) + ") SELECT " + String.join(", ", values)
                                + " FROM generate_series(0, " + (lots - 1) + ") n WHERE " + which);
            } else if (!row.isNew() && row.table().columns().contains("member_id")) {
                run(connection, change(row, values, member, which));
            }
        }
    }

    /** A call's own rows are no member's. */
    private static boolean isKept(Traces.Written row) {
        return Set.of("idempotency", "outbox_pending").contains(row.table().name())
                || row.table().name().startsWith("audit");
    }

    private String change(Traces.Written row, List<String> values, String member, String which) {
        List<String> changes = new ArrayList<>();
        for (int column = 0; column < values.size(); column++) {
            String name = row.table().columns().get(column);
            if (!row.table().key().contains(name)) {
                changes.add(name + " = " + values.get(column));
            }
        }
        return "UPDATE " + row.table().name() + " t SET " + String.join(", ", changes) + " FROM generate_series(0, "
                + (lots - 1) + ") n WHERE " + which + " AND t.member_id = " + member;
    }

    /** The same value, ids told apart by the member's number. */
    private static String expression(Traces.Written row, int column, String own, String member, int round) {
        String value = row.values().get(column);
        String name = row.table().columns().get(column);
        if (value == null) {
            return "NULL";
        }
        if (value.equals(own)) {
            return member;
        }
        if (value.matches(SHAPE)) {
            return "(overlay(overlay('" + value + "' placing '" + round
                    + "' from 20) placing lpad(to_hex(n), 12, '0') from 25))::uuid";
        }
        if (name.equals("seq") && row.table().name().startsWith("outbox")) {
            return "1000000000 + " + round + " * 10000000 + n";
        }
        return "'" + value.replace("'", "''") + "'";
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
