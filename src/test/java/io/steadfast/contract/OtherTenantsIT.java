package io.steadfast.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The full matrix of calls and ids: whatever is another tenant's answers like what never was. */
class OtherTenantsIT extends ClientTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Codes that both tenants could have; a member, an order, a hold, a job and the like are theirs alone. */
    private record Theirs(Map<String, List<String>> byParameter, String member) {}

    private static TestTenant tenant() {
        return TestPrograms.sandboxWith(NOW, "P1", START);
    }

    private static Theirs theirs(TestTenant other) {
        Api api = other.api();
        String suffix = other.slug().replaceAll("[^a-z0-9]", "");
        TestPrograms.publish(other, "g" + suffix, "CDNOW", START);
        String member = api.post(
                        "/members",
                        Map.of(
                                "externalId",
                                "ext" + suffix,
                                "joinedAt",
                                START.toString(),
                                "enrol",
                                List.of(Map.of("program", "club", "channel", "app"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        JsonNode receipt = api.put(
                        "/orders/shop" + suffix + "/1",
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
                .expect(201)
                .json();
        String entry = api.get("/members/" + member + "/entries")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
        api.post("/charities", Map.of("code", "c" + suffix, "name", "Charity")).expect(201);
        api.post("/stores", Map.of("code", "s" + suffix, "name", "Store")).expect(201);
        api.post("/products", Map.of("sku", "p" + suffix)).expect(201);
        api.post("/attributes", Map.of("subject", "line", "name", "a" + suffix, "type", "text"))
                .expect(201);
        api.post("/holds", Map.of("holdId", "h" + suffix, "memberId", member, "points", 5, "minutes", 10))
                .expect(201);
        Map<String, List<String>> ids = new HashMap<>();
        ids.put("id", List.of(member, entry, receipt.path("receiptId").asText()));
        ids.put("entryId", List.of(entry));
        ids.put("receiptId", List.of(receipt.path("receiptId").asText()));
        ids.put("delivery", List.of(entry));
        ids.put("source", List.of("shop" + suffix));
        ids.put("reference", List.of("1"));
        ids.put("program", List.of("g" + suffix));
        ids.put("code", List.of("c" + suffix, "s" + suffix, "g" + suffix));
        ids.put("sku", List.of("p" + suffix));
        ids.put("subject", List.of("line"));
        ids.put("name", List.of("a" + suffix));
        ids.put("holdId", List.of("h" + suffix));
        ids.put("number", List.of("1"));
        ids.put("month", List.of("2026-01"));
        return new Theirs(ids, member);
    }

    /** Something of the same form that never was. */
    private static String never(String theirs) {
        if (theirs.matches("[0-9a-f-]{36}")) {
            return UUID.randomUUID().toString();
        }
        return theirs.length() < 12 ? theirs : theirs.substring(0, theirs.length() - 3) + "zzz";
    }

    private static Api.Answer sent(Api api, String method, String path, String body) {
        Api caller = api.withHeader("If-Match", "\"0\"")
                .withIdempotencyKey(UUID.randomUUID().toString());
        return switch (method) {
            case "get" -> caller.get(path);
            case "delete" -> caller.delete(path);
            case "put" -> caller.put(path, body);
            case "patch" -> caller.patch(path, body);
            default -> caller.post(path, body);
        };
    }

    private static String comparable(Api.Answer answer, String id) {
        return answer.status() + " "
                + answer.body()
                        .replaceAll("\"requestId\":\"[^\"]*\"", "")
                        .replace(id, "<id>")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "<at>");
    }

    @Test
    void another_tenants_id_in_a_path_answers_like_one_that_never_was() {
        TestTenant mine = tenant();
        TestTenant other = tenant();
        Theirs theirs = theirs(other);
        List<String> differ = new ArrayList<>();
        int compared = 0;
        for (ApiDocument.Operation operation : ApiDocument.read().operations()) {
            List<String> names = operation.pathParameters();
            // A month is the calendar's, nobody's id.
            if (names.isEmpty() || names.get(0).equals("month")) {
                continue;
            }
            String last = names.get(0);
            String body = body(operation);
            for (String id : theirs.byParameter().getOrDefault(last, List.of("x" + other.slug()))) {
                String never = never(id);
                Api.Answer one = sent(mine.api(), operation.method(), filled(operation, id, theirs), body);
                Api.Answer two = sent(mine.api(), operation.method(), filled(operation, never, theirs), body);
                compared++;
                if (!comparable(one, id).equals(comparable(two, never))) {
                    differ.add(operation.shape() + "\n  " + comparable(one, id) + "\n  " + comparable(two, never));
                }
                if (one.status() < 300 && !one.body().contains("\"items\":[]")) {
                    differ.add(operation.shape() + " answers " + one.status() + " " + one.body());
                }
            }
        }
        assertThat(differ).isEmpty();
        assertThat(compared).isGreaterThan(60);
    }

    /** The document's example, so that a call gets as far as looking for whom it is about. */
    private static String body(ApiDocument.Operation operation) {
        JsonNode example = operation.node().at("/requestBody/content/application~1json/example");
        return example.isMissingNode() ? "{}" : example.toString();
    }

    /** The first parameter is the one in question; the others are the other tenant's too. */
    private static String filled(ApiDocument.Operation operation, String first, Theirs theirs) {
        String path = operation.path();
        List<String> names = operation.pathParameters();
        for (int at = 0; at < names.size(); at++) {
            String value = at == 0
                    ? first
                    : theirs.byParameter()
                            .getOrDefault(names.get(at), List.of("1"))
                            .get(0);
            path = path.replaceFirst("\\{" + names.get(at) + "[^}]*}", value);
        }
        return path;
    }

    @Test
    void another_tenants_id_in_a_body_or_a_filter_answers_like_one_that_never_was() {
        TestTenant mine = tenant();
        Theirs theirs = theirs(tenant());
        String member = theirs.member();
        String never = UUID.randomUUID().toString();
        List<String[]> calls = List.of(
                new String[] {"post", "/holds", "{\"holdId\":\"h\",\"memberId\":\"<id>\",\"points\":1,\"minutes\":5}"},
                new String[] {"post", "/redemptions", "{\"memberId\":\"<id>\",\"reward\":\"x\"}"},
                new String[] {"post", "/donations", "{\"memberId\":\"<id>\",\"points\":100}"},
                new String[] {
                    "post",
                    "/adjustments",
                    "{\"memberId\":\"<id>\",\"points\":1,\"kind\":\"goodwill\",\"reason\":\"R\",\"note\":\"n\"}"
                },
                new String[] {"post", "/memberships", "{\"memberId\":\"<id>\",\"program\":\"club\",\"plan\":\"p\"}"},
                new String[] {
                    "put",
                    "/orders/till/9",
                    "{\"member\":{\"id\":\"<id>\"},\"occurredAt\":\"2026-02-01T10:00:00Z\",\"currency\":\"GBP\","
                            + "\"status\":\"paid\",\"lines\":[{\"lineId\":\"1\",\"sku\":\"x\",\"quantity\":1,\"amount\":100}]}"
                },
                new String[] {
                    "post",
                    "/activities",
                    "{\"type\":\"review\",\"source\":\"app\",\"reference\":\"1\",\"member\":{\"id\":\"<id>\"},"
                            + "\"occurredAt\":\"2026-02-01T10:00:00Z\"}"
                },
                new String[] {"get", "/rewards?memberId=<id>", ""},
                new String[] {"get", "/members?externalId=<ext>", ""},
                new String[] {"get", "/members?q=<ext>", ""});
        String external = theirs.byParameter().get("source").get(0).replace("shop", "ext");
        for (String[] call : calls) {
            Api.Answer one = sent(
                    mine.api(),
                    call[0],
                    call[1].replace("<id>", member).replace("<ext>", external),
                    call[2].replace("<id>", member));
            Api.Answer two = sent(
                    mine.api(),
                    call[0],
                    call[1].replace("<id>", never).replace("<ext>", external + "zz"),
                    call[2].replace("<id>", never));
            assertThat(comparable(one, member)).as(call[1]).isEqualTo(comparable(two, never));
        }
    }

    @Test
    void a_cursor_of_another_tenants_list_shows_nothing_of_it() {
        TestTenant mine = tenant();
        TestTenant other = tenant();
        for (int number = 0; number < 3; number++) {
            other.api()
                    .post("/stores", Map.of("code", "T" + number, "name", "Theirs"))
                    .expect(201);
        }
        String cursor = other.api()
                .get("/stores?limit=1")
                .expect(200)
                .json()
                .path("nextCursor")
                .asText();
        assertThat(mine.api().get("/stores?cursor=" + cursor).expect(200).json().path("items"))
                .isEmpty();
    }
}
