package io.steadfast.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.Server;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Every call of the document with bodies, ids, filters and keys that are nearly right. Whatever comes, the answer is never a
 * failure of ours; that the books still hold is looked at after this class as after any other. The seed is printed: {@code
 * -Dsteadfast.test.seed=…} runs it again.
 */
class NonsenseIT extends ClientTest {

    /** The same in every build; others by {@code -Dsteadfast.test.seed}. */
    private static final long SEED = 20_261_122L;

    private static final int CALLS = 5_000;
    private static final int OPERATORS_CALLS = 300;
    private static final int WORKERS = 4;
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    private record Ground(TestTenant tenant, Api narrow, List<String> ids) {}

    private static Ground ground() {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T00:00:00Z"));
        Api api = tenant.api();
        List<String> ids = new ArrayList<>(List.of("club", "till", "1", "points", "S1"));
        for (int number = 0; number < 3; number++) {
            String member = api.post(
                            "/members",
                            Map.of(
                                    "externalId",
                                    "m" + number,
                                    "joinedAt",
                                    "2026-01-05T10:00:00Z",
                                    "enrol",
                                    List.of(Map.of("program", "club", "channel", "app"))))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            ids.add(member);
            api.put(
                            "/orders/till/" + number,
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
        api.post("/stores", Map.of("code", "S1", "name", "Store")).expect(201);
        ids.add(anothersMember());
        return new Ground(tenant, tenant.apiWith("members:read"), ids);
    }

    /** Of another tenant, which is as good as nobody. */
    private static String anothersMember() {
        return TestTenants.makeAt(NOW)
                .api()
                .post("/members", Map.of("externalId", "m0"))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    @Test
    void nonsense_is_refused_and_never_a_failure() throws Exception {
        long seed = Long.getLong("steadfast.test.seed", SEED);
        System.out.println("NonsenseIT: -Dsteadfast.test.seed=" + seed);
        ApiDocument document = ApiDocument.read();
        List<ApiDocument.Operation> operations = document.operations();
        Ground ground = ground();
        long logged = Files.size(Server.log());
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        List<Future<?>> shares = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            Nonsense nonsense = new Nonsense(document, new Random(seed + worker));
            shares.add(workers.submit(() -> {
                for (int call = 0; call < CALLS / WORKERS; call++) {
                    ApiDocument.Operation operation = operations.get(call % operations.size());
                    try {
                        Api.Answer answer = called(ground, operation, nonsense, document);
                        statuses.merge(answer.status(), 1, Integer::sum);
                        trouble(operation, answer, failures);
                    } catch (AssertionError lie) {
                        failures.add(lie.getMessage());
                    }
                }
            }));
        }
        for (Future<?> share : shares) {
            share.get();
        }
        workers.shutdown();
        System.out.println("NonsenseIT: answers by status " + new TreeMap<>(statuses));
        assertThat(failures).as("seed " + seed).isEmpty();
        assertThat(severe(logged)).as("seed " + seed).isEmpty();
        assertThat(statuses.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(CALLS);
        assertThat(statuses.keySet()).contains(200, 400, 401, 403, 404);
    }

    /** What the server itself calls a failure since its log had this length. */
    private static List<String> severe(long logged) throws IOException {
        try (SeekableByteChannel log = Files.newByteChannel(Server.log()).position(logged)) {
            return new BufferedReader(Channels.newReader(log, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> line.contains("SEVERE"))
                    .toList();
        }
    }

    /** The operators' calls too, about a tenant that nobody misses, by operators and by who is none. */
    @Test
    void nonsense_at_the_operators_door_is_refused_too() {
        long seed = Long.getLong("steadfast.test.seed", SEED);
        ApiDocument document = ApiDocument.read();
        Nonsense nonsense = new Nonsense(document, new Random(seed));
        TestTenant tenant = TestTenants.makeAt(NOW);
        Ground ground = new Ground(tenant, tenant.api(), List.of(tenant.slug(), "nobody", "1"));
        TestTenant spare = TestTenants.makeAt(NOW);
        Ground toLose = new Ground(spare, spare.api(), List.of(spare.slug(), "nobody", "1"));
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<ApiDocument.Operation> operations = document.operatorsCalls();
        for (int call = 0; call < OPERATORS_CALLS; call++) {
            ApiDocument.Operation operation = operations.get(call % operations.size());
            Api caller = nonsense.once(8)
                    ? Api.operator().withHeader("Authorization", "Bearer " + tenant.apiKey())
                    : Api.operator();
            Ground about = operation.method().equals("delete") ? toLose : ground;
            Api.Answer answer = sent(caller, operation, path(operation, about, nonsense), document, nonsense, about);
            statuses.merge(answer.status(), 1, Integer::sum);
            trouble(operation, answer, failures);
        }
        System.out.println("NonsenseIT: operators' answers by status " + statuses);
        assertThat(failures).as("seed " + seed).isEmpty();
        assertThat(statuses.keySet()).contains(200, 400, 404);
    }

    private static void trouble(ApiDocument.Operation operation, Api.Answer answer, Queue<String> failures) {
        String body = answer.body();
        boolean ours = answer.status() >= 500
                || body.contains("\tat ")
                || body.contains("java.lang.")
                || body.contains("org.postgresql");
        boolean unexplained = answer.status() >= 400
                && (!answer.header("Content-Type").startsWith("application/problem+json")
                        || answer.json().path("code").asText().isEmpty());
        if (ours || unexplained) {
            failures.add(operation.shape() + " " + answer.call() + " -> " + answer.status() + " "
                    + body.substring(0, Math.min(400, body.length())));
        }
    }

    private static Api.Answer called(
            Ground ground, ApiDocument.Operation operation, Nonsense nonsense, ApiDocument document) {
        return sent(caller(ground, nonsense), operation, path(operation, ground, nonsense), document, nonsense, ground);
    }

    private static Api.Answer sent(
            Api caller,
            ApiDocument.Operation operation,
            String path,
            ApiDocument document,
            Nonsense nonsense,
            Ground ground) {
        if (operation.node().at("/requestBody/content").has("multipart/form-data")) {
            return form(caller, path, nonsense, ground);
        }
        String body = operation.takesJson() ? nonsense.body(document.bodySchema(operation), ground.ids()) : "{}";
        Api tagged = caller.withHeader("If-Match", nonsense.one(List.of("\"0\"", "0", "*", "\"x\"", "\"1\"")));
        return switch (operation.method()) {
            case "get" -> caller.get(path);
            case "delete" -> caller.delete(path);
            case "put" -> (nonsense.once(2) ? tagged : caller).put(path, body);
            case "patch" -> (nonsense.once(8) ? caller : tagged).patch(path, body);
            default -> caller.post(path, body);
        };
    }

    private static Api.Answer form(Api caller, String path, Nonsense nonsense, Ground ground) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("kind", nonsense.one(List.of("members", "orders", "balances", "tiers", "memberships", "x", "")));
        List.of("program", "mapping", "dryRun", "effects", "newMembers", nonsense.one(List.of("kind ", "x")))
                .forEach(name -> {
                    if (nonsense.once(3)) {
                        fields.put(name, nonsense.once(2) ? line(nonsense.text()) : nonsense.one(ground.ids()));
                    }
                });
        String file = nonsense.once(2)
                ? "externalId,joinedAt\n" + nonsense.text() + "," + nonsense.text() + "\n"
                : nonsense.text();
        return caller.postForm(path, fields, "rows.csv", file.getBytes(StandardCharsets.UTF_8));
    }

    /** Half a pair of surrogates can't be written as bytes, and a zero ends no line of a form. */
    private static String line(String text) {
        return text.replace("\uD800", "?").replace('\0', '?');
    }

    private static Api caller(Ground ground, Nonsense nonsense) {
        if (nonsense.once(40)) {
            return Api.withKey(nonsense.one(
                    List.of("sk_nobody_x", "sk_", "x", ground.tenant().apiKey() + "x")));
        }
        Api api = nonsense.once(15) ? ground.narrow() : ground.tenant().api();
        if (nonsense.once(10)) {
            api = api.withHeader(
                    "Content-Type",
                    nonsense.one(List.of("text/plain", "application/xml", "a/b", "application/json;charset=x")));
        }
        if (nonsense.once(10)) {
            api = api.withHeader("X-Request-Id", nonsense.one(List.of("a b", "x".repeat(100), "ok-1")));
        }
        return nonsense.once(10) ? api.withIdempotencyKey(nonsense.one(List.of("same", "k".repeat(256)))) : api;
    }

    private static String path(ApiDocument.Operation operation, Ground ground, Nonsense nonsense) {
        String path = operation.path();
        for (String name : operation.pathParameters()) {
            // The server itself refuses a path with these before it asks us.
            String value = nonsense.once(3) ? nonsense.text() : nonsense.one(ground.ids());
            value = value.indexOf('\0') >= 0 || value.contains("..") || value.contains("%00") ? "x" : value;
            String encoded = encoded(value.isEmpty() ? "%" : value);
            path = path.replaceFirst("\\{" + name + "[^}]*}", encoded.equals(".") ? "x" : encoded);
        }
        StringBuilder query = new StringBuilder();
        for (String name : operation.queryParameters()) {
            if (nonsense.once(3)) {
                query.append(query.isEmpty() ? '?' : '&').append(name).append('=');
                query.append(encoded(nonsense.once(2) ? nonsense.text() : nonsense.one(ground.ids())));
            }
        }
        return path + query;
    }

    private static String encoded(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.length() > 2_000 ? encoded.substring(0, 1_800) : encoded;
    }
}
