package io.steadfast.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.bench.product.Brand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The programs of a measured brand: Beauty Insider many times, each with a wallet of its own, one of them with a budget. */
final class Catalogue {

    private static final String TEMPLATE = "P2";
    private static final String WALLET = "beauty-points";
    private static final String BUDGET =
            "\"budgets\":[{\"code\":\"launch\",\"name\":{\"en\":\"Launch\",\"zh-CN\":\"首发\"},\"points\":900000000000,"
                    + "\"mode\":\"trim\",\"onReturn\":\"give_back\"}]";

    private Catalogue() {}

    /** The programs {@code p0}, {@code p1} and so on. */
    static void publish(Brand brand, int programs) {
        for (int at = 0; at < programs; at++) {
            String points = "points-" + at;
            publish(brand, "p" + at, document(brand, "p" + at).replace(WALLET, points));
        }
        pause();
    }

    /** The program {@code p0} of many brands. */
    static void publish(List<Brand> brands) {
        brands.forEach(brand -> publish(brand, "p0", document(brand, "p0").replace(WALLET, "points-0")));
        pause();
    }

    /** The program {@code p0} in a sandbox that has no members yet: it judges from then on. */
    static void publishAtOnce(Brand brand, String from) {
        brand.change("/programs/p0/draft", document(brand, "p0"));
        brand.post("/programs/p0/draft/publish", "{\"effectiveFrom\": \"" + from + "\"}");
    }

    /** The program {@code budgeted}: each of its orders takes from one budget. */
    static void publishBudgeted(Brand brand) {
        String text = document(brand, "budgeted").replace(WALLET, "points-budgeted");
        int ofRule = text.indexOf("\"budgets\":[]");
        text = text.substring(0, ofRule) + "\"budgets\":[\"launch\"]" + text.substring(ofRule + 12);
        int ofProgram = text.lastIndexOf("\"budgets\":[]");
        publish(brand, "budgeted", text.substring(0, ofProgram) + BUDGET + text.substring(ofProgram + 12));
        pause();
    }

    private static String document(Brand brand, String code) {
        JsonNode made = brand.post("/programs", "{\"code\": \"" + code + "\", \"template\": \"" + TEMPLATE + "\"}");
        if (made.isMissingNode()) {
            throw new IllegalStateException("No program " + code);
        }
        return brand.get("/programs/" + code + "/draft");
    }

    private static void publish(Brand brand, String code, String document) {
        brand.change("/programs/" + code + "/draft", document);
        brand.post(
                "/programs/" + code + "/draft/publish",
                "{\"effectiveFrom\": \"" + Instant.now().plusSeconds(2) + "\"}");
    }

    private static void pause() {
        io.steadfast.bench.product.Waiting.pause(Duration.ofSeconds(3));
    }
}
