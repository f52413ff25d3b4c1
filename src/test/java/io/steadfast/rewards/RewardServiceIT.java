package io.steadfast.rewards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.accrual.Shop;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.rewards.core.RewardRefusal;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.CountedSockets;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RewardServiceIT extends ContainerTest {

    private static final String START = "2026-01-01T08:00:00Z";
    private static final RewardCode VOUCHER = new RewardCode("voucher-10");

    @Inject
    Shop shop;

    @Inject
    RewardService rewards;

    @Inject
    RedemptionService redemptions;

    @Test
    void the_catalogue_counts_what_was_given_and_what_is_left() {
        shop.open("2026-03-15T19:00:00Z");
        ProgramCode program = shop.publish("P2", START);
        MemberId member = shop.member("anna", START, program);
        shop.put(member, Shop.order("1", "2026-03-10T12:00:00Z", "USD", Shop.line("A", 1, 60_000)));
        shop.call(() -> rewards.supply(Optional.empty(), VOUCHER, 5));
        shop.call(() -> redemptions.redeem(RedemptionWish.of(member, VOUCHER).at("LA1")));
        RewardOffer offer = shop.call(() -> rewards.offer(Optional.of(program), VOUCHER));
        assertThat(offer.issued()).isEqualTo(1);
        assertThat(offer.stock().left()).hasValue(4);
        assertThat(shop.call(() -> rewards.redemptionsOf(program, VOUCHER, Optional.empty(), 10)))
                .singleElement()
                .satisfies(made -> assertThat(made.store()).contains("LA1"));
        assertThat(shop.number("SELECT count(*) FROM outbox_event WHERE type = 'points.redeemed'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> shop.call(() -> rewards.supply(Optional.empty(), VOUCHER, -5)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(RewardRefusal.STOCK_TOO_LOW));
        assertThat(shop.call(() -> rewards.offer(Optional.of(program), VOUCHER))
                        .stock()
                        .left())
                .hasValue(4);
    }

    @Test
    void what_a_member_had_of_all_limited_rewards_is_asked_at_once() {
        String voucher = "\"gives\":{\"kind\":\"amount_voucher\",\"amount\":1000}";
        String card = "\"gives\":{\"kind\":\"gift_card\",\"amount\":5000}";
        String twice = ",\"perMember\":{\"times\":2,\"period\":\"year\"}";
        shop.open("2026-03-15T19:00:00Z");
        long one = tripsOfCatalogue(shop.member("anna", START, shop.publish("P2", START)));
        shop.open("2026-03-15T19:00:00Z");
        ProgramCode program = shop.publish(Shop.template("P2", voucher, voucher + twice, card, card + twice), START);
        MemberId member = shop.member("anna", START, program);
        shop.put(member, Shop.order("1", "2026-03-10T12:00:00Z", "USD", Shop.line("A", 1, 190_000)));
        assertThat(tripsOfCatalogue(member)).isEqualTo(one);
        shop.call(() -> redemptions.redeem(RedemptionWish.of(member, VOUCHER)));
        assertThat(reasons(member)).isEmpty();
        shop.call(() -> redemptions.redeem(RedemptionWish.of(member, VOUCHER)));
        assertThat(reasons(member)).containsExactly("LIMIT_REACHED");
    }

    private long tripsOfCatalogue(MemberId member) {
        reasons(member);
        long before = CountedSockets.trips();
        reasons(member);
        return CountedSockets.trips() - before;
    }

    private List<String> reasons(MemberId member) {
        return shop.call(() -> rewards.forMember(member, Optional.empty(), Optional.empty())).stream()
                .filter(offer -> offer.reward().code().equals(VOUCHER))
                .flatMap(offer -> offer.availability().orElseThrow().reasons().stream())
                .map(unmet -> unmet.reason().name())
                .toList();
    }
}
