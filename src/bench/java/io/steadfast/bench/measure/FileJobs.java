package io.steadfast.bench.measure;

import io.steadfast.bench.product.Brand;
import io.steadfast.bench.product.FileUpload;
import io.steadfast.bench.product.Product;
import io.steadfast.bench.product.ProductDatabase;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/** Files taken in bulk, beside COPY of the same file and set-based SQL of the rows that it makes, with all their constraints. */
final class FileJobs {

    private final Product product;
    private final Path directory;
    private final int rows;

    FileJobs(Product product, Path directory, int rows) {
        this.product = product;
        this.directory = directory;
        this.rows = rows;
    }

    Job members(Job.Watch watch) throws Exception {
        Path file = directory.resolve("members.csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("externalId,email,name,joinedAt\n");
            for (int at = 0; at < rows; at++) {
                out.write("m-" + at + ",m-" + at + "@example.test,Member " + at + ",2026-01-15T10:00:00Z\n");
            }
        }
        Brand copied = brand("members-copied");
        Brand imported = brand("members-imported");
        return watch.measure(
                "members of a file taken",
                rows,
                () -> new FileUpload(imported).take(file, Map.of("kind", "members", "program", "p0"), rows),
                () -> {
                    try (Connection connection = product.database().superuserIn(copied.schema())) {
                        copy(connection, file, "a text, b text, c text, d text");
                        return Crowd.fill(copied, "p0", 1, rows);
                    }
                });
    }

    Job orders(Job.Watch watch) throws Exception {
        Brand brand = brand("orders-imported");
        Crowd crowd = Crowd.fill(brand, "p0", 1, rows);
        Path file = directory.resolve("orders.csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("reference,occurredAt,member.externalId,amount\n");
            for (int at = 1; at < rows; at++) {
                out.write("f-" + at + "," + java.time.Instant.now() + "," + crowd.externalId(at) + ",25.00\n");
            }
        }
        try (Connection connection = product.database().superuserIn(brand.schema())) {
            List<Traces.Written> order = Traces.of(
                    connection,
                    crowd,
                    () -> brand.put("/orders/import/ooo-0", """
                    {"member": {"id": "%s"}, "occurredAt": "%s", "currency": "USD", "status": "paid",
                     "lines": [{"lineId": "1", "sku": "A", "quantity": 1, "amount": 2500}]}
                    """.formatted(crowd.id(0), java.time.Instant.now())));
            return watch.measure(
                    "orders of a file taken",
                    rows,
                    () -> new FileUpload(brand)
                            .take(file, Map.of("kind", "orders", "program", "p0", "createMembers", "false"), rows - 1),
                    () -> {
                        connection.setAutoCommit(false);
                        copy(connection, file, "a text, b text, c text, d text");
                        new Likeness(connection, crowd, 1, "ooo-0").lay(order);
                        connection.rollback();
                        connection.setAutoCommit(true);
                        return order;
                    });
        }
    }

    private Brand brand(String slug) {
        Brand brand = Brand.make(product, slug);
        Catalogue.publish(brand, 1);
        return brand;
    }

    private static void copy(Connection connection, Path file, String columns) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                Reader in = Files.newBufferedReader(file)) {
            statement.execute("CREATE TEMP TABLE copied (" + columns + ") ON COMMIT PRESERVE ROWS");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY copied FROM STDIN WITH (FORMAT csv, HEADER)", in);
            ProductDatabase.number(connection, "SELECT count(*) FROM copied");
        }
    }
}
