package io.steadfast.accrual.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.ClientTest;
import org.junit.jupiter.api.Test;

class SimulationsResourceIT extends ClientTest {

    @Test
    void anOrderAndAnActivityAreTriedAndNothingIsWritten() {
        Till till = Till.open();
        JsonNode order = till.api()
                .post("/simulations", Till.order("anna", 4000))
                .expect(200)
                .json();
        assertThat(order.path("programs")
                        .get(0)
                        .path("granted")
                        .get(0)
                        .path("points")
                        .asLong())
                .isEqualTo(40);
        JsonNode review = till.api()
                .post("/simulations", Till.activity("r-1"))
                .expect(200)
                .json();
        assertThat(review.path("programs")
                        .get(0)
                        .path("granted")
                        .get(0)
                        .path("points")
                        .asLong())
                .isEqualTo(50);
        assertThat(review.path("balance")
                        .path("wallets")
                        .get(0)
                        .path("spendable")
                        .asLong())
                .isEqualTo(50);
        till.api().get("/orders/simulation/simulation").expect(404);
    }
}
