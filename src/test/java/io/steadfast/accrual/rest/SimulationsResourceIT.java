package io.steadfast.accrual.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.support.Api;
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

    @Test
    void a_draft_is_tried_in_place_of_what_is_in_force_and_nothing_of_it_stays() throws JsonProcessingException {
        Till till = Till.open();
        Api.Answer draft = till.api().get("/programs/club/draft").expect(200);
        ObjectNode document = (ObjectNode) draft.json();
        ((ObjectNode) document.at("/earning/rules/0/effect")).put("points", 2);
        Api.Answer saved = till.api()
                .withHeader("If-Match", draft.header("ETag"))
                .put("/programs/club/draft", document)
                .expect(200);
        String id = saved.header("Draft-Id");
        ObjectNode order = (ObjectNode) new ObjectMapper().readTree(Till.order("anna", 4000));
        order.put("draft", id);
        assertThat(points(till, order)).isEqualTo(80);
        order.remove("draft");
        assertThat(points(till, order)).isEqualTo(40);
        order.put("draft", "00000000-0000-0000-0000-000000000000");
        assertThat(till.api().post("/simulations", order).expect(422).code()).isEqualTo("DRAFT_NOT_FOUND");
    }

    private static long points(Till till, ObjectNode order) {
        return till.api()
                .post("/simulations", order)
                .expect(200)
                .json()
                .at("/programs/0/granted/0/points")
                .asLong();
    }
}
