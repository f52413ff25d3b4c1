package io.steadfast.charities.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.ClientTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemberDonationsResourceIT extends ClientTest {

    @Test
    void a_standing_choice_counts_for_orders_and_a_closed_charity_asks_for_another() {
        GivingTill till = GivingTill.open("P4");
        String charity = "/members/" + till.member() + "/charity";
        String donations = "/members/" + till.member() + "/donations";
        JsonNode chosen = till.api()
                .put(charity, Map.of("charity", "clean-seas"))
                .expect(200)
                .json();
        assertThat(chosen.path("program").asText()).isEqualTo("giving");
        assertThat(chosen.path("state").asText()).isEqualTo("chosen");
        till.buys("1", "clean-seas");
        till.api()
                .withHeader("If-Match", "\"0\"")
                .patch("/charities/clean-seas", Map.of("status", "closed"))
                .expect(200);
        JsonNode after = till.api().get(donations).expect(200).json();
        assertThat(after.at("/choices/0/state").asText()).isEqualTo("choose_again");
        assertThat(after.at("/items/0").has("charity")).isFalse();
        assertThat(after.at("/items/0/defaultCharity").asText()).isEqualTo("safe-homes");
        assertThat(till.api()
                        .put(charity, Map.of("charity", "clean-seas"))
                        .expect(422)
                        .code())
                .isEqualTo("CHARITY_CLOSED");
        assertThat(till.api()
                        .put(charity, Map.of("charity", "none"))
                        .expect(422)
                        .code())
                .isEqualTo("CHARITY_NOT_OFFERED");
        assertThat(till.api().put(charity, Map.of()).expect(400).errorAt("charity"))
                .isEqualTo("REQUIRED");
        till.api().put(charity, Map.of("charity", "young-minds")).expect(200);
        assertThat(till.api()
                        .get(donations)
                        .expect(200)
                        .json()
                        .at("/items/0/charity")
                        .asText())
                .isEqualTo("young-minds");
    }

    @Test
    void donations_are_paged_with_their_totals() {
        GivingTill till = GivingTill.open("P4");
        for (int at = 1; at <= 3; at++) {
            till.buys(Integer.toString(at), "clean-seas");
        }
        String path = "/members/" + till.member() + "/donations";
        JsonNode first = till.api().get(path + "?limit=2").expect(200).json();
        assertThat(first.path("items")).hasSize(2);
        assertThat(first.at("/items/0/reference").asText()).isEqualTo("3");
        assertThat(first.at("/totals/0/pledged/amount").asLong()).isEqualTo(3_00);
        JsonNode second = till.api()
                .get(path + "?limit=2&cursor=" + first.path("nextCursor").asText())
                .expect(200)
                .json();
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("nextCursor").isNull()).isTrue();
        assertThat(GivingTill.open("P4").api().get(path).expect(404).code()).isEqualTo("MEMBER_UNKNOWN");
    }
}
