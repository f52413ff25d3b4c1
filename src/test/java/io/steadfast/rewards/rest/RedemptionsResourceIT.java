package io.steadfast.rewards.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.rewards.RewardTill;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class RedemptionsResourceIT extends ClientTest {

    private static final String ITEM = "\"kind\":\"amount_voucher\",\"amount\":1000";

    @Test
    void a_reward_that_costs_credit_pays_from_the_least_basket_on_and_no_more_than_its_share() {
        RewardTill till = RewardTill.open("P11", "\"rewards\":[]", RewardTill.COUPON_FOR_CREDIT);
        till.give(till.member, 50_00);
        assertThat(against(till.redeem("coupon"))).containsExactly("BASKET_NEEDED");
        assertThat(against(paying(till, "equal", 9_99))).containsExactly("BASKET_TOO_SMALL");
        JsonNode made = paying(till, "equal", 10_00).expect(201).json();
        assertThat(against(paying(till, "equal", 10_00))).containsExactly("CREDIT_SHARE_EXCEEDED");
        assertThat(hold(till, "h1", "equal", 1, 10_00).expect(422).code()).isEqualTo("CREDIT_SHARE_EXCEEDED");
        paying(till, "other", 10_00).expect(201);
        till.api
                .post(
                        "/redemptions/" + made.path("redemptionId").asText() + "/cancel",
                        Map.of("reason", "CHANGED_MIND"))
                .expect(200);
        hold(till, "h2", "equal", 1, 10_00).expect(201);
        assertThat(against(paying(till, "equal", 10_00)))
                .as("a hold and a redemption together are no more than one")
                .containsExactly("CREDIT_SHARE_EXCEEDED");
        paying(till, "equal", 10_02).expect(201);
        paying(till, "equal", -1).expect(400);
    }

    private static Api.Answer paying(RewardTill till, String order, long basket) {
        return till.redeem(
                till.member, "coupon", Map.of("order", Map.of("source", "shop", "reference", order), "basket", basket));
    }

    private static Api.Answer hold(RewardTill till, String id, String order, long points, long basket) {
        return till.api.post(
                "/holds",
                Map.of(
                        "holdId",
                        id,
                        "memberId",
                        till.member,
                        "points",
                        points,
                        "minutes",
                        30,
                        "basket",
                        basket,
                        "order",
                        Map.of("source", "shop", "reference", order)));
    }

    private static List<String> against(Api.Answer refused) {
        assertThat(refused.expect(422).code()).isEqualTo("REWARD_NOT_AVAILABLE");
        return refused.json().path("errors").findValuesAsText("code");
    }

    @Test
    void points_become_a_voucher_once_however_often_the_call_is_sent() {
        RewardTill till = RewardTill.open();
        till.give(till.member, 700);
        Api once = till.api.withIdempotencyKey("tap");
        Map<String, Object> wish = Map.of("memberId", till.member, "reward", "voucher-10");
        Api.Answer first = once.post("/redemptions", wish).expect(201);
        Api.Answer again = once.post("/redemptions", wish).expect(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.json().path("points").asLong()).isEqualTo(500);
        assertThat(first.json().path("state").asText()).isEqualTo("issued");
        assertThat(first.json().path("spendable").asLong()).isEqualTo(200);
        assertThat(first.json().at("/vouchers/0/face/amount").asLong()).isEqualTo(1000);
        assertThat(first.json().at("/vouchers/0/code").asText()).matches("(\\w{4}-){3}\\w{4}");
        assertThat(till.spendable(till.member)).isEqualTo(200);
        assertThat(till.api
                        .withoutIdempotencyKey()
                        .withHeader("Idempotency-Key", "")
                        .post("/redemptions", wish)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_reward_of_points_plus_money_names_what_is_paid_beside_the_points() {
        RewardTill till = RewardTill.open("P1");
        till.give(till.member, 1_900);
        JsonNode offered = till.api
                .get("/rewards?memberId=" + till.member)
                .expect(200)
                .json()
                .path("items");
        JsonNode shaker = StreamSupport.stream(offered.spliterator(), false)
                .filter(one -> one.path("code").asText().equals("shaker"))
                .findFirst()
                .orElseThrow();
        assertThat(shaker.toString()).contains("900").contains("300");
        JsonNode one = till.redeem("shaker").expect(201).json();
        assertThat(one.path("points").asLong()).isEqualTo(900);
        assertThat(one.path("money").asLong()).isEqualTo(300);
        assertThat(till.spendable(till.member)).isEqualTo(1_000);
        till.give(till.member, 800);
        JsonNode two = till.redeem(till.member, "shaker", Map.of("quantity", 2))
                .expect(201)
                .json();
        assertThat(two.path("points").asLong()).isEqualTo(1_800);
        assertThat(two.path("money").asLong()).isEqualTo(600);
        assertThat(till.spendable(till.member)).isZero();
    }

    @Test
    void a_refusal_says_every_reason() {
        RewardTill till = RewardTill.open();
        Api.Answer refused = till.redeem("rouge-evening").expect(422);
        assertThat(refused.code()).isEqualTo("REWARD_NOT_AVAILABLE");
        assertThat(refused.json().path("errors").findValuesAsText("code"))
                .containsExactly("TIER_NEEDED", "POINTS_MISSING");
        assertThat(refused.json().at("/errors/1/message").asText()).isEqualTo("1000 points are missing.");
        assertThat(till.redeem("nothing").expect(422).code()).isEqualTo("REWARD_NOT_OFFERED");
        till.redeem(till.member, "voucher-10", Map.of("quantity", 0)).expect(400);
        till.redeem("018f0000-0000-7000-8000-000000000000", "voucher-10", Map.of())
                .expect(404);
    }

    @Test
    void points_that_arent_a_multiple_of_the_price_are_refused_and_a_multiple_buys_several() {
        RewardTill till = RewardTill.open();
        till.give(till.member, 1600);
        assertThat(till.redeem(till.member, "voucher-10", Map.of("points", 1001))
                        .expect(422)
                        .code())
                .isEqualTo("POINTS_NOT_A_MULTIPLE");
        JsonNode two = till.redeem(till.member, "voucher-10", Map.of("points", 1000))
                .expect(201)
                .json();
        assertThat(two.path("quantity").asInt()).isEqualTo(2);
        assertThat(two.path("vouchers")).hasSize(2);
        assertThat(till.spendable(till.member)).isEqualTo(600);
    }

    @Test
    void cancelling_gives_points_stock_and_voucher_back_unless_it_was_used() {
        RewardTill till = RewardTill.open();
        till.stock("voucher-10", 1).expect(200);
        till.give(till.member, 1000);
        JsonNode made = till.redeem("voucher-10").expect(201).json();
        String address = "/redemptions/" + made.path("redemptionId").asText();
        JsonNode cancelled =
                till.api.post(address + "/cancel", Map.of()).expect(200).json();
        assertThat(cancelled.path("state").asText()).isEqualTo("cancelled");
        assertThat(cancelled.path("history").findValuesAsText("state")).containsExactly("issued", "cancelled");
        assertThat(till.spendable(till.member)).isEqualTo(1000);
        assertThat(till.offer("voucher-10").at("/stock/left").asLong()).isEqualTo(1);
        String code = made.at("/vouchers/0/code").asText();
        assertThat(till.use(code, "1", 100).expect(422).code()).isEqualTo("VOUCHER_CANCELLED");
        till.api.post(address + "/cancel", Map.of()).expect(200);
        assertThat(till.spendable(till.member)).isEqualTo(1000);
        JsonNode second = till.redeem("voucher-10").expect(201).json();
        till.use(second.at("/vouchers/0/code").asText(), "1", 100).expect(200);
        assertThat(till.api
                        .post("/redemptions/" + second.path("redemptionId").asText() + "/cancel", Map.of())
                        .expect(422)
                        .code())
                .isEqualTo("VOUCHER_USED");
        assertThat(till.spendable(till.member)).isEqualTo(500);
    }

    @Test
    void an_item_is_ordered_shipped_and_delivered_and_cant_be_cancelled_once_sent() {
        RewardTill till = RewardTill.open("P2", ITEM, "\"kind\":\"physical_item\",\"sku\":\"brush\"");
        till.give(till.member, 500);
        JsonNode made = till.redeem("voucher-10").expect(201).json();
        assertThat(made.path("state").asText()).isEqualTo("ordered");
        assertThat(made.path("vouchers")).isEmpty();
        String address = "/redemptions/" + made.path("redemptionId").asText();
        till.api.post(address + "/fulfilment", Map.of("state", "lost")).expect(400);
        till.api.post(address + "/fulfilment", Map.of("state", "shipped")).expect(200);
        assertThat(till.api.post(address + "/cancel", Map.of()).expect(409).code())
                .isEqualTo("REDEMPTION_FULFILLED");
        till.api.post(address + "/fulfilment", Map.of("state", "delivered")).expect(200);
        assertThat(till.api
                        .post(address + "/fulfilment", Map.of("state", "shipped"))
                        .expect(409)
                        .code())
                .isEqualTo("FULFILMENT_OUT_OF_ORDER");
        assertThat(till.api.get(address).expect(200).json().path("history").findValuesAsText("state"))
                .containsExactly("ordered", "shipped", "delivered");
        assertThat(TestTenants.make().api().get(address).expect(404).code()).isEqualTo("REDEMPTION_UNKNOWN");
    }

    @Test
    void of_fifty_redemptions_at_once_of_a_balance_for_one_one_succeeds_and_the_others_are_told_why() throws Exception {
        RewardTill till = RewardTill.open();
        till.give(till.member, 500);
        List<Api.Answer> answers = RewardTill.rush(50, number -> till.redeem("voucher-10"));
        assertThat(answers).extracting(Api.Answer::status).containsOnly(201, 422);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 422)
                .hasSize(49)
                .allSatisfy(refused -> assertThat(refused.json().path("errors").findValuesAsText("code"))
                        .containsExactly("POINTS_MISSING"));
        assertThat(till.spendable(till.member)).isZero();
    }

    @Test
    void the_last_of_a_stock_goes_out_once_to_fifty_members_at_once() throws Exception {
        RewardTill till = RewardTill.open();
        till.stock("gift-card-50", 1).expect(200);
        assertThat(winners(till, "gift-card-50", 2500)).isEqualTo(1);
        assertThat(till.offer("gift-card-50").at("/stock/left").asLong()).isZero();
    }

    @Test
    void the_last_seat_goes_out_once_to_fifty_members_at_once() throws Exception {
        RewardTill till = RewardTill.open(
                "P2",
                "\"capacity\":40",
                "\"capacity\":1",
                "\"audience\":{\"set\":\"STATUS\",\"from\":\"ROUGE\"},\"validFor\"",
                "\"validFor\"");
        assertThat(winners(till, "rouge-evening", 1000)).isEqualTo(1);
        assertThat(till.offer("rouge-evening").at("/stock/taken").asLong()).isEqualTo(1);
    }

    @Test
    void the_last_thing_that_is_sent_goes_out_once_to_fifty_members_at_once() throws Exception {
        RewardTill till = RewardTill.open("P2", ITEM, "\"kind\":\"physical_item\",\"sku\":\"MUG\"");
        till.stock("voucher-10", 1).expect(200);
        assertThat(winners(till, "voucher-10", 500)).isEqualTo(1);
        assertThat(till.offer("voucher-10").at("/stock/left").asLong()).isZero();
    }

    @Test
    void the_last_voucher_of_a_pool_goes_out_once_to_fifty_members_at_once() throws Exception {
        RewardTill till = RewardTill.open();
        till.stock("voucher-10", 1).expect(200);
        assertThat(winners(till, "voucher-10", 500)).isEqualTo(1);
        assertThat(till.offer("voucher-10").at("/stock/left").asLong()).isZero();
    }

    @Test
    void the_last_three_vouchers_of_a_pool_go_out_three_times() throws Exception {
        RewardTill till = RewardTill.open();
        till.stock("voucher-10", 3).expect(200);
        assertThat(winners(till, "voucher-10", 500)).isEqualTo(3);
    }

    @Test
    void credit_goes_into_its_wallet_and_comes_out_again_when_cancelled() {
        RewardTill till = RewardTill.open(
                "P2",
                ITEM,
                "\"kind\":\"credit\",\"wallet\":\"credit\",\"amount\":1000",
                "\"wallets\":[",
                "\"wallets\":[{\"code\":\"credit\",\"name\":{\"en\":\"Credit\"},\"unit\":\"currency\","
                        + "\"purpose\":\"reward\",\"decimals\":2,\"expiry\":[{\"kind\":\"never\"}],"
                        + "\"consumption\":\"earliest_expiry\",\"returned\":{\"kind\":\"keep_original\"},"
                        + "\"deficit\":\"debt\",\"holds\":{\"maxMinutes\":60},"
                        + "\"value\":{\"minorUnits\":1,\"expectedUsePercent\":100}},");
        till.api
                .post(
                        "/adjustments",
                        Map.of(
                                "memberId",
                                till.member,
                                "wallet",
                                "beauty-points",
                                "points",
                                500,
                                "kind",
                                "goodwill",
                                "reason",
                                "TEST",
                                "note",
                                "n"))
                .expect(200);
        JsonNode made = till.redeem("voucher-10").expect(201).json();
        assertThat(wallet(till, "credit")).isEqualTo(1000);
        assertThat(wallet(till, "beauty-points")).isZero();
        till.api
                .post("/redemptions/" + made.path("redemptionId").asText() + "/cancel", Map.of())
                .expect(200);
        assertThat(wallet(till, "credit")).isZero();
        assertThat(wallet(till, "beauty-points")).isEqualTo(500);
    }

    private static long wallet(RewardTill till, String code) {
        for (JsonNode wallet : till.api
                .get("/members/" + till.member + "/balance")
                .expect(200)
                .json()
                .path("wallets")) {
            if (wallet.path("wallet").asText().equals(code)) {
                return wallet.path("spendable").asLong();
            }
        }
        return 0;
    }

    /** How many of fifty members with enough points get one when all ask at once. */
    private static long winners(RewardTill till, String reward, long points) throws Exception {
        List<String> members = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            String member = till.member("R-" + number);
            till.give(member, points);
            members.add(member);
        }
        List<Api.Answer> answers = RewardTill.rush(50, number -> till.redeem(members.get(number), reward, Map.of()));
        assertThat(answers).extracting(Api.Answer::status).containsOnly(201, 422);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 422)
                .allSatisfy(refused -> assertThat(refused.json().path("errors").findValuesAsText("code"))
                        .containsExactly("OUT_OF_STOCK"));
        long won = answers.stream().filter(answer -> answer.status() == 201).count();
        long kept = members.stream()
                .filter(member -> till.spendable(member) == points)
                .count();
        assertThat(kept).isEqualTo(50 - won);
        return won;
    }
}
