package io.steadfast.platform.faces;

import io.steadfast.rewards.RewardTill;
import io.steadfast.support.Api;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A brand that has one of everything that a page can be about. */
final class MatrixWorld {

    final TestTenant tenant;
    final String member;
    private final Map<String, String> queries = new LinkedHashMap<>();

    private MatrixWorld(RewardTill till) {
        tenant = till.tenant;
        member = till.member;
        till.give(member, 1000).stock("voucher-10", 5).expect(200);
        String voucher = till.redeem("voucher-10")
                .expect(201)
                .json()
                .at("/vouchers/0/code")
                .asText();
        TestPrograms.publish(tenant, "summit", "P7", Instant.parse("2026-01-01T08:00:00Z"));
        till.api.post("/charities", Map.of("code", "books", "name", "Books")).expect(201);
        till.api
                .post("/stores", Map.of("code", "LDN1", "name", "Regent Street"))
                .expect(201);
        till.api
                .post("/products", Map.of("sku", "SERUM-30", "name", "Night serum 30 ml", "category", "care/face"))
                .expect(201);
        till.api
                .post(
                        "/attributes",
                        Map.of("subject", "member", "name", "skin", "type", "one_of", "values", List.of("dry", "oily")))
                .expect(201);
        queries.put("/console/product", "sku=SERUM-30");
        queries.put("/console/attribute", "of=MEMBER&name=skin");
        queries.put("/console/member", "id=" + member);
        queries.put("/console/merge", "id=" + member);
        queries.put("/console/program", "code=club");
        queries.put("/console/publish", "code=club");
        queries.put("/console/tryout", "code=club");
        queries.put("/console/reward", "program=club&code=voucher-10");
        queries.put("/console/charity", "code=books");
        queries.put("/console/store", "code=LDN1");
        queries.put("/console/vouchers", "code=" + voucher);
        queries.put("/console/review", "id=" + inReview());
        queries.put("/store/index", "member=" + member);
        queries.put("/platform/tenant", "slug=" + tenant.slug());
    }

    static MatrixWorld open() {
        return new MatrixWorld(RewardTill.open());
    }

    /** Where a browser opens the page. */
    String address(String page) {
        if (page.equals("/terms")) {
            return "/p/" + tenant.slug() + "/club/terms";
        }
        return query(page).isEmpty() ? page : page + "?" + query(page);
    }

    /** What the page is about, as its address says it after the question mark. */
    String query(String page) {
        return queries.getOrDefault(page, "");
    }

    /** Enough of everything that lists, figures and charts have something to show. */
    MatrixWorld furnished() {
        String ada = named("Ada Lovelace", "+447700900471");
        String ming = named("王小明", "+447700900472");
        String long1 = named("Maximiliane von und zu Hohenstein-Schwarzburg", "+447700900473");
        int number = 0;
        for (String whose : List.of(ada, ming, long1, member)) {
            for (int day = 10; day < 15; day++) {
                buys(whose, "R" + number, "2026-03-" + day + "T12:00:00Z", 40_00L + 35_00L * (number % 7));
                number++;
            }
        }
        Api api = tenant.api();
        api.post("/redemptions", Map.of("memberId", member, "reward", "voucher-10", "program", "club"));
        api.post(
                "/extensions",
                Map.of("selection", Map.of("program", "club"), "months", 12, "reason", "Stores were closed"));
        api.post("/webhook-endpoints", Map.of("url", "https://hooks.example/steadfast", "description", "Shop"));
        api.post("/products", Map.of("sku", "MASK-5", "name", "玫瑰保湿面膜 5 片装", "category", "care/face", "brand", "Rosa"));
        return this;
    }

    private String named(String name, String phone) {
        return tenant.api()
                .post(
                        "/members",
                        Map.of(
                                "name",
                                name,
                                "phone",
                                phone,
                                "joinedAt",
                                "2026-01-02T08:00:00Z",
                                "enrol",
                                List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private void buys(String whose, String reference, String at, long amount) {
        tenant.api()
                .put(
                        "/orders/shop/" + reference,
                        Map.of(
                                "member",
                                Map.of("id", whose),
                                "occurredAt",
                                at,
                                "currency",
                                "USD",
                                "status",
                                "paid",
                                "lines",
                                List.of(Map.of("lineId", "1", "sku", "A", "quantity", 1, "amount", amount))))
                .expect(201);
    }

    private String inReview() {
        tenant.api()
                .post(
                        "/members",
                        Map.of(
                                "externalId", "hiker",
                                "name", "Anna Berger",
                                "joinedAt", "2026-01-02T00:00:00Z",
                                "consents",
                                        List.of(Map.of(
                                                "purpose", "activity_tracking",
                                                "channel", "app",
                                                "granted", true,
                                                "at", "2026-01-02T00:00:00Z",
                                                "source", "app",
                                                "textVersion", "1")),
                                "enrol", List.of(Map.of("program", "summit", "channel", "app"))))
                .expect(201);
        tenant.api()
                .post(
                        "/activities",
                        Map.of(
                                "type", "activity",
                                "source", "tracker",
                                "reference", "fast",
                                "member", Map.of("externalId", "hiker"),
                                "occurredAt", "2026-03-15T08:00:00Z",
                                "attributes",
                                        Map.of("kind", "hike", "distance", 21_500, "ascent", 620, "duration", 3_600)))
                .expect(201);
        return tenant.api().get("/reviews").expect(200).json().at("/items/0/id").asText();
    }
}
