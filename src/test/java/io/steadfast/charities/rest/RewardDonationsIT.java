package io.steadfast.charities.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.rewards.RewardTill;
import io.steadfast.support.ClientTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A reward that is a donation: points at the till become money for a charity. */
class RewardDonationsIT extends ClientTest {

    @Test
    void a_reward_that_is_a_donation_is_confirmed_to_the_charity_that_the_member_names() {
        RewardTill till = RewardTill.open(
                "P2", "\"kind\":\"amount_voucher\",\"amount\":1000", "\"kind\":\"donation\",\"amount\":1000");
        till.give(till.member, 1_200);
        till.api
                .post("/charities", Map.of("code", "books", "name", "Books for all"))
                .expect(201);
        assertThat(till.redeem(till.member, "voucher-10", Map.of("charity", "nobody"))
                        .expect(422)
                        .code())
                .isEqualTo("CHARITY_NOT_OFFERED");
        assertThat(till.spendable(till.member)).isEqualTo(1_200);
        till.redeem(till.member, "voucher-10", Map.of("charity", "books")).expect(201);
        assertThat(till.spendable(till.member)).isEqualTo(700);
        JsonNode given = till.api
                .get("/members/" + till.member + "/donations")
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(given.path("charity").asText()).isEqualTo("books");
        assertThat(given.path("pledge").asText()).isEqualTo("reward");
        assertThat(given.path("state").asText()).isEqualTo("confirmed");
        assertThat(given.at("/amount/amount").asLong()).isEqualTo(10_00);
        JsonNode batch = till.api
                .post("/charities/books/settlements", Map.of())
                .expect(201)
                .json();
        assertThat(batch.at("/amounts/0/amount").asLong()).isEqualTo(10_00);
        till.api
                .withHeader("If-Match", "\"0\"")
                .patch("/charities/books", Map.of("status", "closed"))
                .expect(200);
        assertThat(till.redeem(till.member, "voucher-10", Map.of("charity", "books"))
                        .expect(422)
                        .code())
                .isEqualTo("CHARITY_CLOSED");
    }
}
