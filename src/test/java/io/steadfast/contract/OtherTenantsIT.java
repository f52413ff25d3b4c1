package io.steadfast.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The full matrix of calls and ids: whatever is another tenant's, in a path, a body, a filter, a cursor or a header, answers like what
 * never was, and nothing of theirs is told.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OtherTenantsIT extends ClientTest {

    private static final Instant NOW = Instant.parse("2026-04-20T12:00:00Z");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String UUID_FORM = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** Parameters that are nobody's: a calendar's month, what an attribute is of, a version's number. */
    private static final Set<String> NOBODYS = Set.of("month", "subject", "number");

    /** Filters that pick from a list of ours, or say when and how much. */
    private static final Set<String> FILTERS_OF_OURS = Set.of(
            "asOf", "at", "basis", "basket", "confirm", "cursor", "from", "limit", "locale", "state", "to", "version");

    /** What they have one of at most, so that there is no second page. */
    private static final Set<String> OF_ONE_PAGE = Set.of(
            "GET /charities/{}/settlements",
            "GET /members/{}/donations",
            "GET /members/{}/memberships",
            "GET /members/{}/referrals",
            "GET /memberships",
            "GET /programs/{}/versions");

    /** Called so in whatever is made from the same template. */
    private static final Set<String> OF_TEMPLATES = Set.of("beauty-points", "voucher-10");

    /** What stands in a path called {@code id} or {@code code}, by how the path begins. */
    private static final Map<String, String> BY_PATH = Map.ofEntries(
            Map.entry("/memberships", "membership"),
            Map.entry("/members", "memberId"),
            Map.entry("/redemptions", "redemption"),
            Map.entry("/extensions", "extension"),
            Map.entry("/imports", "import"),
            Map.entry("/jobs", "import"),
            Map.entry("/reviews", "review"),
            Map.entry("/webhook-endpoints", "endpoint"),
            Map.entry("/charities", "charity"),
            Map.entry("/stores", "store"),
            Map.entry("/programs", "program"),
            Map.entry("/vouchers", "voucher"),
            Map.entry("/rewards", "reward"));

    private static TheirWorld theirs;
    private static TestTenant mine;
    private static Map<String, String> own;
    private static List<ApiDocument.Operation> operations;

    private final List<String> wrong = new ArrayList<>();

    /** A member of mine with an order, so that a call gets as far as looking for what it names besides. */
    private static Map<String, String> own() {
        Api api = mine.api();
        api.post("/stores", Map.of("code", "my-store", "name", "Mine")).expect(201);
        String member = api.post(
                        "/members",
                        Map.of(
                                "externalId",
                                "my-customer",
                                "enrol",
                                List.of(Map.of("program", "club", "channel", "app"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        JsonNode receipt = api.put(
                        "/orders/shop/1",
                        Map.of(
                                "member",
                                Map.of("id", member),
                                "occurredAt",
                                "2026-04-20T12:00:00Z",
                                "currency",
                                "GBP",
                                "status",
                                "paid",
                                "lines",
                                List.of(Map.of("lineId", "1", "sku", "x", "quantity", 1, "amount", 4000))))
                .expect(201)
                .json();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("memberId", member);
        values.put("program", "club");
        values.put("wallet", "points");
        values.put("store", "my-store");
        values.put(
                "draft",
                api.post("/programs", Map.of("code", "my-draft", "template", "P1"))
                        .expect(201)
                        .json()
                        .path("id")
                        .asText());
        values.put("sku", "x");
        values.put("externalId", "my-customer");
        values.put("source", "shop");
        values.put("reference", "1");
        values.put("receiptId", receipt.path("receiptId").asText());
        values.put(
                "entryId",
                api.get("/members/" + member + "/entries")
                        .expect(200)
                        .json()
                        .at("/items/0/id")
                        .asText());
        values.put("voucher", voucher(api, member));
        return values;
    }

    /** A code of mine, so that nobody is held up for trying codes that aren't. */
    private static String voucher(Api api, String member) {
        api.put("/members/" + member + "/programs/my-beauty", Map.of("channel", "app"))
                .expect(200);
        api.post(
                        "/adjustments",
                        Map.of(
                                "memberId", member,
                                "wallet", "beauty-points",
                                "points", 1_000,
                                "kind", "goodwill",
                                "reason", "R",
                                "note", "n"))
                .expect(200);
        api.post("/rewards/voucher-10/stock", Map.of("program", "my-beauty", "change", 5))
                .expect(200);
        return api.post("/redemptions", Map.of("memberId", member, "reward", "voucher-10", "program", "my-beauty"))
                .expect(201)
                .json()
                .at("/vouchers/0/code")
                .asText();
    }

    /** Each test asks about the same two: none changes what is theirs. */
    @BeforeAll
    static void open() {
        theirs = TheirWorld.furnished();
        mine = TestPrograms.sandboxWith(NOW, "P1", START);
        TestPrograms.publish(mine, "friends", "P14", START);
        TestPrograms.publish(mine, "my-beauty", "P2", START);
        own = own();
        operations = ApiDocument.read().operations();
    }

    @Test
    void in_a_path() {
        Set<String> covered = new TreeSet<>();
        for (ApiDocument.Operation operation : operations) {
            List<String> parameters = operation.pathParameters();
            for (String parameter : parameters) {
                if (NOBODYS.contains(parameter)) {
                    continue;
                }
                String kind = kind(operation, parameter);
                for (String id : theirs.named.get(kind)) {
                    covered.add(operation.shape());
                    asTheirs(operation, parameter, id);
                    if (parameters.size() > 1) {
                        asMine(operation, parameter, id);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(covered)
                .containsAll(operations.stream()
                        .filter(each -> !NOBODYS.containsAll(each.pathParameters()))
                        .map(ApiDocument.Operation::shape)
                        .toList());
        assertThat(covered).hasSizeGreaterThan(70);
    }

    /** All of the path is theirs but for what is asked about. */
    private void asTheirs(ApiDocument.Operation operation, String parameter, String id) {
        undone(
                operation,
                compare(
                        operation,
                        body(operation),
                        id,
                        value -> path(operation, each -> each.equals(parameter) ? value : their(operation, each))));
    }

    /** All of the path is mine but for what is asked about, as far as I have such a thing. */
    private void asMine(ApiDocument.Operation operation, String parameter, String id) {
        undone(
                operation,
                compare(
                        operation,
                        body(operation),
                        id,
                        value -> path(
                                operation,
                                each -> each.equals(parameter)
                                        ? value
                                        : own.getOrDefault(kind(operation, each), their(operation, each)))));
    }

    /** Last: what I write here stands in what is mine. */
    @Test
    @Order(Integer.MAX_VALUE)
    void in_a_body() {
        int compared = 0;
        List<ApiDocument.Operation> makersLast = operations.stream()
                .sorted(Comparator.comparing(operation -> BodiesThatName.makes(operation.shape())))
                .toList();
        for (ApiDocument.Operation operation : makersLast) {
            for (BodiesThatName.Body body : BodiesThatName.of(operation.shape())) {
                for (String id : theirs.named.get(body.kind())) {
                    String path = path(operation, each -> mineOrNew(operation, each));
                    String one = body.with(id, own);
                    Api.Answer answer = sent(operation, path, one);
                    Api.Answer two = sent(
                            operation, path(operation, each -> mineOrNew(operation, each)), body.with(never(id), own));
                    judge(operation, answer, two, id, path + one);
                    if (answer.status() == 400) {
                        wrong.add(operation.shape() + " doesn't even look: " + one + " " + answer.body());
                    }
                    if (body.isAbout("memberId")) {
                        undone(operation, answer);
                    }
                    compared++;
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(150);
    }

    /** Mine, or a reference that no order of mine has yet. */
    private String mineOrNew(ApiDocument.Operation operation, String parameter) {
        if (operation.shape().equals("PUT /orders/{}/{}")) {
            return parameter.equals("source") ? "till" : UUID.randomUUID().toString();
        }
        return own.getOrDefault(kind(operation, parameter), their(operation, parameter));
    }

    @Test
    void no_field_of_a_body_is_left_out() {
        Set<String> left = new TreeSet<>();
        for (ApiDocument.Operation operation : operations) {
            Set<String> tried = BodiesThatName.fieldsOf(operation.shape());
            texts("", operation.node().at("/requestBody/content/application~1json/example"))
                    .filter(field -> !tried.contains(field) && !BodiesThatName.NAMING_NOTHING.contains(field))
                    .map(field -> operation.shape() + " " + field)
                    .filter(field -> !BodiesThatName.OF_NO_THING.contains(field))
                    .forEach(left::add);
        }
        assertThat(left).isEmpty();
    }

    private static Stream<String> texts(String name, JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream().flatMap(field -> texts(field.getKey(), field.getValue()));
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).flatMap(each -> texts(name, each));
        }
        return node.isTextual() ? Stream.of(name) : Stream.empty();
    }

    /** A file's rows, too, are of mine alone. */
    @Test
    void in_a_form() {
        byte[] rows = "externalId,joinedAt\nmy-second,2026-02-01T00:00:00Z\n".getBytes(StandardCharsets.UTF_8);
        ApiDocument.Operation imports = operations.stream()
                .filter(each -> each.shape().equals("POST /imports"))
                .findFirst()
                .orElseThrow();
        for (String program : theirs.named.get("program")) {
            Api.Answer one =
                    mine.api().postForm("/imports", Map.of("kind", "members", "program", program), "a.csv", rows);
            Api.Answer two = mine.api()
                    .postForm("/imports", Map.of("kind", "members", "program", never(program)), "a.csv", rows);
            judge(imports, one, two, program, program);
            undone(imports, one);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void in_a_filter() {
        int compared = 0;
        for (ApiDocument.Operation operation : operations) {
            if (!operation.method().equals("get")) {
                continue;
            }
            String path = path(operation, each -> own.getOrDefault(kind(operation, each), their(operation, each)));
            for (String filter : operation.queryParameters()) {
                assertThat(theirs.named.containsKey(filter)
                                || FILTERS_OF_OURS.contains(filter)
                                || Set.of("q", "id").contains(filter))
                        .as("%s of %s names something", filter, operation.shape())
                        .isTrue();
                String kind = filter.equals("id") ? "draft" : filter;
                for (String id : filter.equals("q") ? theirs.all() : theirs.named.getOrDefault(kind, List.of())) {
                    compare(operation, "", id, value -> path + "?" + filter + "=" + encoded(value));
                    compared++;
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(40);
    }

    @Test
    void in_a_cursor() {
        Set<String> ofOnePage = new TreeSet<>();
        for (ApiDocument.Operation operation : operations) {
            if (!operation.queryParameters().contains("cursor")) {
                continue;
            }
            JsonNode first = theirs.tenant
                    .api()
                    .get(path(operation, each -> their(operation, each)) + "?limit=1")
                    .expect(200)
                    .json();
            if (!first.path("nextCursor").isTextual()) {
                ofOnePage.add(operation.shape());
                continue;
            }
            String path = path(operation, each -> own.getOrDefault(kind(operation, each), their(operation, each)));
            Api.Answer answer = mine.api()
                    .get(path + "?cursor=" + encoded(first.path("nextCursor").textValue()));
            tells(operation, answer, "");
            if (operation.shape().equals("GET /stores")) {
                assertThat(answer.expect(200).json().path("items")).isEmpty();
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(ofOnePage).isEqualTo(OF_ONE_PAGE);
    }

    @Test
    void in_an_idempotency_key() {
        Map<String, String> store = Map.of("code", "my-keyed-store", "name", "Mine");
        Api.Answer made = mine.api()
                .withIdempotencyKey(TheirWorld.IDEMPOTENCY_KEY)
                .post("/stores", store)
                .expect(201);
        assertThat(made.json().path("name").asText()).isEqualTo("Mine");
        assertThat(made.header("Idempotent-Replayed")).isNotEqualTo("true");
        assertThat(theirs.tenant
                        .api()
                        .get("/stores/their-store")
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("Theirs");
    }

    /** What another's thing was answered with, compared with what never was. */
    private Api.Answer compare(ApiDocument.Operation operation, String body, String id, UnaryOperator<String> path) {
        Api.Answer one = sent(operation, path.apply(id), body);
        judge(operation, one, sent(operation, path.apply(never(id)), body), id, path.apply(id) + body);
        return one;
    }

    /** What is theirs is never found, so nothing is done with it: at most a list has nothing. */
    private void undone(ApiDocument.Operation operation, Api.Answer answer) {
        boolean nothing =
                answer.body().contains("\"items\":[]") || answer.body().contains("\"problem\":{");
        if (answer.status() < 400 && !nothing) {
            wrong.add(operation.shape() + " answers " + answer.status() + " " + answer.body());
        }
    }

    private void judge(ApiDocument.Operation operation, Api.Answer one, Api.Answer two, String id, String asked) {
        if (!comparable(one, id).equals(comparable(two, never(id)))) {
            wrong.add(
                    operation.shape() + " " + id + "\n  " + comparable(one, id) + "\n  " + comparable(two, never(id)));
        }
        tells(operation, one, asked);
    }

    /** Whatever of theirs stands in an answer and not in what was asked. */
    private void tells(ApiDocument.Operation operation, Api.Answer answer, String asked) {
        theirs.all().stream()
                .filter(each -> (each.startsWith("their") || each.length() > 8)
                        && !OF_TEMPLATES.contains(each)
                        && answer.body().contains(each)
                        && !asked.contains(each))
                .forEach(each -> wrong.add(operation.shape() + " tells " + each + ": " + answer.body()));
    }

    private Api.Answer sent(ApiDocument.Operation operation, String path, String body) {
        String tag = tag(mine.api(), path);
        tag = tag.isEmpty() ? tag(theirs.tenant.api(), path) : tag;
        Api caller = mine.api()
                .withHeader("If-Match", tag.isEmpty() ? "\"0\"" : tag)
                .withIdempotencyKey(UUID.randomUUID().toString());
        Api.Answer answer = asked(caller, operation, path, body);
        // Whoever tries codes that aren't there has to wait; both are asked, not only slowed down.
        for (int tries = 0; answer.status() == 429 && tries < 3; tries++) {
            pause(answer.json().at("/details/retryAfterSeconds").asLong(1));
            answer = asked(caller, operation, path, body);
        }
        return answer;
    }

    /** As whoever has it reads it. */
    private static String tag(Api reader, String path) {
        Api.Answer read = reader.get(path.replaceAll("[?].*", ""));
        return read.status() == 200 && read.header("ETag") != null ? read.header("ETag") : "";
    }

    private static void pause(long seconds) {
        try {
            Thread.sleep(Duration.ofSeconds(seconds).toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static Api.Answer asked(Api caller, ApiDocument.Operation operation, String path, String body) {
        return switch (operation.method()) {
            case "get" -> caller.get(path);
            case "delete" -> caller.delete(path);
            case "put" -> caller.put(path, body);
            case "patch" -> caller.patch(path, body);
            default -> caller.post(path, body);
        };
    }

    /** The document's example, so that a call gets as far as looking for whom it is about. */
    private static String body(ApiDocument.Operation operation) {
        JsonNode example = operation.node().at("/requestBody/content/application~1json/example");
        return example.isMissingNode() ? "{}" : example.toString();
    }

    private static String path(ApiDocument.Operation operation, UnaryOperator<String> value) {
        String path = operation.path();
        for (String name : operation.pathParameters()) {
            path = path.replaceFirst("\\{" + name + "[^}]*}", encoded(value.apply(name)));
        }
        return path;
    }

    private String their(ApiDocument.Operation operation, String parameter) {
        return switch (parameter) {
            case "month" -> "2026-01";
            case "subject" -> "line";
            case "number" -> "1";
            default -> theirs.named.get(kind(operation, parameter)).get(0);
        };
    }

    private static String kind(ApiDocument.Operation operation, String parameter) {
        if (parameter.equals("id") && operation.path().contains("/settlements/")) {
            return "settlement";
        }
        if (!parameter.equals("id") && !parameter.equals("code")) {
            return parameter;
        }
        return Stream.of(operation.path().split("(?=/)", -1))
                .findFirst()
                .map(BY_PATH::get)
                .orElseThrow(() -> new AssertionError("What is " + parameter + " of " + operation.shape() + "?"));
    }

    /** Something of the same form that never was. */
    private static String never(String theirs) {
        if (theirs.matches(UUID_FORM)) {
            return "019a2f3c-5d6e-7f80-9a1b-"
                    + theirs.substring(24).replace('a', 'b').replaceFirst(".", "e");
        }
        char last = theirs.charAt(theirs.length() - 1);
        char other = Character.isDigit(last) ? (char) ('0' + (last - '0' + 1) % 10) : last == 'q' ? 'k' : 'q';
        return theirs.substring(0, theirs.length() - 1)
                + (Character.isUpperCase(last) ? Character.toUpperCase(other) : other);
    }

    private static String encoded(String value) {
        return java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** But for request id, ids made by the call and instants. */
    private static String comparable(Api.Answer answer, String id) {
        return answer.status() + " "
                + answer.body()
                        .replaceAll("\"requestId\":\"[^\"]*\"", "")
                        .replace(id, "<id>")
                        .replaceAll(UUID_FORM, "<uuid>")
                        .replaceAll("\"\\d{16}\"", "<card>")
                        // A member of mine has more with each call that is taken.
                        .replaceAll("\"(spendable|pending|held|lifetime)\":-?\\d+", "$1")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "<at>");
    }
}
