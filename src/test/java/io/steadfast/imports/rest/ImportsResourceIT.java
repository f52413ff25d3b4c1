package io.steadfast.imports.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ImportsResourceIT extends ClientTest {

    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private static TestTenant tiered() {
        TestTenant tenant =
                TestTenants.make(Map.of("now", NOW.toString(), "currency", "USD", "zone", "America/New_York"));
        TestPrograms.publish(tenant, "club", "P2", START);
        return tenant;
    }

    private static Api.Answer sent(Api api, String csv, String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int at = 0; at < fields.length; at += 2) {
            form.put(fields[at], fields[at + 1]);
        }
        return api.postForm("/imports", form, "文件.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    /** The job once it is over. */
    private static JsonNode taken(Api api, String csv, String... fields) {
        String id = sent(api, csv, fields).expect(202).json().path("id").asText();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> api.get("/jobs/" + id).expect(200).json(),
                        job -> job.path("status").asText().matches("completed|failed"));
    }

    private static String figures(JsonNode job) {
        return job.path("status").asText() + " " + job.path("total").asText() + "/"
                + job.path("done").asText() + "/" + job.path("failed").asText();
    }

    private static String member(Api api, String externalId) {
        return api.get("/members?externalId=" + externalId)
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
    }

    private static long spendable(Api api, String externalId) {
        return api.get("/members/" + member(api, externalId) + "/balance")
                .expect(200)
                .json()
                .at("/wallets/0/spendable")
                .asLong();
    }

    @Test
    void orders_are_taken_in_their_order_whoever_is_new_is_enrolled_and_a_second_time_nothing_changes() {
        TestTenant tenant = tiered();
        Api api = tenant.api();
        String csv = "reference,ordered_on,who,amount\n"
                + "2,2026-02-02,anna,10.00\n1,2026-01-15,anna,350.00\n3,2026-03-01,bob,9.99\n";
        String mapping = "{\"occurredAt\":\"ordered_on\",\"member.externalId\":\"who\"}";
        String[] how = {"kind", "orders", "program", "club", "mapping", mapping};
        assertThat(figures(taken(api, csv, how))).isEqualTo("completed 3/3/0");
        // 350.00 at Insider's rate, then 10.00 at VIB's: 350 + 12; the other way round it would be 10.
        assertThat(spendable(api, "anna")).isEqualTo(362);
        JsonNode anna = api.get("/members/" + member(api, "anna")).expect(200).json();
        assertThat(anna.at("/programs/0/enrolledAt").asText()).startsWith("2026-01-15T08:00:00");
        String entries = api.get("/members/" + member(api, "anna") + "/entries")
                .expect(200)
                .body();
        assertThat(figures(taken(api, csv, how))).isEqualTo("completed 3/3/0");
        assertThat(api.get("/members/" + member(api, "anna") + "/entries")
                        .expect(200)
                        .body())
                .isEqualTo(entries);
        assertThat(api.get("/imports").expect(200).json().path("items")).hasSize(2);
    }

    @Test
    void rows_that_cant_be_taken_are_listed_by_line_and_hold_up_nobody() {
        Api api = tiered().api();
        String csv = "reference;occurredAt;member.externalId;amount\r\n"
                + "1;2026-01-15;anna;350,00\r\n"
                + "2;15.01.2026;anna;1,00\r\n"
                + "1;2026-01-16;anna;5,00\r\n"
                + ";2026-01-17;anna;5,00\r\n"
                + "5;2027-01-01;anna;5,00\r\n"
                + "6;2026-01-18;anna;0,005\r\n";
        JsonNode job = taken(api, csv, "kind", "orders", "program", "club");
        assertThat(figures(job)).isEqualTo("completed 6/1/5");
        String errors = api.get("/jobs/" + job.path("id").asText() + "/errors.csv")
                .expect(200)
                .body();
        assertThat(errors.lines().skip(1).map(line -> line.split(",", -1)[0] + " " + line.split(",", -1)[2]))
                .containsExactly(
                        "3 NOT_A_DAY",
                        "4 REFERENCE_REPEATED",
                        "5 VALUE_MISSING",
                        "6 OCCURRED_IN_FUTURE",
                        "7 AMOUNT_TOO_FINE");
        String chinese = api.withHeader("Accept-Language", "zh-CN")
                .get("/jobs/" + job.path("id").asText() + "/errors.csv")
                .expect(200)
                .body();
        assertThat(chinese).contains("此值必填");
        assertThat(spendable(api, "anna")).isEqualTo(350);
    }

    @Test
    void a_dry_run_says_what_would_be_and_leaves_nothing() {
        Api api = tiered().api();
        String csv =
                "reference,occurredAt,member.externalId,amount\n1,2026-01-15,anna,350.00\n2,2027-01-15,anna,1.00\n";
        JsonNode job = taken(api, csv, "kind", "orders", "program", "club", "dryRun", "true");
        assertThat(figures(job)).isEqualTo("completed 2/1/1");
        assertThat(job.path("dryRun").asBoolean()).isTrue();
        assertThat(api.get("/members?externalId=anna").expect(200).json().path("items"))
                .isEmpty();
        assertThat(api.get("/orders/import/1").expect(404).code()).isEqualTo("ORDER_UNKNOWN");
    }

    @Test
    void members_are_made_changed_and_enrolled_with_chinese_names_and_attributes() {
        Api api = tiered().api();
        String csv = "\uFEFFexternalId;name;email;joinedAt;birthday;attributes.likes\r\n"
                + "1;王芳;fang@example.test;2024-05-01;1990/2/28;tea;\r\n2;=\"李雷\";;2024-05-02;;\r\n";
        String quoted = csv.replace("tea;", "\"tea;chess\"");
        assertThat(figures(taken(api, quoted, "kind", "members", "program", "club")))
                .isEqualTo("completed 2/2/0");
        JsonNode fang = api.get("/members/" + member(api, "1")).expect(200).json();
        assertThat(fang.path("name").asText()).isEqualTo("王芳");
        assertThat(fang.path("birthday").asText()).isEqualTo("1990-02-28");
        assertThat(fang.at("/attributes/likes")).hasSize(2);
        assertThat(fang.at("/programs/0/program").asText()).isEqualTo("club");
        assertThat(api.get("/members?q=%E6%9D%8E%E9%9B%B7").expect(200).json().path("items"))
                .hasSize(1);
        String again = "externalId,email\n1,wang@example.test\n3,not an address\n";
        JsonNode job = taken(api, again, "kind", "members");
        assertThat(figures(job)).isEqualTo("completed 2/1/1");
        JsonNode changed = api.get("/members/" + member(api, "1")).expect(200).json();
        assertThat(changed.path("email").asText()).isEqualTo("wang@example.test");
        assertThat(changed.path("name").asText()).isEqualTo("王芳");
        assertThat(figures(taken(api, "externalId\n9\n", "kind", "members", "createMembers", "false")))
                .isEqualTo("completed 1/0/1");
    }

    @Test
    void moving_in_brings_balances_tiers_and_a_year_of_orders_that_count_and_give_nothing() {
        Api api = tiered().api();
        taken(api, "externalId,joinedAt\nanna,2025-02-01\nbob,2025-02-01\n", "kind", "members", "program", "club");
        String balances = "member.externalId,points,earnedAt,expiresAt\n"
                + "anna,500,2025-11-01,2026-11-02\nanna,500,2025-11-01,2026-11-02\nbob,70,2025-12-01,\n";
        assertThat(figures(taken(api, balances, "kind", "balances"))).isEqualTo("completed 3/3/0");
        assertThat(figures(taken(api, balances, "kind", "balances"))).isEqualTo("completed 3/3/0");
        String tiers = "member.externalId,tier,until\nanna,ROUGE,2027-01-01\n";
        assertThat(figures(taken(api, tiers, "kind", "tiers", "program", "club")))
                .isEqualTo("completed 1/1/0");
        assertThat(figures(taken(api, tiers, "kind", "tiers", "program", "club")))
                .isEqualTo("completed 1/1/0");
        String orders = "reference,occurredAt,member.externalId,amount\n"
                + "a1,2025-07-10,anna,200.00\na2,2026-03-10,anna,360.00\nb1,2026-04-01,bob,20.00\n";
        String[] how = {"kind", "orders", "program", "club", "effects", "metrics", "source", "old"};
        assertThat(figures(taken(api, orders, how))).isEqualTo("completed 3/3/0");
        assertThat(spendable(api, "anna")).isEqualTo(1000);
        assertThat(spendable(api, "bob")).isEqualTo(70);
        JsonNode order = api.get("/orders/old/a2").expect(200).json();
        assertThat(order.toString()).contains("MOVED_IN");
        JsonNode tier = api.get("/members/" + member(api, "anna") + "/tier")
                .expect(200)
                .json()
                .at("/sets/0");
        assertThat(tier.at("/current/code").asText()).isEqualTo("ROUGE");
        assertThat(tier.path("validUntil").asText()).startsWith("2027-01-01T08:00:00");
        // A return of a moved-in order takes nothing and gives nothing.
        api.post(
                        "/orders/old/a2/returns",
                        Map.of(
                                "returnId",
                                "r1",
                                "at",
                                "2026-05-01T10:00:00Z",
                                "lines",
                                java.util.List.of(Map.of("lineId", "1", "quantity", 1))))
                .expect(200);
        assertThat(spendable(api, "anna")).isEqualTo(1000);
    }

    @Test
    void a_moved_in_tier_holds_until_its_end_and_then_the_years_spend_decides() {
        TestTenant tenant = tiered();
        Api api = tenant.api();
        taken(api, "externalId,joinedAt\nanna,2025-02-01\n", "kind", "members", "program", "club");
        taken(api, "member.externalId,tier,until\nanna,ROUGE,2027-01-01\n", "kind", "tiers", "program", "club");
        taken(
                api,
                "reference,occurredAt,member.externalId,amount\na2,2026-03-10,anna,360.00\n",
                "kind",
                "orders",
                "program",
                "club",
                "effects",
                "metrics");
        tenant.moveClock(Instant.parse("2027-01-02T12:00:00Z"));
        JsonNode tier = api.get("/members/" + member(api, "anna") + "/tier")
                .expect(200)
                .json()
                .at("/sets/0");
        assertThat(tier.at("/current/code").asText()).isEqualTo("VIB");
        assertThat(tier.path("validUntil").asText()).startsWith("2028-01-01T08:00:00");
    }

    @Test
    void what_isnt_an_import_is_refused_before_anything_is_kept() {
        TestTenants.Two tenants = TestTenants.makeTwo();
        Api api = tenants.mine().api();
        assertThat(sent(api, "externalId\n1\n").expect(400).errorAt("kind")).isEqualTo("REQUIRED");
        assertThat(sent(api, "externalId\n1\n", "kind", "stars").expect(400).errorAt("kind"))
                .isEqualTo("NOT_ONE_OF");
        assertThat(sent(api, "reference,occurredAt,amount\n", "kind", "orders")
                        .expect(400)
                        .errorAt("program"))
                .isEqualTo("REQUIRED");
        assertThat(sent(api, "externalId\n1\n", "kind", "members", "mapping", "{\"shoe\":\"x\"}")
                        .expect(400)
                        .errorAt("mapping.shoe"))
                .isEqualTo("FIELD_UNKNOWN");
        assertThat(sent(api, "externalId\n1\n", "kind", "members", "mapping", "{\"phone\":\"tel\"}")
                        .expect(400)
                        .errorAt("mapping.phone"))
                .isEqualTo("COLUMN_MISSING");
        assertThat(sent(api, "", "kind", "members").expect(400).code()).isEqualTo("FILE_EMPTY");
        assertThat(sent(api, "externalId\n1\n", "kind", "members", "program", "ghost")
                        .expect(422)
                        .code())
                .isEqualTo("PROGRAM_UNPUBLISHED");
        assertThat(sent(tenants.mine().apiWith("orders:write"), "externalId\n1\n", "kind", "members")
                        .expect(403)
                        .code())
                .isEqualTo("FORBIDDEN");
        String job = taken(api, "externalId\n1\n", "kind", "members").path("id").asText();
        assertThat(tenants.other().api().get("/jobs/" + job).expect(404).code()).isEqualTo("JOB_UNKNOWN");
        assertThat(tenants.other()
                        .api()
                        .get("/jobs/" + job + "/errors.csv")
                        .expect(404)
                        .code())
                .isEqualTo("JOB_UNKNOWN");
    }

    @Test
    void a_file_sent_twice_under_one_key_is_taken_once_and_another_file_under_it_is_refused() {
        TestTenant tenant = tiered();
        Api api = tenant.api();
        Api keyed = api.withIdempotencyKey("file-1");
        String csv = "reference,occurredAt,member.externalId,amount\n1,2026-01-15,anna,350.00\n";
        String[] how = {"kind", "orders", "program", "club"};
        Api.Answer first = sent(keyed, csv, how).expect(202);
        Api.Answer again = sent(keyed, csv, how).expect(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isNotEmpty().isEqualTo(first.header("Location"));
        assertThat(sent(keyed, csv.replace("350", "351"), how).expect(422).code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(sent(keyed, csv, "kind", "orders", "program", "club", "dryRun", "true")
                        .expect(422)
                        .code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(api.get("/imports").expect(200).json().path("items")).hasSize(1);
        // A refusal by the state of things stands too; one of the form doesn't.
        Api ghostly = api.withIdempotencyKey("file-2");
        String[] ghost = {"kind", "orders", "program", "ghost"};
        String refused = sent(ghostly, csv, ghost).expect(422).body();
        assertThat(sent(ghostly, csv, ghost).expect(422).body()).isEqualTo(refused);
        Api third = api.withIdempotencyKey("file-3");
        sent(third, "", "kind", "members").expect(400);
        sent(third, "externalId\n1\n", "kind", "members").expect(202);
        assertThat(sent(api.withIdempotencyKey("x".repeat(256)), csv, how)
                        .expect(400)
                        .errorAt("Idempotency-Key"))
                .isEqualTo("TOO_LONG");
    }
}
