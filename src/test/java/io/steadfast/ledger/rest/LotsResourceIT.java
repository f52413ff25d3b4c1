package io.steadfast.ledger.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.ClientTest;
import org.junit.jupiter.api.Test;

class LotsResourceIT extends ClientTest {

    @Test
    void the_states_of_a_lot_add_up_to_its_grant() {
        Till till = Till.withPoints(30);
        till.hold("lots-1", 10, 30).expect(201);
        till.adjust("correction", -5).expect(200);
        JsonNode lots = till.api
                .get("/members/" + till.member + "/lots")
                .expect(200)
                .json()
                .path("items");
        assertThat(lots).hasSize(1);
        JsonNode lot = lots.get(0);
        assertThat(lot.path("granted").asLong()).isEqualTo(30);
        assertThat(lot.path("held").asLong()).isEqualTo(10);
        assertThat(lot.path("spent").asLong()).isEqualTo(5);
        assertThat(lot.path("active").asLong()).isEqualTo(15);
    }
}
