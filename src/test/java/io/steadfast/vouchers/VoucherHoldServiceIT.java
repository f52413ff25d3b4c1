package io.steadfast.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.rewards.RewardTill;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Vouchers kept for a checkout, and vouchers that get another code, over the API as a till calls. */
class VoucherHoldServiceIT extends ClientTest {

    private static String voucher(RewardTill till) {
        till.give(till.member, 500);
        return till.redeem("voucher-10")
                .expect(201)
                .json()
                .at("/vouchers/0/code")
                .asText();
    }

    private static Api.Answer hold(RewardTill till, String code, String reference, int minutes) {
        return till.api.post(
                "/vouchers/" + code + "/hold",
                Map.of("order", Map.of("source", "shop", "reference", reference), "minutes", minutes));
    }

    private static Api.Answer release(RewardTill till, String code, String reference) {
        return till.api.post(
                "/vouchers/" + code + "/release", Map.of("order", Map.of("source", "shop", "reference", reference)));
    }

    private static String state(RewardTill till, String code) {
        return till.api
                .get("/vouchers/" + code)
                .expect(200)
                .json()
                .path("state")
                .asText();
    }

    @Test
    void a_held_voucher_is_used_by_its_order_alone() {
        RewardTill till = RewardTill.open();
        String code = voucher(till);
        assertThat(hold(till, code, "1", 10).expect(200).json().path("state").asText())
                .isEqualTo("held");
        hold(till, code, "1", 10).expect(200);
        assertThat(hold(till, code, "2", 10).expect(422).code()).isEqualTo("VOUCHER_HELD");
        assertThat(till.use(code, "2", 100).expect(422).code()).isEqualTo("VOUCHER_HELD");
        till.use(code, "1", 400).expect(200);
        assertThat(state(till, code)).isEqualTo("partly_used");
        till.use(code, "2", 600).expect(200);
    }

    @Test
    void a_hold_that_is_released_or_times_out_leaves_the_voucher_to_others() {
        RewardTill till = RewardTill.open();
        String code = voucher(till);
        hold(till, code, "1", 10).expect(200);
        assertThat(release(till, code, "2").expect(422).code()).isEqualTo("VOUCHER_NOT_HELD");
        release(till, code, "1").expect(200);
        assertThat(state(till, code)).isEqualTo("active");
        hold(till, code, "1", 10).expect(200);
        till.tenant.moveClock(RewardTill.NOW.plus(Duration.ofMinutes(10)));
        assertThat(state(till, code)).isEqualTo("active");
        till.use(code, "2", 1000).expect(200);
        assertThat(hold(till, code, "3", 10).expect(422).code()).isEqualTo("VOUCHER_USED");
    }

    @Test
    void a_hold_lasts_from_a_minute_to_a_day() {
        RewardTill till = RewardTill.open();
        String code = voucher(till);
        hold(till, code, "1", 0).expect(400);
        hold(till, code, "1", 1440).expect(200);
        release(till, code, "1").expect(200);
        assertThat(hold(till, code, "1", 1441).expect(422).code()).isEqualTo("VOUCHER_HOLD_TOO_LONG");
    }

    @Test
    void a_reissued_voucher_has_what_remained_and_the_old_code_is_dead() {
        RewardTill till = RewardTill.open();
        String code = voucher(till);
        till.use(code, "1", 400).expect(200);
        JsonNode fresh = till.api
                .post("/vouchers/" + code + "/reissue", Map.of("reason", "LOST"))
                .expect(200)
                .json();
        assertThat(fresh.path("code").asText()).isNotEqualTo(code);
        assertThat(fresh.at("/face/amount").asLong()).isEqualTo(600);
        assertThat(fresh.path("state").asText()).isEqualTo("active");
        assertThat(state(till, code)).isEqualTo("cancelled");
        assertThat(till.use(code, "2", 100).expect(422).code()).isEqualTo("VOUCHER_CANCELLED");
        assertThat(till.api
                        .post("/vouchers/" + code + "/reissue", Map.of("reason", "LOST"))
                        .expect(422)
                        .code())
                .isEqualTo("VOUCHER_CANCELLED");
        till.use(fresh.path("code").asText(), "2", 600).expect(200);
    }

    @Test
    void a_redemption_whose_voucher_was_reissued_can_be_cancelled_unless_something_of_it_was_used() {
        RewardTill till = RewardTill.open();
        for (long used : List.of(0L, 100L)) {
            till.give(till.member, 500);
            JsonNode made = till.redeem("voucher-10").expect(201).json();
            String code = made.at("/vouchers/0/code").asText();
            if (used > 0) {
                till.use(code, "u", used).expect(200);
            }
            JsonNode fresh = till.api
                    .post("/vouchers/" + code + "/reissue", Map.of("reason", "LOST"))
                    .expect(200)
                    .json();
            Api.Answer cancelled =
                    till.api.post("/redemptions/" + made.path("redemptionId").asText() + "/cancel", Map.of());
            if (used > 0) {
                assertThat(cancelled.expect(422).code()).isEqualTo("VOUCHER_USED");
            } else {
                cancelled.expect(200);
                assertThat(state(till, fresh.path("code").asText())).isEqualTo("cancelled");
            }
        }
    }
}
