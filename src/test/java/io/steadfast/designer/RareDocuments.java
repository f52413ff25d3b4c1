package io.steadfast.designer;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramDocument;
import java.util.LinkedHashMap;
import java.util.Map;

/** Programs with what no template has: each field of the model stands in a template or in one of these. */
final class RareDocuments {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode tree;

    private RareDocuments(String template) {
        this.tree = ExactJson.tree(ProgramTemplates.find(template).orElseThrow());
    }

    static Map<String, ProgramDocument> all() {
        Map<String, ProgramDocument> documents = new LinkedHashMap<>();
        documents.put("promises", promises());
        documents.put("prices", prices());
        documents.put("rewards", rewards());
        documents.put("status", status());
        documents.put("lasting", lasting("{\"kind\":\"duration\",\"amount\":14,\"unit\":\"months\"}"));
        documents.put("dated", lasting("{\"kind\":\"fixed_date\",\"date\":\"2027-06-30\"}"));
        documents.put(
                "lends",
                new RareDocuments("P3")
                        .set("/plans/0/lends", "{\"set\":\"STATUS\",\"tier\":\"SILVER\"}")
                        .set("/plans/0/renewal", "\"by_member\"")
                        .made());
        documents.put(
                "pledges",
                new RareDocuments("P4")
                        .set("/giving/pledges/0/minimumOrder", "{\"USD\":1000}")
                        .made());
        documents.put(
                "gives",
                new RareDocuments("P5")
                        .set("/giving/points/points", "50")
                        .set("/giving/points/minimum", "600")
                        .made());
        documents.put(
                "friends",
                new RareDocuments("P14")
                        .set("/referral/minimum", "{\"GBP\":2000}")
                        .made());
        documents.put(
                "events",
                new RareDocuments("P2")
                        .set("/earning/basis", "[\"tax\"]")
                        .set(
                                "/earning/pending",
                                "{\"kind\":\"on_event\",\"event\":\"delivered\",\"cancelAfterDays\":30}")
                        .made());
        return documents;
    }

    /** Notices, what counts, what is kept longer, and what the brand says itself. */
    private static ProgramDocument promises() {
        return new RareDocuments("P2")
                .set("/basics/accepted", "[{\"currency\":\"CAD\",\"rate\":0.75}]")
                .set("/wallets/0/notice", "{\"days\":30,\"channel\":\"webhook\"}")
                .set("/wallets/0/holds/maxPoints", "5000")
                .set("/earning/rules/0/pending", AFTER_DAYS)
                .set("/earning/rules/0/basis", "[\"shipping\"]")
                .set("/earning/rules/0/expiry", "[" + NINE_MONTHS + "]")
                .set("/earning/budgets", "[" + BUDGET + "]")
                .set("/earning/rules/0/budgets", "[\"most\"]")
                .set("/earning/rules/0/when", """
                        {"kind":"any","of":[{"kind":"not","of":{"kind":"fact","fact":"channel","operator":"is_one_of",\
                        "values":["web"]}},{"kind":"fact","fact":"member_attribute","of":"skin","operator":"is_one_of",\
                        "values":["dry"]}]}""")
                .set("/tierSets/0/metric/basis", "[\"tax\"]")
                .set("/tierSets/0/tiers/1/renewal", "20000")
                .set("/tierSets/0/tiers/1/benefits", "[{\"en\":\"A seat in the lounge\",\"zh-CN\":\"休息室座位\"}]")
                .set("/terms/opening", "{\"en\":\"Welcome.\",\"zh-CN\":\"欢迎。\"}")
                .set("/terms/closing", "{\"en\":\"Thank you.\",\"zh-CN\":\"谢谢。\"}")
                .set("/terms/changeNoticeDays", "30")
                .made();
    }

    private static final String NINE_MONTHS =
            "{\"kind\":\"after_duration\",\"amount\":9,\"unit\":\"months\",\"start\":\"activity\"}";
    private static final String AFTER_DAYS = "{\"kind\":\"after_days\",\"days\":14,\"start\":\"activity\"}";
    private static final String BUDGET =
            "{\"code\":\"most\",\"name\":{\"en\":\"Budget\",\"zh-CN\":\"预算\"},\"money\":150,\"mode\":\"trim\",\"onReturn\":\"give_back\"}";

    /** By tier, with money, for a plan, for some days. */
    private static ProgramDocument prices() {
        return new RareDocuments("P3").set("/rewards", """
                        [{"code":"voucher","name":{"en":"Voucher","zh-CN":"礼券"},"description":{},\
                        "gives":{"kind":"amount_voucher","amount":1000,"basket":2500},\
                        "price":{"wallet":"points","points":500,"byTier":[{"set":"STATUS","from":"SILVER","points":400}],\
                        "money":300},"redeemed":"on_request","visible":{"from":"2026-02-01","through":"2027-02-01"},\
                        "perMember":{"times":2,"period":"month"},"audience":{"set":"STATUS","from":"SILVER"},\
                        "validFor":{"amount":3,"unit":"months"},"plan":"PRIME"}]""").made();
    }

