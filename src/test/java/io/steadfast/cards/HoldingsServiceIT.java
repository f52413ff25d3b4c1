package io.steadfast.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.steadfast.accrual.Shop;
import io.steadfast.cards.core.CardFacts;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.memberships.MembershipService;
import io.steadfast.memberships.StartWish;
import io.steadfast.memberships.core.MembershipState;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.rewards.RedemptionService;
import io.steadfast.rewards.RedemptionWish;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.VoucherUse;
import io.steadfast.vouchers.core.VoucherOrder;
import io.steadfast.vouchers.core.VoucherState;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoldingsServiceIT extends ContainerTest {

    private static final String START = "2026-01-01T08:00:00Z";

    @Inject
    Shop shop;

    @Inject
    HoldingsService holdings;

    @Inject
    RedemptionService redemptions;

    @Inject
    VoucherService vouchers;

    @Inject
    MembershipService memberships;

    @Test
    void vouchers_are_held_until_they_are_used_and_every_lapse_has_its_day() {
        shop.open("2026-03-15T19:00:00Z");
        MemberId member = shop.member("anna", START, shop.publish("P2", START));
        shop.put(member, Shop.order("1", "2026-03-10T12:00:00Z", "USD", Shop.line("A", 1, 1_200_00)));
        String first = redeemed(member);
        String second = redeemed(member);
        Holdings held = shop.call(() -> holdings.of(member));
        assertThat(held.vouchers())
                .extracting(each -> each.voucher().code().value())
                .containsExactly(second, first);
        assertThat(held.vouchers()).allMatch(each -> each.state() == VoucherState.ACTIVE);
        assertThat(held.vouchers()).allMatch(each -> each.name().isPresent());
        assertThat(held.rights())
                .extracting(right -> right.code())
                .as("of Rouge")
                .hasSizeGreaterThan(2);
        assertThat(held.lapsing().get(new WalletCode("beauty-points")))
                .containsExactly(new CardFacts.Lapsing(LocalDate.of(2027, 3, 10), 200));
        assertThat(held.plans()).isEmpty();
        shop.call(() -> vouchers.use(first, VoucherUse.of(new VoucherOrder("shop", "2"), Optional.empty())));
        assertThat(shop.call(() -> holdings.of(member)).vouchers())
                .extracting(each -> each.voucher().code().value())
                .containsExactly(second);
    }

    @Test
    void the_latest_plan_is_told_with_its_state() {
        shop.open("2026-03-15T19:00:00Z");
        ProgramCode prime = shop.publish("P3", START);
        MemberId member = shop.member("ben", START, prime);
        shop.call(() -> memberships.start(new StartWish(
                member, prime, new PlanCode("PRIME"), Optional.empty(), Optional.empty(), StartWish.Trial.AS_OFFERED)));
        Holdings held = shop.call(() -> holdings.of(member));
        assertThat(held.plans().get(prime).state()).isEqualTo(MembershipState.TRIAL);
        assertThat(held.rights())
                .extracting(right -> right.code())
                .isEqualTo(List.of("EARLY_ACCESS", "FREE_SHIPPING", "MEMBER_PRICE"));
    }

    @Test
    void nobody_holds_nothing() {
        shop.open("2026-03-15T19:00:00Z");
        assertThat(catchThrowable(() -> shop.call(() -> holdings.of(new MemberId(UUID.randomUUID())))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(MemberRefusal.MEMBER_UNKNOWN));
    }

    private String redeemed(MemberId member) {
        return shop.call(() -> redemptions.redeem(RedemptionWish.of(member, new RewardCode("voucher-10"))))
                .vouchers()
                .get(0)
                .code()
                .value();
    }
}
