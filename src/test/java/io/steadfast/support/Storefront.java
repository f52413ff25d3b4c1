package io.steadfast.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a brand's systems do before people look at the screens: publish a template, enrol a member, report an order. */
public final class Storefront {

    /** The code that template P1 brings along. */
    public static final String PROGRAM = "simple-points";

    private final TestTenant tenant;

    public Storefront(TestTenant tenant) {
        this.tenant = tenant;
    }

    /** P1 as it comes, in force from now on. */
    public Storefront publishSimplePoints() {
        tenant.api()
                .post("/programs", Map.of("code", PROGRAM, "template", "P1"))
                .expect(201);
        tenant.api()
                .post("/programs/" + PROGRAM + "/draft/publish", Map.of("effectiveFrom", now().toString()))
                .expect(201);
        return this;
    }

    /** A member in the program; answers their id. */
    public String enrol(String name, String phone) {
        JsonNode made = tenant.api()
                .post(
                        "/members",
                        Map.of(
                                "name",
                                name,
                                "phone",
                                phone,
                                "enrol",
                                List.of(Map.of("program", PROGRAM, "channel", "store"))))
                .expect(201)
                .json();
        return made.path("id").asText();
    }

    /** A paid order of one line. */
    public void order(String member, String reference, long amount) {
        put(member, reference, amount, "paid").expect(201);
    }

    /** The same order, sent out. */
    public void fulfil(String member, String reference, long amount) {
        put(member, reference, amount, "fulfilled").expect(200);
    }

    private Api.Answer put(String member, String reference, long amount, String status) {
        Map<String, Object> line = Map.of("lineId", "1", "sku", "whey", "quantity", 1, "amount", amount);
        return tenant.api()
                .put(
                        "/orders/till/" + reference,
                        Map.of(
                                "member",
                                Map.of("id", member),
                                "occurredAt",
                                now().toString(),
                                "currency",
                                "GBP",
                                "status",
                                status,
                                "lines",
                                List.of(line)));
    }

    /** Something members do. */
    public void act(String member, String type, String reference) {
        tenant.api()
                .post(
                        "/activities",
                        Map.of(
                                "type",
                                type,
                                "member",
                                Map.of("id", member),
                                "source",
                                "app",
                                "reference",
                                reference,
                                "occurredAt",
                                now().toString()))
                .expect(201);
    }

    /** Sandboxes stand still at the instant they were made; nothing of theirs lies later. */
    private Instant now() {
        return SANDBOX_NOW;
    }

    /** The instant at which tenants of such a test stand. */
    public static final Instant SANDBOX_NOW = Instant.parse("2026-03-10T10:00:00Z");
}
