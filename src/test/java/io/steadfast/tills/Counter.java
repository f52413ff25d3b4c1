package io.steadfast.tills;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.TestDatabase;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A store of a brand that gives a point for each pound, with a member and the API of its tills. */
public final class Counter {

    /** Where the store's tills and its staff book sales. */
    public static final String SOURCE = "till-LDN1";

    public static final Instant NOW = Instant.parse("2026-03-15T19:00:00Z");

    public final TestTenant tenant;
    public final Api api;
    public final String member;

    private Counter(TestTenant tenant) {
        this.tenant = tenant;
        this.api = tenant.api();
        this.member = member("Ada Lovelace", "+447700900471");
    }

    /** With the program {@code club} from a template. */
    public static Counter open(String template) {
        return new Counter(TestPrograms.sandboxWith(NOW, template, Instant.parse("2026-01-01T08:00:00Z")));
    }

    public String member(String name, String phone) {
        return api.post(
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

    /** What the till reports of a receipt by itself, a minute after staff wrote it down; {@code whose} may be empty. */
    public Api.Answer report(String reference, long amount, String whose) {
        return report(reference, amount, whose, NOW.plusSeconds(60));
    }

    /** What the till reports by itself of a sale at that instant. */
    public Api.Answer report(String reference, long amount, String whose, Instant at) {
        Map<String, Object> order = new LinkedHashMap<>();
        if (!whose.isEmpty()) {
            order.put("member", Map.of("id", whose));
        }
        order.put("occurredAt", at.toString());
        order.put("currency", "GBP");
        order.put("status", "paid");
        order.put("lines", List.of(Map.of("lineId", "a", "sku", "whey", "quantity", 2, "amount", amount)));
        return api.put("/orders/" + SOURCE + "/" + reference, order);
    }

    public long spendable(String whose) {
        for (JsonNode wallet :
                api.get("/members/" + whose + "/balance").expect(200).json().path("wallets")) {
            return wallet.path("spendable").asLong();
        }
        return 0;
    }

    /** Lets so many minutes pass for everything that was done at the counter: the list is written once, so it is moved. */
    public void later(int minutes) throws SQLException {
        try (Connection connection = TestDatabase.superuser();
                Statement statement = connection.createStatement()) {
            String schema = "t_" + tenant.slug().replace('-', '_');
            statement.executeUpdate("UPDATE \"" + schema + "\".counter_work"
                    + " SET recorded_at = recorded_at - interval '" + minutes + " minutes'");
        }
    }
}
