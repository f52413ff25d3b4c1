package io.steadfast.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.bench.product.Brand;
import io.steadfast.bench.product.Product;
import io.steadfast.ledger.store.ChainVerifier;
import io.steadfast.ledger.store.InvariantSql;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** CDNOW's first orders through the API alone, with a server that is killed in the middle of them. */
class KilledImportIT {

    private static final Path FILE = Path.of("../shared/data/cdnow-orders.csv");
    /** As many of the file's 69,659 as a look at a time allows; {@code -Dsteadfast.cdnow.orders=69659} takes them all. */
    private static final int ORDERS = Integer.getInteger("steadfast.cdnow.orders", 3_000);

    private static final int ALL = 69_659;
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final String NOW = "1998-07-01T03:59:00Z";
    private static final String HALF_A_YEAR_BEFORE = "1998-01-01T04:59:00Z";
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx768m");

    /** What every member came to, named as the file names them; the same whether what has lapsed is booked yet or not. */
    private static final String BOOKS = """
            SELECT i.value || ' ' || coalesce(a.points, 0) || ' ' || coalesce(e.entries, 0) || ' ' || coalesce(c.changes, 0)
                   || ' ' || coalesce(t.tiers, '') || ' ' || coalesce(o.orders, '') || ' ' || coalesce(r.receipts, 0)
              FROM member_identity i
              LEFT JOIN (SELECT member_id, sum(lifetime_points) AS points FROM account GROUP BY 1) a USING (member_id)
              LEFT JOIN (SELECT member_id, count(*) AS entries FROM entry WHERE kind = 'ACCRUAL' GROUP BY 1) e USING (member_id)
              LEFT JOIN (SELECT member_id, count(*) AS changes FROM metric_change GROUP BY 1) c USING (member_id)
              LEFT JOIN (SELECT member_id, string_agg(tier, ',') AS tiers FROM tier_standing GROUP BY 1) t USING (member_id)
              LEFT JOIN (SELECT member_id, string_agg(reference || ' ' || total_amount, ',' ORDER BY reference) AS orders
                           FROM purchase_order GROUP BY 1) o USING (member_id)
              LEFT JOIN (SELECT member_id, count(*) AS receipts FROM receipt GROUP BY 1) r USING (member_id)
             WHERE i.kind = 'EXTERNAL_ID' ORDER BY i.value
            """;

    private static final String TAKEN = """
            SELECT i.state || ' ' || sum(s.taken) FROM file_import AS i JOIN file_import_share AS s USING (import_id)
             GROUP BY i.import_id, i.state
            """;

