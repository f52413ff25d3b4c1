package io.steadfast.accrual.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class OrdersResourceIT extends ClientTest {

    @Test
    void anOrderPutTwiceWithTheSameKeyHasOneEffectAndTheSameBytes() {
        Till till = Till.open();
        Api api = till.api().withIdempotencyKey("till-1-1001");
        Api.Answer first =
                api.put("/orders/shop/1001", Till.order("anna", 4000)).expect(201);
        Api.Answer second =
                api.put("/orders/shop/1001", Till.order("anna", 4000)).expect(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        JsonNode receipt = first.json();
        assertThat(receipt.path("memberId").asText()).isEqualTo(till.memberId());
        JsonNode part = receipt.path("programs").get(0);
        assertThat(part.path("granted").get(0).path("points").asLong()).isEqualTo(40);
        assertThat(part.path("granted").get(0).path("state").asText()).isEqualTo("active");
        assertThat(part.path("taken")).isEmpty();
        assertThat(receipt.path("balance")
                        .path("wallets")
                        .get(0)
                        .path("spendable")
                        .asLong())
                .isEqualTo(40);
        assertThat(api.put("/orders/shop/1001", Till.order("anna", 5000))
                        .expect(422)
                        .code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void theSameContentWithoutTheKeyIsAnsweredWithTheStandingReceipt() {
        Till till = Till.open();
        Api.Answer first =
                till.api().put("/orders/shop/1001", Till.order("anna", 4000)).expect(201);
        Api.Answer second =
                till.api().put("/orders/shop/1001", Till.order("anna", 4000)).expect(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void fiftyEqualOrdersAtOnceGetFiftyEqualAnswers() throws Exception {
        Till till = Till.open();
        ExecutorService tills = Executors.newFixedThreadPool(10);
        List<Future<Api.Answer>> calls = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            calls.add(tills.submit(() -> till.api().put("/orders/shop/1001", Till.order("anna", 4000))));
        }
        List<Api.Answer> answers = new ArrayList<>();
        for (Future<Api.Answer> call : calls) {
            answers.add(call.get());
        }
        tills.shutdown();
        assertThat(answers)
                .extracting(Api.Answer::status)
                .filteredOn(status -> status == 201)
                .hasSize(1);
        assertThat(answers).extracting(Api.Answer::status).containsOnly(200, 201);
        assertThat(answers)
                .extracting(Api.Answer::body)
                .containsOnly(answers.get(0).body());
    }

    @Test
    void aReturnTakesItsShareAndTheOrderShowsIt() {
        Till till = Till.open();
        till.api().put("/orders/shop/1001", Till.order("anna", 4000)).expect(201);
        String returned =
                "{\"returnId\": \"r1\", \"at\": \"2026-03-14T11:00:00Z\", \"lines\": [{\"lineId\": \"A\", \"quantity\": 1}]}";
        JsonNode receipt = till.api()
                .post("/orders/shop/1001/returns", returned)
                .expect(200)
                .json();
        assertThat(receipt.path("programs")
                        .get(0)
                        .path("taken")
                        .get(0)
                        .path("points")
                        .asLong())
                .isEqualTo(20);
        JsonNode order = till.api().get("/orders/shop/1001").expect(200).json();
        assertThat(order.path("returns").get(0).path("returnId").asText()).isEqualTo("r1");
        assertThat(order.path("receipt")).isEqualTo(receipt);
        assertThat(order.path("lines").get(0).path("quantity").asInt()).isEqualTo(2);
        assertThat(till.api()
                        .post("/orders/shop/none/returns", returned)
                        .expect(404)
                        .code())
                .isEqualTo("ORDER_UNKNOWN");
        assertThat(till.api()
                        .withoutIdempotencyKey()
                        .post("/orders/shop/1001/returns", returned)
                        .expect(400)
                        .code())
                .isEqualTo("INVALID_REQUEST");
    }

    @Test
    void everyWrongFieldIsNamed() {
        Till till = Till.open();
        String wrong = """
                {"member": {"externalId": "anna", "phone": "+447700900123"}, "occurredAt": "2026-03-14T10:00:00Z",
                 "currency": "GBP", "status": "paid",
                 "lines": [{"lineId": "A", "sku": "S", "quantity": 0, "amount": -1},
                           {"lineId": "A", "sku": "S", "quantity": 1.2345, "amount": 1}]}
                """;
        JsonNode problem =
                till.api().put("/orders/shop/1001", wrong).expect(400).json();
        assertThat(problem.path("errors").findValuesAsText("path"))
                .contains("member", "lines[0].quantity", "lines[0].amount", "lines[1].quantity", "lines[1]");
        assertThat(till.api()
                        .put("/orders/shop/1001", Till.order("nobody", 1))
                        .expect(422)
                        .code())
                .isEqualTo("MEMBER_UNKNOWN");
        assertThat(till.api().get("/orders/shop/1001").expect(404).code()).isEqualTo("ORDER_UNKNOWN");
    }
}
