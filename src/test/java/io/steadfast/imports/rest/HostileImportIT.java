package io.steadfast.imports.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Files and forms that somebody made to do harm. */
class HostileImportIT extends ClientTest {

    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

    private static TestTenant tenant() {
        return TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2025-01-01T00:00:00Z"));
    }

    private static Api.Answer sent(Api api, String csv, String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int at = 0; at < fields.length; at += 2) {
            form.put(fields[at], fields[at + 1]);
        }
        return api.postForm("/imports", form, "hostile.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    /** The job once it is over. */
    private static JsonNode taken(Api api, String csv, String... fields) {
        return over(api, sent(api, csv, fields).expect(202).json().path("id").asText());
    }

    private static JsonNode over(Api api, String id) {
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

    private static List<String> errors(Api api, JsonNode job) {
        return api.get("/jobs/" + job.path("id").asText() + "/errors.csv")
                .expect(200)
                .body()
                .lines()
                .skip(1)
                .map(line -> String.join(" ", List.of(line.split(",", -1)).subList(0, 3)))
                .toList();
    }

    @Test
    void a_row_that_the_database_couldnt_keep_is_refused_alone() {
        Api api = tenant().api();
        String csv = "reference,occurredAt,member.externalId,amount\n"
                + "1,2026-01-15,anna,10.00\n"
                + "2\u0000,2026-01-15,anna,10.00\n"
                + "r".repeat(300) + ",2026-01-15,anna,10.00\n"
                + "4,2026-01-15," + "m".repeat(300) + ",10.00\n"
                + "5,+294277-01-01T00:00:00Z,anna,10.00\n"
                + "6,2026-01-15,anna,10.00," + "\n"
                + "7,2026-01-15,anna," + "1".repeat(5_000) + "\n";
        JsonNode job = taken(api, csv, "kind", "orders", "program", "club");
        assertThat(figures(job)).isEqualTo("completed 7/2/5");
        assertThat(errors(api, job))
                .containsExactly(
                        "3 reference CELL_NOT_TEXT",
                        "4 reference CELL_TOO_LONG",
                        "5 member.externalId CELL_TOO_LONG",
                        "6 occurredAt NOT_A_DAY",
                        "8 amount CELL_TOO_LONG");
    }

    @Test
    void more_points_than_anybody_brings_along_are_refused_and_equal_rows_are_told_apart_by_the_member() {
        Api api = tenant().api();
        taken(api, "externalId,phone\nanna,+447700900123\n", "kind", "members", "program", "club");
        String csv = "member.phone,points,earnedAt\n"
                + "+447700900123,1000000000001,2026-01-01\n"
                + "+447700900123,5,2026-01-01\n+447700900123,5,2026-01-01\n";
        JsonNode job = taken(api, csv, "kind", "balances");
        assertThat(figures(job)).isEqualTo("completed 3/2/1");
        assertThat(errors(api, job)).containsExactly("2 points TOO_MANY_POINTS");
        assertThat(figures(taken(api, csv, "kind", "balances"))).isEqualTo("completed 3/2/1");
        String id = api.get("/members?externalId=anna")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
        assertThat(api.get("/members/" + id + "/balance")
                        .expect(200)
                        .json()
                        .at("/wallets/0/spendable")
                        .asLong())
                .isEqualTo(10);
        // The same points under another name of the same member are the same points.
        taken(api, "member.externalId,points,earnedAt\nanna,5,2026-01-01\n", "kind", "balances");
        String entries = api.get("/exports/entries").expect(200).body();
        assertThat(entries).contains(id + "||2026-01-01T00:00:00Z||5#2").doesNotContain("447700900123");
        assertThat(entries.split("5#1", -1)).hasSize(2);
    }

    /** What is answered to a form of these parts, each a name and what it holds. */
    private static Api.Answer form(Api api, Stream<String> names) {
        String boundary = "hostile";
        String body = names.map(name -> "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                        + "\"\r\n\r\nmembers\r\n")
                .collect(Collectors.joining("", "", "--" + boundary + "--\r\n"));
        return api.withHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
                .post("/imports", body);
    }

    @Test
    void a_form_with_parts_that_no_import_has_is_refused_and_its_parts_arent_gathered() {
        Api api = tenant().api();
        assertThat(form(api, Stream.of("kind", "shoe")).expect(400).errorAt("shoe"))
                .isEqualTo("UNKNOWN_FIELD");
        assertThat(form(api, Stream.of("kind", "kind")).expect(400).errorAt("kind"))
                .isEqualTo("DUPLICATE_FIELD");
        assertThat(form(api, Stream.of("kind", "file", "file")).expect(400).errorAt("file"))
                .isEqualTo("DUPLICATE_FIELD");
        Api.Answer many = form(api, IntStream.range(0, 9).mapToObj(number -> "n" + number))
                .expect(400);
        assertThat(many.json().at("/errors/0/code").asText()).isEqualTo("TOO_MANY");
        Api.Answer header = api.withHeader("Content-Type", "multipart/form-data; boundary=b")
                .post("/imports", "--b\r\nContent-Disposition: form-data; name=\"kind\"; x=\"" + "y".repeat(9_000))
                .expect(400);
        assertThat(header.code()).isEqualTo("BAD_REQUEST");
        assertThat(api.get("/imports").expect(200).json().path("items")).isEmpty();
    }

    @Test
    void orders_that_make_members_take_the_scope_for_members() {
        TestTenant tenant = tenant();
        String csv = "reference,occurredAt,member.externalId,amount\n1,2026-01-15,anna,10.00\n";
        Api orders = tenant.apiWith("orders:write");
        assertThat(sent(orders, csv, "kind", "orders", "program", "club")
                        .expect(403)
                        .code())
                .isEqualTo("FORBIDDEN");
        JsonNode job = taken(orders, csv, "kind", "orders", "program", "club", "createMembers", "false");
        assertThat(figures(job)).isEqualTo("completed 1/0/1");
        Api both = tenant.apiWith("orders:write", "members:write");
        assertThat(figures(taken(both, csv, "kind", "orders", "program", "club")))
                .isEqualTo("completed 1/1/0");
    }

    @Test
    void a_file_of_nothing_but_errors_is_given_up_and_several_files_at_once_are_taken_one_after_the_other() {
        Api api = tenant().api();
        String id = sent(api, "externalId,name\n" + ",x\n".repeat(100_001), "kind", "members")
                .expect(202)
                .json()
                .path("id")
                .asText();
        List<String> others = IntStream.range(0, 5)
                .mapToObj(number -> sent(api, "externalId\nm" + number + "\n", "kind", "members")
                        .expect(202)
                        .json()
                        .path("id")
                        .asText())
                .toList();
        for (String other : others) {
            assertThat(figures(over(api, other))).isEqualTo("completed 1/1/0");
        }
        JsonNode job = over(api, id);
        assertThat(job.path("status").asText()).isEqualTo("failed");
        assertThat(job.path("problem").asText()).isEqualTo("TOO_MANY_ERRORS");
    }
}
