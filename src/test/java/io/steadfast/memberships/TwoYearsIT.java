package io.steadfast.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * One member with a paid plan, a tier, a voucher and lots that lapse, looked at on the last day of 24 months. The table was
 * worked out by hand: 30 days of trial from 1 January 2026, a payment in the grace and one after the suspension, leaving and
 * coming back on 31 December, and leaving while a payment is late.
 */
class TwoYearsIT extends ClientTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Month's last day, plan's state, benefits, tier, points, voucher, rights. */
    private static final List<String> TABLE = List.of(
            "2026-01-31 active    on  MEMBER 200 -       EARLY_ACCESS FREE_SHIPPING MEMBER_PRICE",
            "2026-02-28 past_due  on  MEMBER 200 -       EARLY_ACCESS FREE_SHIPPING MEMBER_PRICE",
            "2026-03-31 past_due  on  SILVER 700 -       EARLY_ACCESS FREE_SHIPPING HOTLINE MEMBER_PRICE",
            "2026-04-30 active    on  SILVER 700 -       EARLY_ACCESS FREE_SHIPPING HOTLINE MEMBER_PRICE",
            "2026-05-31 active    on  SILVER 700 -       EARLY_ACCESS FREE_SHIPPING HOTLINE MEMBER_PRICE",
            "2026-06-30 ended     off SILVER 700 -       HOTLINE",
            "2026-07-31 ended     off SILVER 700 -       HOTLINE",
            "2026-08-31 ended     off SILVER 750 -       HOTLINE",
            "2026-09-30 ended     off SILVER 250 active  HOTLINE",
            "2026-10-31 ended     off SILVER 250 active  HOTLINE",
            "2026-11-30 ended     off SILVER 250 active  HOTLINE",
            "2026-12-31 active    on  SILVER 250 active  EARLY_ACCESS FREE_SHIPPING HOTLINE MEMBER_PRICE",
            "2027-01-31 active    on  SILVER 430 active  EARLY_ACCESS FREE_SHIPPING HOTLINE MEMBER_PRICE",
            "2027-02-28 active    on  SILVER 430 active  EARLY_ACCESS FREE_SHIPPING HOTLINE MEMBER_PRICE",
            "2027-03-31 active    on  SILVER 230 active  EARLY_ACCESS FREE_SHIPPING HOTLINE MEMBER_PRICE",
            "2027-04-30 past_due  on  SILVER 230 active  EARLY_ACCESS FREE_SHIPPING HOTLINE MEMBER_PRICE",
            "2027-05-31 ended     off SILVER 230 active  HOTLINE",
            "2027-06-30 ended     off SILVER 230 active  HOTLINE",
            "2027-07-31 ended     off SILVER 230 active  HOTLINE",
            "2027-08-31 ended     off SILVER 180 active  HOTLINE",
            "2027-09-30 ended     off SILVER 180 expired HOTLINE",
            "2027-10-31 ended     off SILVER 180 expired HOTLINE",
            "2027-11-30 ended     off SILVER 180 expired HOTLINE",
            "2027-12-31 ended     off SILVER 180 expired HOTLINE");

    private TestTenant tenant;
    private Api api;
    private String member;
    private String membership;

    @Test
    void every_answer_is_right_at_each_of_24_month_ends() {
        open();
        TreeMap<String, Runnable> happens = story();
        List<String> seen = new ArrayList<>();
        for (String line : TABLE) {
            String lookAt = line.substring(0, 10) + "T12:00";
            while (!happens.isEmpty() && happens.firstKey().compareTo(lookAt) <= 0) {
                Map.Entry<String, Runnable> next = happens.pollFirstEntry();
                tenant.moveClock(local(next.getKey()));
                next.getValue().run();
            }
            tenant.moveClock(local(lookAt));
            seen.add(look(line.substring(0, 10)));
        }
        assertThat(seen).containsExactlyElementsOf(TABLE);
    }

    private TreeMap<String, Runnable> story() {
        TreeMap<String, Runnable> happens = new TreeMap<>();
        happens.put("2026-01-01T09:00", () -> start(Map.of()));
        happens.put("2026-01-15T12:00", () -> order("A", "2026-01-15T12:00", 100_00));
        happens.put("2026-01-31T00:00", () -> pay("p1", "2026-01-31T00:00"));
        happens.put("2026-03-03T10:00", () -> pay("p2", "2026-03-03T10:00"));
        happens.put("2026-03-05T12:00", () -> order("B", "2026-03-05T12:00", 250_00));
        happens.put("2026-04-20T10:00", () -> pay("p3", "2026-04-20T10:00"));
        happens.put("2026-05-20T00:00", () -> pay("p4", "2026-05-20T00:00"));
        happens.put("2026-06-10T12:00", () -> leave("period_end"));
        happens.put("2026-08-10T12:00", () -> order("C", "2026-08-10T12:00", 40_00));
        happens.put("2026-09-05T12:00", this::redeem);
        happens.put("2026-12-31T10:00", () -> {
            start(Map.of("trial", "none"));
            pay("p5", "2026-12-31T10:00");
        });
        happens.put("2027-01-20T12:00", () -> order("D", "2027-01-20T12:00", 80_00));
        happens.put("2027-01-31T00:00", () -> pay("p6", "2027-01-31T00:00"));
        happens.put("2027-02-28T00:00", () -> pay("p7", "2027-02-28T00:00"));
        happens.put("2027-03-31T00:00", () -> pay("p8", "2027-03-31T00:00"));
        happens.put("2027-05-05T12:00", () -> leave("now"));
        return happens;
    }

    private void open() {
        tenant = TestTenants.makeAt(local("2026-01-01T08:00"));
        api = tenant.api();
        String document = ProgramDocumentCodec.write(
                        ProgramTemplates.find("P3", new ProgramCode("club")).orElseThrow())
                .replace("\"rewards\":[]", """
                        "rewards":[{"code":"voucher-10","name":{"en":"Voucher"},"description":{"en":"USD 10"},\
                        "gives":{"kind":"amount_voucher","amount":1000},\
                        "price":{"wallet":"points","points":500,"byTier":[]},"redeemed":"on_request","visible":{},\
                        "validFor":{"amount":12,"unit":"months"}}]""")
                .replace("\"entitlements\":[],\"giving\"", """
                        "entitlements":[{"code":"HOTLINE","name":{"en":"Hotline"},"detail":{},\
                        "tier":{"set":"STATUS","from":"SILVER"},"products":[]}],"giving\"""");
        api.post("/programs", "{\"code\":\"club\",\"document\":" + document + "}")
                .expect(201);
        api.post("/programs/club/draft/publish", Map.of("effectiveFrom", "2025-12-01T05:00:00Z"))
                .expect(201);
        member = api.post(
                        "/members",
                        Map.of(
                                "externalId", "C-1",
                                "joinedAt", "2025-12-05T00:00:00Z",
                                "enrol", List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private String look(String day) {
        JsonNode plan = api.get("/memberships/" + membership).expect(200).json();
        String tier = read("/tier").at("/sets/0/current/code").asText();
        long points = read("/balance").at("/wallets/0/spendable").asLong();
        JsonNode vouchers = read("/vouchers").path("items");
        String voucher = vouchers.isEmpty() ? "-" : vouchers.at("/0/state").asText();
        List<String> rights = StreamSupport.stream(
                        read("/entitlements").elements().next().spliterator(), false)
                .map(right -> right.path("code").asText())
                .sorted()
                .toList();
        return String.format(
                "%s %-9s %-3s %s %d %-7s %s",
                day,
                plan.path("state").asText(),
                plan.path("benefits").asText(),
                tier,
                points,
                voucher,
                String.join(" ", rights));
    }

    private JsonNode read(String what) {
        return api.get("/members/" + member + what).expect(200).json();
    }

    private void start(Map<String, String> more) {
        Map<String, Object> body = new TreeMap<>(Map.of("memberId", member, "program", "club", "plan", "PRIME"));
        body.putAll(more);
        membership =
                api.post("/memberships", body).expect(201).json().path("id").asText();
    }

    private void pay(String reference, String at) {
        api.post(
                        "/memberships/" + membership + "/payments",
                        Map.of(
                                "outcome",
                                "paid",
                                "reference",
                                reference,
                                "at",
                                local(at).toString(),
                                "amount",
                                Map.of("amount", 1499, "currency", "USD")))
                .expect(200);
    }

    private void leave(String when) {
        api.post("/memberships/" + membership + "/cancel", Map.of("when", when)).expect(200);
    }

    private void order(String reference, String at, long amount) {
        api.put(
                        "/orders/shop/" + reference,
                        Map.of(
                                "member", Map.of("id", member),
                                "occurredAt", local(at).toString(),
                                "currency", "USD",
                                "status", "paid",
                                "lines", List.of(Map.of("lineId", "1", "sku", "A", "quantity", 1, "amount", amount))))
                .expect(201);
    }

    private void redeem() {
        api.post("/redemptions", Map.of("memberId", member, "reward", "voucher-10"))
                .expect(201);
    }

    private static Instant local(String text) {
        return LocalDateTime.parse(text).atZone(NEW_YORK).toInstant();
    }
}
