package io.steadfast.referrals.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.referrals.Friends;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenants;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferralCodeResourceIT extends ClientTest {

    @Test
    void a_code_stays_and_counts_who_came_with_it() {
        Friends shop = Friends.open();
        String anna = shop.member(Map.of("externalId", "anna"));
        String code = shop.code(anna);
        shop.friend(code, "ben");
        JsonNode answer = shop.api()
                .get("/members/" + anna + "/referral-code?program=club")
                .expect(200)
                .json();
        assertThat(answer.path("code").asText()).isEqualTo(code).matches("[A-Z2-9]{8}");
        assertThat(answer.path("friends").asLong()).isEqualTo(1);
        assertThat(answer.path("rewarded").asLong()).isZero();
    }

    @Test
    void it_takes_the_scope_and_the_tenant() {
        Friends shop = Friends.open();
        String anna = shop.member(Map.of("externalId", "anna"));
        String path = "/members/" + anna + "/referral-code";
        shop.tenant().apiWith("orders:write").get(path).expect(403);
        assertThat(TestTenants.make().api().get(path).expect(404).code()).isEqualTo("MEMBER_UNKNOWN");
        assertThat(shop.api().get(path + "?program=other").expect(422).code()).isEqualTo("REFERRAL_NOT_OFFERED");
    }
}