    @Test
    void an_import_whose_server_is_killed_goes_on_by_itself_and_comes_to_the_same_figures() throws Exception {
        assumeTrue(Files.isReadable(FILE), "The file of CDNOW's orders isn't here: " + FILE);
        String csv = beginning();
        try (Product product =
                Product.in(Path.of("target/killed-import/home"), OPTIONS).start()) {
            Brand killed = sandbox(product, "killed");
            String job = send(killed, csv);
            Awaitility.await("the middle")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> job(killed, job).path("done").asLong() >= ORDERS / 10);
            product.kill();
            String[] standing = rows(killed, TAKEN).get(0).split(" ");
            assertThat(standing[0])
                    .as("killed in the middle, at " + standing[1])
                    .isEqualTo("RUNNING");
            assertThat(Long.parseLong(standing[1])).isBetween(ORDERS / 10L, ORDERS - 1L);

            product.start();
            Brand whole = sandbox(product, "whole");
            assertThat(job(killed, job).path("done").asLong()).isGreaterThanOrEqualTo(Long.parseLong(standing[1]));
            over(whole, send(whole, csv));
            over(killed, job);
            List<String> books = rows(killed, BOOKS);
            assertThat(books).hasSizeGreaterThan(800).isEqualTo(rows(whole, BOOKS));
            assertThat(summary(killed)).isEqualTo(summary(whole));
            over(killed, send(killed, csv));
            assertThat(rows(killed, BOOKS)).as("the same file once more").isEqualTo(books);
            hold(killed);
            if (ORDERS == ALL) {
                assertTable(killed);
            }
        }
    }

    /** What the trade's own paper comes to, by activity date, at the end and half a year before. */
    private static void assertTable(Brand brand) {
        Awaitility.await("what time has done is booked").atMost(PATIENCE).untilAsserted(() -> {
            JsonNode end = report(brand, NOW);
            assertThat(end.path("accrued").asLong()).isEqualTo(2_453_159);
            assertThat(end.path("expired").asLong()).isEqualTo(1_400_240);
            assertThat(end.path("outstanding").asLong()).isEqualTo(1_052_919);
            assertThat(end.at("/spend/0/amount").asLong()).isEqualTo(250_031_563);
            assertThat(tiers(end)).containsExactlyInAnyOrder(22_636L, 830L, 104L);
            assertThat(tiers(report(brand, HALF_A_YEAR_BEFORE))).containsExactlyInAnyOrder(22_687L, 781L, 102L);
        });
    }

    private static JsonNode report(Brand brand, String asOf) {
        return Brand.json(brand.get("/reports/summary?program=cdnow&asOf=" + asOf));
    }

    private static List<Long> tiers(JsonNode summary) {
        List<Long> members = new ArrayList<>();
        summary.path("membersByTier").forEach(count -> members.add(count.asLong()));
        return members;
    }

    private static String beginning() throws Exception {
        try (Stream<String> lines = Files.lines(FILE)) {
            return lines.limit(ORDERS + 1L).collect(Collectors.joining("\n", "", "\n"));
        }
    }

    /** A sandbox whose clock stands behind the last order of the file. */
    private static Brand sandbox(Product product, String slug) {
        JsonNode made = Brand.json(product.done(
                Product.PLATFORM_KEY, "POST", "/platform/v1/tenants", """
                {"slug": "%s", "name": "Brand %s", "sandbox": true, "currency": "USD", "zone": "America/New_York",
                 "locale": "en-US", "owner": {"email": "owner@%s.test", "name": "Olive Owner"}, "now": "%s"}
                """.formatted(slug, slug, slug, NOW)));
        Brand brand = new Brand(product, slug, made.path("apiKey").asText(), "t_" + slug);
        brand.post("/programs", "{\"code\": \"cdnow\", \"template\": \"CDNOW\"}");
        brand.post("/programs/cdnow/draft/publish", "{\"effectiveFrom\": \"1997-01-01T05:00:00Z\"}");
        return brand;
    }

    /** As {@code curl -F file=@cdnow-orders.csv -F kind=orders …} does it; the job's id. */
    private static String send(Brand brand, String csv) throws Exception {
        String boundary = "killed-import";
        StringBuilder form = new StringBuilder();
        List<String> fields = List.of("kind", "orders", "program", "cdnow", "mapping", "CDNOW");
        for (int at = 0; at < fields.size(); at += 2) {
            form.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, fields.get(at), fields.get(at + 1)));
        }
        form.append(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cdnow.csv\"\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(boundary, csv, boundary));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + brand.product().port() + "/api/v1/imports"))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + brand.key())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(form.toString(), StandardCharsets.UTF_8))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Brand.json(answer.body()).path("id").asText();
    }

    private static JsonNode job(Brand brand, String id) {
        return Brand.json(brand.get("/jobs/" + id));
    }

    private static void over(Brand brand, String id) {
        JsonNode job = Awaitility.await("the import of " + brand.slug())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> job(brand, id), one -> one.path("status").asText().matches("completed|failed"));
        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("completed");
        assertThat(job.path("done").asLong()).isEqualTo(ORDERS);
        assertThat(job.path("failed").asLong()).isZero();
    }

    private static String summary(Brand brand) {
        JsonNode summary = report(brand, NOW);
        assertThat(summary.path("accrued").asLong()).isPositive();
        return summary.path("accrued") + " " + summary.path("expired") + " " + summary.path("membersByTier") + " "
                + summary.path("spend");
    }

    private static List<String> rows(Brand brand, String sql) throws SQLException {
        try (Connection connection = brand.product().database().superuserIn(brand.schema());
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }

    private static void hold(Brand brand) throws SQLException {
        try (Connection connection = brand.product().database().superuserIn(brand.schema())) {
            assertThat(InvariantSql.violations(connection)).isEmpty();
            assertThat(ChainVerifier.firstTampered(connection)).isEmpty();
        }
    }
}
