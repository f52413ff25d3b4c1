package io.steadfast.cards.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.rewards.RewardTill;
import io.steadfast.support.ClientTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A card says what the calls for balance, tier and rewards say. */
class CardResourceIT extends ClientTest {

    @Test
    void a_card_says_what_balance_tier_and_rewards_say() {
        RewardTill till = RewardTill.open();
        till.give(till.member, 300);
        JsonNode card = till.api
                .get("/members/" + till.member + "/card?program=club")
                .expect(200)
                .json()
                .at("/cards/0");
        JsonNode balance = till.api
                .get("/members/" + till.member + "/balance")
                .expect(200)
                .json()
                .at("/wallets/0");
        assertThat(card.at("/wallets/0/spendable").asLong())
                .isEqualTo(300)
                .isEqualTo(balance.path("spendable").asLong());
        assertThat(card.at("/wallets/0/expiring")).isEqualTo(balance.at("/expiring/0"));
        assertThat(card.at("/wallets/0/lapsing")).isEqualTo(balance.path("expiring"));
        JsonNode tier = till.api
                .get("/members/" + till.member + "/tier")
                .expect(200)
                .json()
                .at("/sets/0");
        assertThat(card.at("/tier/code")).isEqualTo(tier.at("/current/code"));
        assertThat(card.at("/next/code")).isEqualTo(tier.at("/progress/next/code"));
        assertThat(card.at("/next/missing").asLong())
                .isEqualTo(tier.at("/progress/missing").asLong());
        String reward = card.at("/reward/code").asText();
        assertThat(card.at("/reward/missing").asLong())
                .isEqualTo(till.offer(reward).at("/reasons/0/points").asLong());
        assertThat(card.at("/donated/amount").asLong()).isZero();
        JsonNode chinese = till.api
                .withHeader("Accept-Language", "zh-CN")
                .get("/members/" + till.member + "/card")
                .expect(200)
                .json()
                .at("/cards/0");
        assertThat(chinese.at("/wallets/0/name").asText()).isEqualTo("积分");
        assertThat(till.api
                        .get("/members/" + till.member + "/card?program=none")
                        .expect(200)
                        .json()
                        .path("cards"))
                .isEmpty();
        assertThat(till.api
                        .get("/members/" + UUID.randomUUID() + "/card")
                        .expect(404)
                        .code())
                .isEqualTo("MEMBER_UNKNOWN");
    }
}
