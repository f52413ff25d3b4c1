package io.steadfast.members;

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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two members become one: nothing is lost, and what happens to orders of before comes out right. */
class MergeServiceIT extends ClientTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final String BOUGHT = "2026-03-01T10:00:00Z";

    private TestTenant tenant;
    private Api api;

    private void open(String template) {
        tenant = TestPrograms.sandboxWith(NOW, template, Instant.parse("2026-01-01T08:00:00Z"));
        api = tenant.api();
    }

    private String member(String externalId) {
        return api.post(
                        "/members",
                        Map.of(
                                "externalId",
                                externalId,
                                "joinedAt",
                                "2026-01-02T08:00:00Z",
                                "enrol",
                                List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    /** Of four pieces. */
    private static Map<String, Object> order(Map<String, Object> member, long amount, String status) {
        Map<String, Object> order = new HashMap<>();
        order.put("member", member);
        order.put("occurredAt", BOUGHT);
        order.put("currency", "USD");
        order.put("status", status);
        order.put("lines", List.of(Map.of("lineId", "a", "sku", "balm", "quantity", 4, "amount", amount)));
        return order;
    }

    private void buys(String member, String reference, long amount) {
        api.put("/orders/shop/" + reference, order(Map.of("id", member), amount, "paid"))
                .expect(201);
    }

    /** As a system does that is told to come again: who lost against another keeps nothing. */
    private static int tried(Callable<Api.Answer> call) throws Exception {
        int status = call.call().status();
        for (int again = 0; again < 20 && status == 409; again++) {
            status = call.call().status();
        }
        return status;
    }

    private JsonNode returned(String reference, String id, int quantity) {
        return returning(reference, id, quantity).expect(200).json();
    }

    private Api.Answer returning(String reference, String id, int quantity) {
        return api.withIdempotencyKey(reference + id)
                .post(
                        "/orders/shop/" + reference + "/returns",
                        Map.of(
                                "returnId",
                                id,
                                "at",
                                "2026-03-10T11:00:00Z",
                                "lines",
                                List.of(Map.of("lineId", "a", "quantity", quantity))));
    }

    private Api.Answer merge(String source, String survivor) {
        return api.withIdempotencyKey(UUID.randomUUID().toString())
                .post("/members/" + survivor + "/merge", Map.of("from", source));
    }

    private long spendable(String member) {
        long sum = 0;
        for (JsonNode wallet :
                api.get("/members/" + member + "/balance").expect(200).json().path("wallets")) {
            sum += wallet.path("spendable").asLong();
        }
        return sum;
    }

    private String tier(String member) {
        return api.get("/members/" + member + "/tier")
                .expect(200)
                .json()
                .at("/sets/0/current/code")
                .asText();
    }

    private String idOf(String externalId) {
        return api.get("/members?externalId=" + externalId)
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
    }

    @Test
    void points_identities_and_what_counts_for_a_tier_come_to_the_survivor_and_old_ids_lead_there() {
        open("P2");
        String anna = member("anna");
        String ann = member("ann");
        buys(anna, "1", 200_00);
        buys(ann, "2", 200_00);
        Map<String, Object> from = Map.of("from", ann);
        Api once = api.withIdempotencyKey("merge-1");
        Api.Answer first = once.post("/members/" + anna + "/merge", from).expect(200);
        assertThat(once.post("/members/" + anna + "/merge", from).expect(200).body())
                .isEqualTo(first.body());
        assertThat(spendable(anna)).isEqualTo(400);
        assertThat(spendable(ann)).isZero();
        assertThat(tier(anna)).isEqualTo("VIB");
        assertThat(idOf("ann")).isEqualTo(anna);
        assertThat(idOf("anna")).isEqualTo(anna);
        JsonNode gone = api.get("/members/" + ann).expect(200).json();
        assertThat(gone.path("status").asText()).isEqualTo("merged");
        assertThat(gone.path("mergedInto").asText()).isEqualTo(anna);
        // What the shop still knows by the old id is the survivor's.
        buys(ann, "3", 40_00);
        assertThat(spendable(ann)).isZero();
        assertThat(spendable(anna)).isEqualTo(450);
        // The statement of both tells it, and the lots kept their day.
        assertThat(api.get("/members/" + ann + "/entries").expect(200).body()).contains("\"handover\"");
        assertThat(api.get("/members/" + anna + "/lots").expect(200).body()).contains(BOUGHT);
        String export = api.get("/members/" + anna + "/export").expect(200).body();
        assertThat(export).contains("\"ann\"", "\"2\"");
        api.delete("/members/" + ann).expect(422);
        api.delete("/members/" + anna).expect(204);
        api.get("/members/" + ann).expect(404);
        assertThat(api.get("/members?externalId=ann").expect(200).json().path("items"))
                .isEmpty();
    }

    @Test
    void an_order_of_before_comes_back_to_the_survivor_in_any_number_of_steps() {
        open("P2");
        String anna = member("anna");
        String ann = member("ann");
        buys(anna, "1", 200_00);
        buys(ann, "2", 200_00);
        returned("2", "early", 1);
        assertThat(spendable(ann)).isEqualTo(150);
        // The source has used most of it by then, and owes nobody.
        api.withIdempotencyKey("used")
                .post(
                        "/adjustments",
                        Map.of("memberId", ann, "points", -120, "kind", "correction", "reason", "TEST", "note", "used"))
                .expect(200);
        merge(ann, anna).expect(200);
        assertThat(spendable(anna)).isEqualTo(230);
        assertThat(tier(anna)).isEqualTo("VIB");
        returned("2", "late", 1);
        assertThat(spendable(anna)).isEqualTo(180);
        assertThat(tier(anna)).isEqualTo("INSIDER");
        // The shop reports the whole order, and names the member by what is the survivor's now.
        Map<String, Object> whole = order(Map.of("externalId", "ann"), 200_00, "paid");
        whole.put(
                "returns",
                List.of(Map.of(
                        "returnId", "last",
                        "at", "2026-03-10T11:30:00Z",
                        "lines", List.of(Map.of("lineId", "a", "quantity", 2)))));
        JsonNode receipt = api.put("/orders/shop/2", whole).expect(200).json();
        assertThat(receipt.path("memberId").asText()).isEqualTo(ann);
        assertThat(spendable(anna)).isEqualTo(80);
        assertThat(spendable(ann)).isZero();
        // Its own order comes back as well: what was used of the source's is owed.
        returned("1", "all", 4);
        assertThat(spendable(anna)).isEqualTo(-120);
        // At the time of this purchase the two together were VIB: a quarter more.
        buys(anna, "4", 160_00);
        assertThat(spendable(anna)).isEqualTo(80);
    }

    @Test
    void a_corrected_order_and_one_that_is_paid_after_the_merge_earn_for_the_survivor() {
        open("P2");
        String anna = member("anna");
        String ann = member("ann");
        buys(ann, "1", 100_00);
        api.put("/orders/shop/2", order(Map.of("id", ann), 60_00, "placed")).expect(201);
        merge(ann, anna).expect(200);
        assertThat(spendable(anna)).isEqualTo(100);
        api.put("/orders/shop/1", order(Map.of("id", ann), 140_00, "paid")).expect(200);
        assertThat(spendable(anna)).isEqualTo(140);
        api.put("/orders/shop/1", order(Map.of("externalId", "anna"), 80_00, "paid"))
                .expect(200);
        assertThat(spendable(anna)).isEqualTo(80);
        api.put("/orders/shop/2", order(Map.of("externalId", "ann"), 60_00, "paid"))
                .expect(200);
        assertThat(spendable(anna)).isEqualTo(140);
        assertThat(spendable(ann)).isZero();
        api.put("/orders/shop/1", order(Map.of("id", ann), 80_00, "cancelled")).expect(200);
        assertThat(spendable(anna)).isEqualTo(60);
        // A third membership of the same person, and an order of the first comes back through both.
        String third = member("third");
        merge(anna, third).expect(200);
        assertThat(spendable(third)).isEqualTo(60);
        returned("2", "all", 4);
        assertThat(spendable(third)).isZero();
        assertThat(idOf("ann")).isEqualTo(third);
    }

    @Test
    void what_can_not_be_merged_is_refused_by_name_and_changes_nothing() {
        open("P3");
        String anna = member("anna");
        String ann = member("ann");
        String never = UUID.randomUUID().toString();
        assertThat(merge(anna, never).expect(404).code()).isEqualTo("MEMBER_UNKNOWN");
        assertThat(merge(never, anna).expect(422).code()).isEqualTo("MERGE_SOURCE_UNKNOWN");
        assertThat(merge(anna, anna).expect(422).code()).isEqualTo("MERGE_SAME_MEMBER");
        String out = api.post("/members", Map.of("name", "Nowhere"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        assertThat(merge(out, anna).expect(422).code()).isEqualTo("MERGE_NOT_ENROLLED");
        String firm = api.post(
                        "/members",
                        Map.of("kind", "organisation", "enrol", List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        assertThat(merge(firm, anna).expect(422).code()).isEqualTo("MERGE_KINDS_DIFFER");
        api.post("/members/" + ann + "/block", Map.of("reason", "FRAUD")).expect(200);
        assertThat(merge(ann, anna).expect(422).code()).isEqualTo("MERGE_SOURCE_BLOCKED");
        assertThat(merge(anna, ann).expect(422).code()).isEqualTo("MEMBER_BLOCKED");
        api.post("/members/" + ann + "/unblock", Map.of("reason", "CLEARED")).expect(200);
        buys(ann, "1", 100_00);
        api.withIdempotencyKey("hold")
                .post("/holds", Map.of("holdId", "h1", "memberId", ann, "points", 5, "minutes", 10))
                .expect(201);
        assertThat(merge(ann, anna).expect(422).code()).isEqualTo("MERGE_POINTS_HELD");
        api.withIdempotencyKey("free").post("/holds/h1/release", Map.of()).expect(200);
        long had = spendable(ann);
        assertThat(spendable(anna)).isZero();
        merge(ann, anna).expect(200);
        assertThat(spendable(anna)).isEqualTo(had);
        assertThat(merge(ann, anna).expect(422).code()).isEqualTo("MERGE_SOURCE_MERGED");
        assertThat(merge(anna, ann).expect(422).code()).isEqualTo("MEMBER_MERGED");
        Api.Answer named = api.withIdempotencyKey("late")
                .post("/holds", Map.of("holdId", "h2", "memberId", ann, "points", 5, "minutes", 10))
                .expect(422);
        assertThat(named.code()).isEqualTo("MEMBER_MERGED");
        assertThat(named.body()).contains(anna);
        assertThat(api.post("/members/" + ann + "/unblock", Map.of("reason", "CLEARED"))
                        .expect(422)
                        .code())
                .isEqualTo("MEMBER_MERGED");
    }

    @Test
    void of_two_merges_that_cross_one_is_done_and_a_return_at_the_same_time_is_lost_by_none() throws Exception {
        open("P2");
        String anna = member("anna");
        String ann = member("ann");
        buys(anna, "1", 100_00);
        buys(ann, "2", 100_00);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            calls.add(() -> tried(() -> merge(ann, anna)));
            calls.add(() -> tried(() -> merge(anna, ann)));
            calls.add(() -> tried(() -> returning("2", "meanwhile", 2)));
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                statuses.add(answer.get());
            }
            assertThat(statuses.subList(0, 2)).containsExactlyInAnyOrder(200, 422);
            assertThat(statuses.get(2)).isEqualTo(200);
        } finally {
            threads.shutdownNow();
        }
        assertThat(spendable(anna) + spendable(ann)).isEqualTo(150);
        assertThat(Math.min(spendable(anna), spendable(ann))).isZero();
    }
}
