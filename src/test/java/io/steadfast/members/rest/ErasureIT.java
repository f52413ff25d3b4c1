package io.steadfast.members.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestDatabase;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import io.steadfast.webhooks.Receiver;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** After an erasure nothing in the tenant's schema says who the member was, and the books still add up. */
class ErasureIT extends ClientTest {

    private static final List<String> PERSONAL = List.of(
            "Zebulonia Quill",
            "zebulonia.quill@example.test",
            "+447700901299",
            "zq-4711",
            "1987-06-05",
            "purple hat size",
            "form signed in ink",
            "spoke with her sister");

    private static TestTenant tenant() {
        return TestPrograms.sandboxWith(
                Instant.parse("2026-06-15T12:00:00Z"), "P1", Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static Map<String, Object> person() {
        return Map.of(
                "name",
                PERSONAL.get(0),
                "email",
                PERSONAL.get(1),
                "phone",
                PERSONAL.get(2),
                "externalId",
                PERSONAL.get(3),
                "birthday",
                PERSONAL.get(4),
                "joinedAt",
                "2026-01-05T10:00:00Z",
                "attributes",
                Map.of("hat", PERSONAL.get(5)),
                "consents",
                List.of(Map.of(
                        "purpose",
                        "marketing",
                        "channel",
                        "email",
                        "granted",
                        true,
                        "at",
                        "2026-01-05T10:00:00Z",
                        "source",
                        "store",
                        "textVersion",
                        "1",
                        "evidence",
                        PERSONAL.get(6))),
                "enrol",
                List.of(Map.of("program", "club", "channel", "app")));
    }

    private static void order(Api api, String member) {
        api.put(
                        "/orders/till/1",
                        Map.of(
                                "member",
                                Map.of("id", member),
                                "occurredAt",
                                "2026-02-01T10:00:00Z",
                                "currency",
                                "GBP",
                                "status",
                                "paid",
                                "lines",
                                List.of(Map.of("lineId", "1", "sku", "x", "quantity", 1, "amount", 4000))))
                .expect(201);
    }

    /** Each table and value that is still there, as text or as the bytes of a text. */
    private static List<String> found(TestTenant tenant) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection database = TestDatabase.superuser()) {
            String schema = text(
                            database,
                            "SELECT schema_name FROM steadfast_control.tenant WHERE slug = '" + tenant.slug() + "'")
                    .get(0);
            for (String table : text(database, "SELECT tablename FROM pg_tables WHERE schemaname = '" + schema + "'")) {
                for (String value : PERSONAL) {
                    String hex = HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
                    String sql = "SELECT count(*)::text FROM \"" + schema + "\".\"" + table
                            + "\" AS t WHERE strpos(t::text, ?) > 0 OR strpos(t::text, ?) > 0";
                    try (PreparedStatement count = database.prepareStatement(sql)) {
                        count.setString(1, value);
                        count.setString(2, hex);
                        try (ResultSet row = count.executeQuery()) {
                            row.next();
                            if (!row.getString(1).equals("0")) {
                                found.add(table + ": " + value);
                            }
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<String> text(Connection database, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (PreparedStatement statement = database.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    @Test
    void nothing_in_the_schema_says_who_an_erased_member_was() throws SQLException {
        TestTenant tenant = tenant();
        Api api = tenant.api();
        try (Receiver receiver = Receiver.open()) {
            receiver.answering(200);
            api.post("/webhook-endpoints", Map.of("url", receiver.url())).expect(201);
            String key = UUID.randomUUID().toString();
            JsonNode made = api.withIdempotencyKey(key)
                    .post("/members", person())
                    .expect(201)
                    .json();
            String id = made.path("id").asText();
            order(api, id);
            api.post(
                            "/adjustments",
                            Map.of(
                                    "memberId",
                                    id,
                                    "points",
                                    5,
                                    "kind",
                                    "goodwill",
                                    "reason",
                                    "SORRY",
                                    "note",
                                    PERSONAL.get(7)))
                    .expect(200);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> receiver.got().size() >= 2);
            assertThat(found(tenant)).hasSizeGreaterThan(PERSONAL.size());
            assertThat(api.get("/members/" + id + "/export").expect(200).body()).contains(PERSONAL);

            api.delete("/members/" + id).expect(204);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(found(tenant)).isEmpty());
            assertThat(api.get("/members/" + id).expect(404).code()).isEqualTo("MEMBER_UNKNOWN");
            assertThat(api.delete("/members/" + id).expect(404).code()).isEqualTo("MEMBER_UNKNOWN");
            assertThat(api.get("/members/" + id + "/export").status()).isEqualTo(404);
            assertThat(api.withIdempotencyKey(key)
                            .post("/members", person())
                            .expect(410)
                            .code())
                    .isEqualTo("MEMBER_ERASED");
            assertThat(api.get("/orders/till/1")
                            .expect(200)
                            .json()
                            .path("source")
                            .asText())
                    .isEqualTo("till");
            String entries = api.get("/exports/entries").expect(200).body();
            assertThat(entries).contains(",forfeit,-45,");
            // The identities are free for somebody else.
            api.post("/members", Map.of("email", PERSONAL.get(1), "name", "Another"))
                    .expect(201);
        }
    }

    private static String taken(Api api, String kind, String csv) {
        String job = api.postForm(
                        "/imports",
                        Map.of("kind", kind, "program", "club"),
                        "file.csv",
                        csv.getBytes(StandardCharsets.UTF_8))
                .expect(202)
                .json()
                .path("id")
                .asText();
        JsonNode over = Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(
                        () -> api.get("/jobs/" + job).expect(200).json(),
                        now -> now.path("status").asText().matches("completed|failed"));
        return over.path("status").asText() + " " + over.path("done").asText() + "/"
                + over.path("failed").asText();
    }

    @Test
    void what_files_said_about_an_erased_member_is_gone_too_from_the_books_as_well() throws SQLException {
        TestTenant tenant = tenant();
        Api api = tenant.api();
        String name = PERSONAL.get(0);
        String email = PERSONAL.get(1);
        String phone = PERSONAL.get(2);
        String external = PERSONAL.get(3);
        assertThat(taken(
                        api,
                        "members",
                        "externalId,phone,email,name,birthday\n" + external + "," + phone + "," + email + "," + name
                                + "," + PERSONAL.get(4) + "\nsomebody else," + phone + ",nowhere," + name + ",never\n"))
                .isEqualTo("completed 1/1");
        String points = ",500,2026-02-01\n";
        assertThat(taken(
                        api,
                        "balances",
                        "member.phone,member.email,member.externalId,points,earnedAt\n" + phone + ",," + points
                                + "," + email + "," + points + ",," + external + points + name + ",,"
                                + points))
                .isEqualTo("completed 3/1");
        assertThat(taken(
                        api,
                        "orders",
                        "reference,occurredAt,member.phone,amount\n1,2026-02-02," + phone + ",12.50\n2,never," + phone
                                + ",12.50\n"))
                .isEqualTo("completed 1/1");
        assertThat(found(tenant)).isNotEmpty();
        String id = api.get("/members?externalId=" + external)
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
        api.delete("/members/" + id).expect(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(found(tenant)).isEmpty());
        assertThat(api.get("/exports/entries").expect(200).body()).doesNotContain(phone, email, external);
    }

    @Test
    void a_member_whose_points_are_held_is_erased_after_the_checkout_only() {
        Api api = tenant().api();
        String id = api.post("/members", person()).expect(201).json().path("id").asText();
        order(api, id);
        api.post("/holds", Map.of("holdId", "h1", "memberId", id, "points", 10, "minutes", 5))
                .expect(201);
        assertThat(api.delete("/members/" + id).expect(409).code()).isEqualTo("POINTS_HELD");
        api.post("/holds/h1/release", "{}").expect(200);
        api.delete("/members/" + id).expect(204);
    }
}
