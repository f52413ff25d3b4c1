package io.steadfast.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestDatabase;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a caller meets at the edges of a call: its id, its limits, its size, and itself a second time. */
class EdgesIT extends ClientTest {

    private static final int MEBIBYTE = 1024 * 1024;

    private final TestTenant tenant = TestPrograms.sandboxWith(
            Instant.parse("2026-06-15T12:00:00Z"), "P1", Instant.parse("2026-01-01T00:00:00Z"));
    private final Api api = tenant.api();

    private String member() {
        return api.post(
                        "/members",
                        Map.of("externalId", "C-1", "enrol", List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    @Test
    void a_calls_id_is_the_callers_where_it_is_well_formed_and_another_one_otherwise() {
        assertThat(api.withHeader("X-Request-Id", "till-7.8_9").get("/stores").header("X-Request-Id"))
                .isEqualTo("till-7.8_9");
        Api.Answer problem =
                api.withHeader("X-Request-Id", "no spaces").get("/members/x").expect(404);
        assertThat(problem.header("X-Request-Id")).isNotBlank().isNotEqualTo("no spaces");
        assertThat(problem.json().path("requestId").asText()).isEqualTo(problem.header("X-Request-Id"));
        assertThat(api.withHeader("X-Request-Id", "x".repeat(65))
                        .get("/members")
                        .header("X-Request-Id"))
                .hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void every_answer_to_a_key_says_where_its_limits_stand() {
        Api.Answer first = api.get("/stores").expect(200);
        assertThat(first.header("RateLimit-Policy")).matches("\"key\";q=\\d+;w=60, \"tenant\";q=\\d+;w=60");
        assertThat(first.header("RateLimit")).matches("\"(key|tenant)\";r=\\d+;t=\\d+");
        assertThat(api.get("/members/x").expect(404).header("RateLimit")).isNotBlank();
    }

    @Test
    void a_body_of_more_than_a_mebibyte_is_refused_by_name_and_one_of_just_less_is_read() {
        String name = "n".repeat(MEBIBYTE);
        assertThat(api.post("/members", Map.of("name", name)).expect(400).code())
                .isEqualTo("BODY_TOO_LARGE");
        Api.Answer read =
                api.post("/members", Map.of("name", name.substring(100))).expect(400);
        assertThat(read.errorAt("name")).isNotBlank();
    }

    @Test
    void who_repeats_a_call_that_is_under_way_waits_is_told_to_come_back_and_gets_its_answer_then() throws Exception {
        String member = member();
        Api once = api.withIdempotencyKey("once");
        Map<String, Object> goodwill =
                Map.of("memberId", member, "points", 5, "kind", "goodwill", "reason", "TEST", "note", "n");
        CompletableFuture<Api.Answer> first;
        try (Connection connection = TestDatabase.superuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET search_path = t_" + tenant.slug().replace('-', '_'));
            statement.execute("SELECT 1 FROM standing WHERE member_id = '" + member + "' FOR UPDATE");
            first = CompletableFuture.supplyAsync(() -> once.post("/adjustments", goodwill));
            Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> waits(statement));
            Api.Answer second = once.post("/adjustments", goodwill).expect(409);
            assertThat(second.code()).isEqualTo("IDEMPOTENCY_KEY_IN_PROGRESS");
            assertThat(Integer.parseInt(second.header("Retry-After"))).isPositive();
            connection.rollback();
        }
        Api.Answer done = first.get(30, TimeUnit.SECONDS).expect(200);
        Api.Answer again = once.post("/adjustments", goodwill).expect(200);
        assertThat(again.body()).isEqualTo(done.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void points_for_one_of_several_wallets_need_its_name() {
        TestPrograms.publish(tenant, "second", "P1", Instant.parse("2026-01-01T00:00:00Z"));
        String member = api.post(
                        "/members",
                        Map.of(
                                "externalId",
                                "C-2",
                                "enrol",
                                List.of(
                                        Map.of("program", "club", "channel", "shop"),
                                        Map.of("program", "second", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        Map<String, Object> goodwill =
                Map.of("memberId", member, "points", 5, "kind", "goodwill", "reason", "TEST", "note", "n");
        assertThat(api.post("/adjustments", goodwill).expect(422).code()).isEqualTo("WALLET_AMBIGUOUS");
    }

    private static boolean waits(Statement statement) throws Exception {
        try (var row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                + " AND query LIKE '%standing%' AND pid <> pg_backend_pid()")) {
            row.next();
            return row.getLong(1) > 0;
        }
    }
}
