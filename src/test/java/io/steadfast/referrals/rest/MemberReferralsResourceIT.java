package io.steadfast.referrals.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.referrals.Friends;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenants;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemberReferralsResourceIT extends ClientTest {

    @Test
    void friends_come_page_by_page_who_joined_last_first() {
        Friends shop = Friends.open();
        String anna = shop.member(Map.of("externalId", "anna"));
        String code = shop.code(anna);
        String first = shop.friend(code, "f1");
        shop.friend(code, "f2");
        String last = shop.friend(code, "f3");
        String path = "/members/" + anna + "/referrals";
        JsonNode page = shop.api().get(path + "?limit=2").expect(200).json();
        assertThat(page.path("items")).hasSize(2);
        assertThat(page.path("items").get(0).path("friendId").asText()).isEqualTo(last);
        JsonNode rest = shop.api()
                .get(path + "?limit=2&cursor=" + page.path("nextCursor").asText())
                .expect(200)
                .json();
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.path("items").get(0).path("friendId").asText()).isEqualTo(first);
        assertThat(rest.path("items").get(0).path("state").asText()).isEqualTo("joined");
        shop.tenant().apiWith("orders:write").get(path).expect(403);
        assertThat(TestTenants.make().api().get(path).expect(404).code()).isEqualTo("MEMBER_UNKNOWN");
    }
}
