package io.steadfast.referrals;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.Api;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tenant whose members bring friends (P14), as its own systems see it. */
public record Friends(TestTenant tenant, Api api) {

    public static final String START = "2026-03-01T10:00:00Z";

    public static Friends open() {
        TestTenant tenant =
                TestPrograms.sandboxWith(Instant.parse(START), "P14", Instant.parse("2026-01-01T00:00:00Z"));
        return new Friends(tenant, tenant.api());
    }

    /** The same where a friend's first order has to come to so many pence. */
    static Friends asking(int least) {
        TestTenant tenant = TestTenants.makeAt(Instant.parse(START));
        Api api = tenant.api();
        String document = ProgramDocumentCodec.write(
                        ProgramTemplates.find("P14", new ProgramCode("club")).orElseThrow())
                .replace("\"windowDays\":14,", "\"windowDays\":14,\"minimum\":{\"GBP\":" + least + "},");
        api.post("/programs", "{\"code\":\"club\",\"document\":" + document + "}")
                .expect(201);
        api.post("/programs/club/draft/publish", Map.of("effectiveFrom", "2026-01-01T00:00:00Z"))
                .expect(201);
        return new Friends(tenant, api);
    }

    public void at(String instant) {
        tenant.moveClock(Instant.parse(instant));
    }

    public String member(Map<String, Object> fields) {
        return made(fields, Map.of("program", "club", "channel", "web"))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    public String code(String member) {
        return api.get("/members/" + member + "/referral-code")
                .expect(200)
                .json()
                .path("code")
                .asText();
    }

    /** Tries to join with a code. */
    public Api.Answer joins(String code, Map<String, Object> fields) {
        return made(fields, Map.of("program", "club", "channel", "web", "referralCode", code));
    }

    public String friend(String code, String externalId) {
        return joins(code, Map.of("externalId", externalId))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private Api.Answer made(Map<String, Object> fields, Map<String, Object> enrolment) {
        Map<String, Object> body = new HashMap<>(fields);
        body.put("enrol", List.of(enrolment));
        return api.post("/members", body);
    }

    /** An order of GBP 40.00, paid, with these returns. */
    @SafeVarargs
    public final Api.Answer order(String member, String reference, String at, Map<String, Object>... returns) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "member",
                Map.of("id", member),
                "occurredAt",
                at,
                "currency",
                "GBP",
                "status",
                "paid",
                "lines",
                List.of(Map.of("lineId", "1", "sku", "tea", "quantity", 2, "amount", 4_000))));
        body.put("returns", List.of(returns));
        return api.put("/orders/shop/" + reference, body);
    }

    public static Map<String, Object> returned(String at, int quantity) {
        return Map.of("returnId", "r1", "at", at, "lines", List.of(Map.of("lineId", "1", "quantity", quantity)));
    }

    public long points(String member) {
        JsonNode wallets =
                api.get("/members/" + member + "/balance").expect(200).json().path("wallets");
        return wallets.isEmpty() ? 0 : wallets.get(0).path("spendable").asLong();
    }

    /** Who joined last first. */
    public List<JsonNode> friendsOf(String member) {
        List<JsonNode> friends = new ArrayList<>();
        api.get("/members/" + member + "/referrals")
                .expect(200)
                .json()
                .path("items")
                .forEach(friends::add);
        return friends;
    }
}
