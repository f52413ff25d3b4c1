package io.steadfast.vouchers.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.rewards.RewardTill;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemberVouchersResourceIT extends ClientTest {

    @Test
    void a_members_vouchers_are_listed_page_by_page_the_newest_first() {
        RewardTill till = RewardTill.open();
        till.give(till.member, 2500);
        List<String> issued = new ArrayList<>();
        till.redeem(till.member, "voucher-10", Map.of("quantity", 5))
                .expect(201)
                .json()
                .path("vouchers")
                .forEach(voucher -> issued.add(0, voucher.path("code").asText()));
        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = till.api
                    .get("/members/" + till.member + "/vouchers?limit=2" + cursor)
                    .expect(200)
                    .json();
            page.path("items")
                    .forEach(voucher -> listed.add(voucher.path("code").asText()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asText();
        } while (!cursor.isEmpty());
        assertThat(listed).isEqualTo(issued).hasSize(5);
        assertThat(TestTenants.make()
                        .api()
                        .get("/members/" + till.member + "/vouchers")
                        .expect(404)
                        .code())
                .isEqualTo("MEMBER_UNKNOWN");
    }
}
