package io.steadfast.charities.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DonationsResourceIT extends ClientTest {

    @Test
    void given_points_answer_with_the_members_part_and_the_match_apart_and_once() {
        GivingTill till = GivingTill.open("P5");
        till.api().put("/orders/shop/1", till.order("clean-seas", 700_00)).expect(201);
        Map<String, Object> gift = Map.of("memberId", till.member(), "points", 500, "charity", "clean-seas");
        Api once = till.api().withIdempotencyKey("gift");
        Api.Answer first = once.post("/donations", gift).expect(201);
        assertThat(once.post("/donations", gift).expect(201).body()).isEqualTo(first.body());
        JsonNode given = first.json();
        assertThat(given.at("/member/amount").asLong()).isEqualTo(5_00);
        assertThat(given.at("/match/amount").asLong()).isEqualTo(2_50);
        assertThat(given.at("/member/currency").asText()).isEqualTo("USD");
        assertThat(given.path("spendable").asLong()).isEqualTo(200);
        assertThat(given.path("donations")).hasSize(2);
        assertThat(given.at("/donations/0/state").asText()).isEqualTo("confirmed");
        JsonNode entry = till.api()
                .get("/members/" + till.member() + "/entries")
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(entry.path("kind").asText()).isEqualTo("donation");
        assertThat(entry.path("points").asLong()).isEqualTo(-500);
    }

    @Test
    void what_cant_be_given_is_refused_with_its_reason() {
        GivingTill till = GivingTill.open("P5");
        till.api().put("/orders/shop/1", till.order("clean-seas", 300_00)).expect(201);
        assertThat(give(till, 400)).isEqualTo("INSUFFICIENT_POINTS");
        assertThat(give(till, 150)).isEqualTo("NOT_IN_STEPS");
        assertThat(give(till, 50)).isEqualTo("BELOW_MINIMUM");
        assertThat(till.api()
                        .post("/donations", Map.of("memberId", till.member(), "points", 0))
                        .expect(400)
                        .errorAt("points"))
                .isEqualTo("OUT_OF_RANGE");
        assertThat(till.tenant()
                        .apiWith("orders:write")
                        .post("/donations", Map.of("memberId", till.member(), "points", 100))
                        .expect(403)
                        .code())
                .isEqualTo("FORBIDDEN");
        GivingTill other = GivingTill.open("P5");
        assertThat(other.api()
                        .post("/donations", Map.of("memberId", till.member(), "points", 100))
                        .expect(404)
                        .code())
                .isEqualTo("MEMBER_UNKNOWN");
        assertThat(List.of(till.api()
                        .get("/members/" + till.member() + "/donations")
                        .expect(200)
                        .json()
                        .path("items")
                        .size()))
                .containsExactly(0);
    }

    private static String give(GivingTill till, long points) {
        return till.api()
                .post("/donations", Map.of("memberId", till.member(), "points", points, "charity", "clean-seas"))
                .expect(422)
                .code();
    }
}
