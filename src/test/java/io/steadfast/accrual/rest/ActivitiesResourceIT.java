package io.steadfast.accrual.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import org.junit.jupiter.api.Test;

class ActivitiesResourceIT extends ClientTest {

    @Test
    void aReviewEarnsOnceHoweverOftenItIsReported() {
        Till till = Till.open();
        Api.Answer first = till.api().post("/activities", Till.activity("r-1")).expect(201);
        JsonNode part = first.json().path("programs").get(0);
        assertThat(part.path("granted").get(0).path("points").asLong()).isEqualTo(50);
        Api.Answer again = till.api().post("/activities", Till.activity("r-1")).expect(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(till.api()
                        .post("/activities", Till.activity("r-1").replace("\"stars\": 5", "\"stars\": 4"))
                        .expect(409)
                        .code())
                .isEqualTo("REFERENCE_REUSED");
        till.api()
                .withoutIdempotencyKey()
                .post("/activities", Till.activity("r-2"))
                .expect(400);
        till.tenant()
                .apiWith("orders:write")
                .post("/activities", Till.activity("r-3"))
                .expect(403);
    }
}
