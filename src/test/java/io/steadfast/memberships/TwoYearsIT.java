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
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * One member with a paid plan, a tier that rises and falls twice, three vouchers and lots that lapse at different month ends, looked
 * at on the last day of 24 months: all of it out of one answer, the member's card. The table was worked out by hand from the story
 * and the program, which is P3 but for this: a tier lasts to the end of its year, points through the last day of the month 12
 * months on.
 */
class TwoYearsIT extends ClientTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /**
     * The month's last day; the plan's state and whether it is on; the tier and its last day; spendable points; what of them lapses
     * after which day; vouchers; rights (EFM: early access, free shipping and member price of the plan; H: the hotline of Silver).
     */
    private static final List<String> TABLE = List.of(
            // Trial since 1 January, paid on its last instant. A: 100.00 at 1 and 1 more for the plan = 200, through
            // January 2027.
            "2026-01-31 active on MEMBER - 200 [2027-01-31:200] - EFM",
            // The month paid ended at 00:00 of the 28th; within the 7 days of grace everything stays on.
            "2026-02-28 past_due on MEMBER - 200 [2027-01-31:200] - EFM",
            // Paid on 3 March, to the 31st. B on 5 March: 250.00 more make 350.00, Silver from 300.00 to the year's
            // end; the
            // crossing order earns at the earlier rate, 1 and 1 = 500. Silver gives the gift once. Past due again since
            // 00:00.
            "2026-03-31 past_due on SILVER 2026-12-31 700 [2027-01-31:200, 2027-03-31:500] gift-20 EFHM",
            // Suspended on 7 April, paid on the 20th: a new period to 20 May.
            "2026-04-30 active on SILVER 2026-12-31 700 [2027-01-31:200, 2027-03-31:500] gift-20 EFHM",
            // Paid on 20 May, to 20 June.
            "2026-05-31 active on SILVER 2026-12-31 700 [2027-01-31:200, 2027-03-31:500] gift-20 EFHM",
            // The gift of 5 March was good for 3 months, through 5 June. Left on 10 June, so the plan ended on the
            // 20th.
            "2026-06-30 ended off SILVER 2026-12-31 700 [2027-01-31:200, 2027-03-31:500] - H",
            "2026-07-31 ended off SILVER 2026-12-31 700 [2027-01-31:200, 2027-03-31:500] - H",
            // C on 10 August: 40.00 at Silver's 1.25 = 50, through August 2027.
            "2026-08-31 ended off SILVER 2026-12-31 750 [2027-01-31:200, 2027-03-31:500, 2027-08-31:50] - H",
            // A voucher of USD 10 for 120 on 5 September, out of the points that lapse first: 200 - 120 = 80; good for
            // 12 months.
            "2026-09-30 ended off SILVER 2026-12-31 630 [2027-01-31:80, 2027-03-31:500, 2027-08-31:50] voucher-10 H",
            // Another of USD 5 for 50 on 10 October: 80 - 50 = 30.
            "2026-10-31 ended off SILVER 2026-12-31 580 [2027-01-31:30, 2027-03-31:500, 2027-08-31:50]"
                    + " voucher-10+voucher-5 H",
            // The second is used on 15 November.
            "2026-11-30 ended off SILVER 2026-12-31 580 [2027-01-31:30, 2027-03-31:500, 2027-08-31:50] voucher-10 H",
            // Back on 31 December, without a second trial, paid to 31 January.
            "2026-12-31 active on SILVER 2026-12-31 580 [2027-01-31:30, 2027-03-31:500, 2027-08-31:50] voucher-10 EFHM",
            // Silver ended with 2026: 2027 has only D on 20 January, 80.00 at 1 and 1 for the plan = 160, through
            // January 2028.
            // Paid on the 31st; the 30 of A are good for all of that day.
            "2027-01-31 active on MEMBER - 740 [2027-01-31:30, 2027-03-31:500, 2027-08-31:50, 2028-01-31:160]"
                    + " voucher-10 EFM",
            // The first lot has lapsed: 740 - 30 = 710. Paid on the 28th.
            "2027-02-28 active on MEMBER - 710 [2027-03-31:500, 2027-08-31:50, 2028-01-31:160] voucher-10 EFM",
            // Paid on the 31st, the last day of the second lot.
            "2027-03-31 active on MEMBER - 710 [2027-03-31:500, 2027-08-31:50, 2028-01-31:160] voucher-10 EFM",
            // It has lapsed: 710 - 500 = 210. Nothing was paid by 00:00 of the 30th.
            "2027-04-30 past_due on MEMBER - 210 [2027-08-31:50, 2028-01-31:160] voucher-10 EFM",
            // Left at once on 5 May, within the grace.
            "2027-05-31 ended off MEMBER - 210 [2027-08-31:50, 2028-01-31:160] voucher-10 -",
            // E on 15 June: 80.00 and 320.00 = 400.00, Silver again, at the earlier rate of 1 = 320. The gift comes but
            // once.
            "2027-06-30 ended off SILVER 2027-12-31 530 [2027-08-31:50, 2028-01-31:160, 2028-06-30:320] voucher-10 H",
            "2027-07-31 ended off SILVER 2027-12-31 530 [2027-08-31:50, 2028-01-31:160, 2028-06-30:320] voucher-10 H",
            // The last day of the third lot.
            "2027-08-31 ended off SILVER 2027-12-31 530 [2027-08-31:50, 2028-01-31:160, 2028-06-30:320] voucher-10 H",
            // It has lapsed: 530 - 50 = 480. The voucher was good through 5 September.
            "2027-09-30 ended off SILVER 2027-12-31 480 [2028-01-31:160, 2028-06-30:320] - H",
            // E came back whole on 12 October: 400.00 - 320.00 = 80.00 are no Silver, and its 320 are taken back.
            "2027-10-31 ended off MEMBER - 160 [2028-01-31:160] - -",
            "2027-11-30 ended off MEMBER - 160 [2028-01-31:160] - -",
            "2027-12-31 ended off MEMBER - 160 [2028-01-31:160] - -");

    private static final String PRICED = "\"price\":{\"wallet\":\"points\",\"points\":%d,\"byTier\":[]},";

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
        happens.put("2026-09-05T12:00", () -> redeem("voucher-10"));
        happens.put("2026-10-10T12:00", () -> redeem("voucher-5"));
        happens.put("2026-11-15T12:00", () -> use("voucher-5"));
        happens.put("2026-12-31T10:00", () -> {
            start(Map.of("trial", "none"));
            pay("p5", "2026-12-31T10:00");
        });
        happens.put("2027-01-20T12:00", () -> order("D", "2027-01-20T12:00", 80_00));
        happens.put("2027-01-31T00:00", () -> pay("p6", "2027-01-31T00:00"));
        happens.put("2027-02-28T00:00", () -> pay("p7", "2027-02-28T00:00"));
        happens.put("2027-03-31T00:00", () -> pay("p8", "2027-03-31T00:00"));
        happens.put("2027-05-05T12:00", () -> leave("now"));
        happens.put("2027-06-15T12:00", () -> order("E", "2027-06-15T12:00", 320_00));
        happens.put("2027-10-12T12:00", () -> giveBack("E", "2027-10-12T12:00"));
        return happens;
    }

    private void open() {
        tenant = TestTenants.makeAt(local("2026-01-01T08:00"));
        api = tenant.api();
        String document = ProgramDocumentCodec.write(
                        ProgramTemplates.find("P3", new ProgramCode("club")).orElseThrow())
                .replace("\"to_end_of_next_period\"", "\"to_end_of_period\"")
                .replace("\"start\":\"activity\"", "\"start\":\"activity\",\"roundUpTo\":\"month\"")
                .replace("\"threshold\":30000,", "\"threshold\":30000,\"entryReward\":\"gift-20\",")
                .replace(
                        "\"rewards\":[]",
                        "\"rewards\":["
                                + voucher("voucher-10", 1_000, PRICED.formatted(120), 12)
                                + ","
                                + voucher("voucher-5", 500, PRICED.formatted(50), 12)
                                + ","
                                + voucher("gift-20", 2_000, "", 3)
                                + "]")
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

    private static String voucher(String code, long amount, String price, int months) {
        return """
                {"code":"%s","name":{"en":"Voucher"},"description":{},"gives":{"kind":"amount_voucher","amount":%d},%s\
                "redeemed":"on_request","visible":{},"validFor":{"amount":%d,"unit":"months"}}""".formatted(code, amount, price, months);
    }

    /** Everything from the one answer. */
    private String look(String day) {
        JsonNode card =
                api.get("/members/" + member + "/card").expect(200).json().at("/cards/0");
        JsonNode tier = card.path("tier");
        JsonNode wallet = card.at("/wallets/0");
        return String.join(
                " ",
                day,
                card.at("/plan/state").asText(),
                card.at("/plan/on").asBoolean() ? "on" : "off",
                tier.path("code").asText(),
                tier.path("through").asText("-"),
                wallet.path("spendable").asText(),
                texts(wallet.path("lapsing"), lot -> lot.path("date").asText() + ":" + lot.path("points"))
                        .toString(),
                joined(
                        "+",
                        texts(
                                card.path("vouchers"),
                                voucher -> voucher.path("reward").asText())),
                joined(
                        "",
                        texts(
                                card.path("rights"),
                                right -> right.path("code").asText().substring(0, 1))));
    }

    private static List<String> texts(JsonNode rows, Function<JsonNode, String> text) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(text)
                .sorted()
                .toList();
    }

    private static String joined(String between, List<String> texts) {
        return texts.isEmpty()
                ? "-"
                : String.join(between, texts.stream().sorted().toList());
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

    private void giveBack(String reference, String at) {
        api.post(
                        "/orders/shop/" + reference + "/returns",
                        Map.of(
                                "returnId", "r1",
                                "at", local(at).toString(),
                                "lines", List.of(Map.of("lineId", "1", "quantity", 1))))
                .expect(200);
    }

    private void redeem(String reward) {
        api.post("/redemptions", Map.of("memberId", member, "reward", reward)).expect(201);
    }

    private void use(String reward) {
        JsonNode vouchers =
                api.get("/members/" + member + "/card").expect(200).json().at("/cards/0/vouchers");
        String code =
                texts(
                                vouchers,
                                voucher -> voucher.path("reward").asText() + " "
                                        + voucher.path("code").asText())
                        .stream()
                        .filter(each -> each.startsWith(reward + " "))
                        .map(each -> each.substring(reward.length() + 1))
                        .findFirst()
                        .orElseThrow();
        api.post("/vouchers/" + code + "/use", Map.of("order", Map.of("source", "shop", "reference", "N")))
                .expect(200);
    }

    private static Instant local(String text) {
        return LocalDateTime.parse(text).atZone(NEW_YORK).toInstant();
    }
}