    private static ProgramDocument rewards() {
        return new RareDocuments("P5")
                .set(
                        "/rewards",
                        "["
                                + String.join(
                                        ",",
                                        reward(
                                                "percent",
                                                "{\"kind\":\"percent_voucher\",\"percent\":10,\"most\":2000,\"basket\":3000}"),
                                        reward("shipping", "{\"kind\":\"free_shipping\",\"basket\":1500}"),
                                        reward("credit", "{\"kind\":\"credit\",\"wallet\":\"credit\",\"amount\":500}"),
                                        reward(
                                                "gift",
                                                "{\"kind\":\"donation\",\"amount\":500,\"charity\":\"clean-seas\"}"),
                                        reward("early", "{\"kind\":\"early_access\",\"products\":[\"serum\"]}"),
                                        reward(
                                                "evening",
                                                "{\"kind\":\"experience\",\"on\":\"2027-05-01\",\"capacity\":40}"))
                                + "]")
                .set("/entitlements", """
                        [{"code":"hotline","name":{"en":"Hotline","zh-CN":"热线"},"detail":{"en":"Call us","zh-CN":"致电"},\
                        "products":["serum"]}]""")
                .add("/wallets", """
                        {"code":"credit","name":{"en":"Credit","zh-CN":"余额"},"unit":"currency","purpose":"reward",\
                        "decimals":2,"expiry":[{"kind":"never"}],"consumption":"earliest_expiry",\
                        "returned":{"kind":"keep_original"},"deficit":"debt","holds":{"maxMinutes":60},\
                        "value":{"minorUnits":1,"expectedUsePercent":100}}""")
                .made();
    }

    private static String reward(String code, String gives) {
        return "{\"code\":\"" + code + "\",\"name\":{\"en\":\"One\",\"zh-CN\":\"一份\"},\"description\":{},\"gives\":"
                + gives
                + ",\"price\":{\"wallet\":\"giving-points\",\"points\":300,\"byTier\":[]},"
                + "\"redeemed\":\"on_request\",\"visible\":{}}";
    }

    /** By status points in the last months, kept by others or by visits. */
    private static ProgramDocument status() {
        RareDocuments made = new RareDocuments("P2");
        ObjectNode visits = made.tree.at("/tierSets/0").deepCopy();
        ObjectNode wallet = made.tree.at("/wallets/0").deepCopy();
        wallet.put("code", "status").put("purpose", "status").remove("value");
        ((ObjectNode) wallet.path("name")).put("en", "Stars").put("zh-CN", "星值");
        ObjectNode rule = made.tree.at("/earning/rules/0").deepCopy();
        rule.put("code", "status").put("priority", 2).put("wallet", "status");
        made.add("/wallets", wallet.toString())
                .add("/earning/rules", rule.toString())
                .add("/earning/rules", """
                        {"code":"twice","name":{"en":"Twice","zh-CN":"双倍"},"priority":5,"trigger":{"kind":"on_order"},\
                        "pointsClass":"base","effect":{"kind":"multiplier","factor":2,"reach":"base",\
                        "wallets":["beauty-points"]},"rounding":{"direction":"floor","level":"order"},"caps":[],\
                        "budgets":[],"expiry":[]}""")
                .set("/tierSets/0/metric", "{\"kind\":\"status_points\",\"wallet\":\"status\",\"basis\":[]}")
                .set("/tierSets/0/period", "{\"kind\":\"rolling\",\"amount\":12,\"unit\":\"months\"}")
                .set("/tierSets/0/validity", "{\"kind\":\"duration\",\"amount\":12,\"unit\":\"months\"}");
        visits.put("code", "VISITS");
        ((ArrayNode) visits.path("tiers")).remove(2);
        ((ObjectNode) visits.at("/tiers/0")).put("code", "GUEST");
        ((ObjectNode) visits.at("/tiers/1")).put("code", "REGULAR").put("threshold", 40_000);
        ((ObjectNode) visits.path("metric"))
                .put("kind", "counter")
                .put("counter", "visit")
                .remove("wallet");
        return made.add("/tierSets", visits.toString())
                .set(
                        "/tierSets/1/tiers/1/keeps",
                        "{\"need\":2,\"goals\":[{\"metric\":\"status_points\",\"wallet\":\"status\",\"threshold\":3},{\"metric\":\"counter\",\"counter\":\"review\",\"threshold\":2}]}")
                .made();
    }

    private static ProgramDocument lasting(String validity) {
        return new RareDocuments("P2")
                .set("/tierSets/0/validity", validity)
                .set("/tierSets/0/tiers/1/expiry", "{\"beauty-points\":[" + NINE_MONTHS + "]}")
                .set("/earning/pending", AFTER_DAYS)
                .made();
    }

    private RareDocuments set(String path, String json) {
        JsonPointer place = JsonPointer.compile(path);
        JsonNode parent = tree.at(place.head());
        if (parent instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), read(json));
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), read(json));
        }
        return this;
    }

    private RareDocuments add(String path, String json) {
        ((ArrayNode) tree.at(path)).add(read(json));
        return this;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException(json, ours);
        }
    }

    private ProgramDocument made() {
        return ProgramDocumentCodec.read(tree.toString());
    }
}
