package io.steadfast.bench.measure;

import io.steadfast.bench.product.Brand;
import io.steadfast.bench.product.Call;
import io.steadfast.bench.product.Product;
import io.steadfast.bench.product.ProductDatabase;
import io.steadfast.bench.product.Waiting;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * The tiers of many members are reviewed in one night, and everybody goes down. In a sandbox, whose clock is moved over the
 * end of the year; a second one with a single member shows what one review writes.
 */
final class ReviewJob {

    private static final Duration NIGHT = Duration.ofHours(3);
    private static final String START = "2025-01-01T00:00:00Z";
    private static final String BOUGHT = "2025-12-15T12:00:00Z";
    private static final String BEFORE = "2026-12-30T12:00:00Z";
    private static final String AFTER = "2027-01-02T12:00:00Z";
    private static final String ABOVE = "SELECT count(*) FROM tier_standing WHERE due_at <= '" + AFTER + "'";

    private final Product product;
    private final int members;

    ReviewJob(Product product, int members) {
        this.product = product;
        this.members = members;
    }

    Job measure(Job.Watch watch) throws Exception {
        Brand single = brand("review-1");
        Crowd one = Crowd.fill(single, "p0", 1, 1);
        List<Traces.Written> review;
        try (Connection connection = product.database().superuserIn(single.schema())) {
            buy(one);
            move(single, BEFORE);
            review = Traces.of(connection, one, () -> move(single, AFTER));
        }
        Brand brand = brand("review-all");
        Crowd crowd = Crowd.fill(brand, "p0", 1, members);
        try (Connection connection = product.database().superuserIn(brand.schema())) {
            List<Traces.Written> bought = Traces.of(connection, crowd, () -> buy(crowd));
            new Likeness(connection, crowd, 1, "o-0").lay(bought);
            move(brand, BEFORE);
            Job job = watch.measure(
                    "tiers reviewed",
                    members,
                    () -> {
                        move(brand, AFTER);
                        return brand;
                    },
                    () -> floor(connection, review, crowd));
            if (ProductDatabase.number(connection, ABOVE) > 0) {
                throw new IllegalStateException("Tiers are left that nobody reviewed");
            }
            return job;
        }
    }

    private Brand brand(String slug) {
        Brand brand = Brand.sandbox(product, slug, START);
        Catalogue.publishAtOnce(brand, START);
        move(brand, BOUGHT);
        return brand;
    }

    private static void buy(Crowd crowd) {
        crowd.brand().put("/orders/bench/o-0", """
                {"member": {"id": "%s"}, "occurredAt": "%s", "currency": "USD", "status": "paid",
                 "lines": [{"lineId": "1", "sku": "A", "quantity": 1, "amount": 40000}]}
                """.formatted(crowd.id(0), BOUGHT));
    }

    /** Returns when everything that falls due by then has happened. */
    private void move(Brand brand, String now) {
        String job = Brand.json(product.done(
                        Product.PLATFORM_KEY,
                        Call.change(
                                "PUT",
                                "/platform/v1/tenants/" + brand.slug() + "/clock",
                                UUID.randomUUID().toString(),
                                "{\"now\": \"" + now + "\"}")))
                .path("id")
                .asText();
        boolean done = Waiting.until(NIGHT, () -> {
            String status = Brand.json(product.done(Product.PLATFORM_KEY, Call.get("/platform/v1/jobs/" + job)))
                    .path("status")
                    .asText();
            if (status.equals("failed")) {
                throw new IllegalStateException("The clock doesn't move");
            }
            return status.equals("completed");
        });
        if (!done) {
            throw new IllegalStateException("The clock doesn't arrive");
        }
    }

    /** In one transaction that is taken back, so that the product's turn finds the same. */
    private static boolean floor(Connection connection, List<Traces.Written> review, Crowd crowd) throws SQLException {
        connection.setAutoCommit(false);
        new Likeness(connection, crowd, 2, "").lay(review);
        connection.rollback();
        connection.setAutoCommit(true);
        return true;
    }
}
