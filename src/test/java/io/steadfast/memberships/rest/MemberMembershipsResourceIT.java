package io.steadfast.memberships.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestPrograms;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemberMembershipsResourceIT extends ClientTest {

    @Test
    void a_members_plans_come_the_latest_first_and_in_pages() {
        Prime prime = Prime.open();
        String first = prime.started();
        prime.api()
                .post("/memberships/" + first + "/cancel", Map.of("when", "now"))
                .expect(200);
        String second = prime.start(Map.of("trial", "none"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        String path = "/members/" + prime.member() + "/memberships";
        JsonNode all = prime.api().get(path).expect(200).json();
        assertThat(all.at("/items/0/id").asText()).isEqualTo(second);
        assertThat(all.at("/items/1/state").asText()).isEqualTo("ended");
        JsonNode page = prime.api().get(path + "?limit=1").expect(200).json();
        assertThat(prime.api()
                        .get(path + "?limit=1&cursor=" + page.path("nextCursor").asText())
                        .expect(200)
                        .json()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(first);
    }

    @Test
    void another_tenants_member_is_one_that_never_existed() {
        Prime prime = Prime.open();
        assertThat(TestPrograms.live()
                        .api()
                        .get("/members/" + prime.member() + "/memberships")
                        .expect(404)
                        .code())
                .isEqualTo("MEMBER_UNKNOWN");
    }
}
