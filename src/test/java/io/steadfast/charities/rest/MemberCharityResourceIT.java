package io.steadfast.charities.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.support.ClientTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemberCharityResourceIT extends ClientTest {

    @Test
    void a_choice_is_kept_and_the_members_own_address_still_answers() {
        GivingTill till = GivingTill.open("P4");
        String member = "/members/" + till.member();
        assertThat(till.api()
                        .put(member + "/charity", Map.of("charity", "clean-seas"))
                        .expect(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("chosen");
        assertThat(till.api().get(member).expect(200).json().path("id").asText())
                .isEqualTo(till.member());
        assertThat(GivingTill.open("P4")
                        .api()
                        .put(member + "/charity", Map.of("charity", "clean-seas"))
                        .expect(404)
                        .code())
                .isEqualTo("MEMBER_UNKNOWN");
    }
}
