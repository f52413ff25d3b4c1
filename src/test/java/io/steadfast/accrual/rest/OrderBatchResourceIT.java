package io.steadfast.accrual.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.ClientTest;
import org.junit.jupiter.api.Test;

class OrderBatchResourceIT extends ClientTest {

    @Test
    void aRefusedOrderRefusesOnlyItself() {
        Till till = Till.open();
        String orders = "{\"orders\": [" + item("1001", "anna", 4000) + "," + item("1002", "nobody", 100) + ","
                + item("1003", "anna", -1) + "," + item("1004", "anna", 300) + "]}";
        JsonNode items =
                till.api().post("/orders/batch", orders).expect(200).json().path("items");
        assertThat(items).extracting(item -> item.path("status").asInt()).containsExactly(201, 422, 400, 201);
        assertThat(items.get(0).path("receipt").path("reference").asText()).isEqualTo("1001");
        assertThat(items.get(1).path("problem").path("code").asText()).isEqualTo("MEMBER_UNKNOWN");
        assertThat(items.get(2)
                        .path("problem")
                        .path("errors")
                        .get(0)
                        .path("path")
                        .asText())
                .isEqualTo("lines[0].amount");
        assertThat(items.get(3)
                        .path("receipt")
                        .path("balance")
                        .path("wallets")
                        .get(0)
                        .path("spendable")
                        .asLong())
                .isEqualTo(43);
    }

    private static String item(String reference, String member, long amount) {
        String order = Till.order(member, amount).strip();
        return "{\"source\": \"shop\", \"reference\": \"" + reference + "\", " + order.substring(1);
    }
}
