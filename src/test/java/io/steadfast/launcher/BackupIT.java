package io.steadfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.bench.product.Brand;
import io.steadfast.bench.product.Call;
import io.steadfast.bench.product.HttpLine;
import io.steadfast.bench.product.Product;
import io.steadfast.ledger.store.ChainVerifier;
import io.steadfast.ledger.store.InvariantSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A backup is taken while orders come in; the database is lost; what is restored is the books as they were. */
class BackupIT {

    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx768m");

    private final Path home = Path.of("target/backup/home").toAbsolutePath();
    private final Path file = home.resolveSibling("books.tar.gz");

    @Test
    void whatWasAcknowledgedBeforeABackupUnderLoadIsThereAfterARestoreAndTheBooksTie() throws Exception {
        Files.createDirectories(home);
        Files.deleteIfExists(file);
        try (Product product = Product.in(home, OPTIONS).start()) {
            Brand brand = Brand.make(product, "kept");
            brand.publish("club", "P2");
            Orders orders = new Orders(brand);
            orders.awaitAtLeast(30);
            Set<String> before = Set.copyOf(orders.acknowledged);
            assertThat(command("backup")).as("exit code of backup").isZero();
            int during = orders.acknowledged.size();
            assertThat(during).as("orders went on while it was taken").isGreaterThan(before.size());
            orders.awaitAtLeast(during + 10);
            orders.stop();
            Map<String, String> lost = entries(brand);
            product.stop();

            Files.move(home.resolve("postgresql/data"), home.resolveSibling("lost-" + System.nanoTime()));
            Files.delete(home.resolve("database-passwords.properties"));
            assertThat(command("restore")).as("exit code of restore").isZero();
            product.start();

            assertThat(references(brand)).containsAll(before);
            assertThat(entries(brand)).hasSizeGreaterThanOrEqualTo(before.size());
            assertThat(lost).as("what is there was there, hash for hash").containsAllEntriesOf(entries(brand));
            try (Connection connection = product.database().superuserIn(brand.schema())) {
                assertThat(InvariantSql.violations(connection)).isEmpty();
                assertThat(ChainVerifier.firstTampered(connection)).isEmpty();
            }
            new Orders(brand).awaitAtLeast(5).stop();
        }
    }

    @Test
    void aRestoreOverwritesNothingAndAHalfFileIsRefused() throws Exception {
        Path other = Files.createDirectories(home.resolveSibling("other"));
        Path half = Files.write(other.resolveSibling("half.tar.gz"), new byte[] {31, (byte) 139, 8, 0});
        assertThat(run(other, "restore", half)).isEqualTo(1);
        assertThat(other.resolve("postgresql/data")).doesNotExist();
        Files.createDirectories(other.resolve("postgresql/data"));
        assertThat(run(other, "restore", half)).isEqualTo(1);
        assertThat(run(other, "backup", other.resolve("x")))
                .as("nothing runs there")
                .isEqualTo(1);
    }

    private int command(String name) throws IOException, InterruptedException {
        return run(home, name, file);
    }

    private static int run(Path home, String command, Path file) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        ProductProcess.java(), "-jar", "target/steadfast.jar", command, file.toString())
                .inheritIO();
        builder.environment().put("STEADFAST_HOME", home.toString());
        return builder.start().waitFor();
    }

    private static Map<String, String> entries(Brand brand) throws SQLException {
        return pairs(brand, "SELECT entry_id, encode(hash, 'hex') FROM entry");
    }

    private static Set<String> references(Brand brand) throws SQLException {
        return pairs(brand, "SELECT reference, source FROM purchase_order").keySet();
    }

    private static Map<String, String> pairs(Brand brand, String sql) throws SQLException {
        Map<String, String> pairs = new HashMap<>();
        try (Connection connection = brand.product().database().superuserIn(brand.schema());
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                pairs.put(row.getString(1), row.getString(2));
            }
        }
        return pairs;
    }

    /** A till that sends one order after the other. */
    private static final class Orders {

        private final List<String> acknowledged = new CopyOnWriteArrayList<>();
        private final List<Exception> failures = new ArrayList<>();
        private final AtomicBoolean stopping = new AtomicBoolean();
        private final Thread thread;

        Orders(Brand brand) {
            thread = new Thread(() -> send(brand));
            thread.start();
        }

        private void send(Brand brand) {
            String member = brand.post("/members", "{\"enrol\": [{\"program\": \"club\", \"channel\": \"shop\"}]}")
                    .path("id")
                    .asText();
            try (HttpLine line = brand.product().line(brand.key())) {
                while (!stopping.get()) {
                    String reference = "r-" + System.nanoTime();
                    line.send(Call.change("PUT", "/api/v1/orders/till/" + reference, reference, order(member)))
                            .expected();
                    acknowledged.add(reference);
                }
            } catch (IOException | RuntimeException failure) {
                failures.add(failure);
            }
        }

        private static String order(String member) {
            return """
                    {"member": {"id": "%s"}, "occurredAt": "%s", "currency": "USD", "status": "paid",
                     "lines": [{"lineId": "1", "sku": "A", "quantity": 1, "amount": 4000}]}
                    """.formatted(member, Instant.now());
        }

        Orders awaitAtLeast(int orders) {
            Awaitility.await("orders are acknowledged")
                    .atMost(Duration.ofSeconds(120))
                    .until(() -> acknowledged.size() >= orders);
            return this;
        }

        void stop() throws InterruptedException {
            stopping.set(true);
            thread.join();
            assertThat(failures).isEmpty();
        }
    }
}
