package io.steadfast.bench.measure;

import io.steadfast.bench.product.Product;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** The bare minimum that earning could be: four narrow rows and one balance, in two round trips. */
final class BareRows implements Work {

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final int MEMBERS = 100_000;

    private final Product product;

    BareRows(Product product) throws SQLException {
        this.product = product;
        try (Connection connection = product.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS bare");
            for (String table : new String[] {"orders", "entry", "lot", "event"}) {
                statement.execute(
                        "CREATE TABLE IF NOT EXISTS bare." + table
                                + " (id bigint PRIMARY KEY, member bigint NOT NULL, points bigint NOT NULL, at timestamptz NOT NULL)");
            }
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS bare.balance (member bigint PRIMARY KEY, points bigint NOT NULL)"
                            + " WITH (fillfactor = 50)");
            statement.execute("INSERT INTO bare.balance SELECT n, 0 FROM generate_series(0, " + (MEMBERS - 1)
                    + ") n ON CONFLICT DO NOTHING");
        }
    }

    @Override
    public Worker open() throws SQLException {
        Connection connection = product.database().superuserIn("bare");
        connection.setAutoCommit(false);
        String insert = " (id, member, points, at) VALUES (?, ?, 10, '2026-11-01T00:00:00Z');";
        PreparedStatement write = connection.prepareStatement(
                "INSERT INTO orders" + insert + "INSERT INTO entry" + insert + "INSERT INTO lot" + insert
                        + "INSERT INTO event" + insert + "UPDATE balance SET points = points + 10 WHERE member = ?");
        Random random = new Random(NUMBERS.incrementAndGet());
        return new Worker() {
            @Override
            public void once() throws SQLException {
                long number = NUMBERS.incrementAndGet();
                long member = random.nextInt(MEMBERS);
                for (int at = 1; at <= 7; at += 2) {
                    write.setLong(at, number);
                    write.setLong(at + 1, member);
                }
                write.setLong(9, member);
                write.execute();
                connection.commit();
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }
}
