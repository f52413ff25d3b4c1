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

/**
 * Many lots expire in one night. Each member has one lot, laid like one that the API made; what its expiry writes is looked at
 * once, and laid again as the floor.
 */
final class ExpiryJob {

    private static final Duration NIGHT = Duration.ofHours(3);
    private static final String DUE = "INSERT INTO steadfast_control.due_work (slug, kind, next_due)"
            + " VALUES ('%s', 'points_due', '2026-01-01T00:00:00Z')"
            + " ON CONFLICT (slug, kind) DO UPDATE SET next_due = EXCLUDED.next_due";
    private static final String SPENT = "SELECT count(*) FROM open_lot WHERE expires_at < '2026-06-01'";

    private final Product product;
    private final int lots;

    ExpiryJob(Product product, int lots) {
        this.product = product;
        this.lots = lots;
    }

    Job measure(Job.Watch watch) throws Exception {
        Brand brand = Brand.make(product, "expiry");
        Catalogue.publish(brand, 1);
        Crowd crowd = Crowd.fill(brand, "p0", 1, lots);
        try (Connection connection = product.database().superuserIn(brand.schema())) {
            List<Traces.Written> grant = Traces.of(connection, crowd, () -> grantOne(crowd));
            new Likeness(connection, crowd, 1, "").lay(grant);
            List<Traces.Written> expiry = expireOne(connection, crowd);
            return watch.measure(
                    "lots expired",
                    lots,
                    () -> {
                        overdue(connection, "expires_at > '2027-01-01'");
                        wake(connection, brand);
                        return awaitNone(connection);
                    },
                    () -> floor(connection, expiry, crowd));
        }
    }

    private static void grantOne(Crowd crowd) {
        crowd.brand()
                .post(
                        "/adjustments",
                        "{\"memberId\": \"" + crowd.id(0)
                                + "\", \"points\": 100, \"kind\": \"goodwill\", \"reason\": \"BENCH\", \"note\": \"n\"}");
    }

    private static List<Traces.Written> expireOne(Connection connection, Crowd crowd) throws Exception {
        // Everybody's account is touched here: what the job writes is looked for afterwards.
        overdue(connection, "member_id = '" + crowd.id(0) + "'");
        List<Traces.Written> written = new ArrayList<>(Traces.of(connection, crowd, () -> {
            wake(connection, crowd.brand());
            awaitNone(connection);
        }));
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

    private static boolean awaitNone(Connection connection) {
        boolean done = Waiting.until(NIGHT, () -> {
            try {
                return ProductDatabase.number(connection, SPENT) == 0;
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
        if (!done) {
            throw new IllegalStateException("The lots don't expire");
        }
        return done;
    }

    /** In one transaction that is taken back, so that the product's turn finds the same. */
    private static boolean floor(Connection connection, List<Traces.Written> expiry, Crowd crowd) throws SQLException {
        connection.setAutoCommit(false);
        new Likeness(connection, crowd, 2, "").lay(expiry);
        run(connection, "DELETE FROM open_lot WHERE member_id <> '" + crowd.id(0) + "'");
        connection.rollback();
        connection.setAutoCommit(true);
        return true;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
