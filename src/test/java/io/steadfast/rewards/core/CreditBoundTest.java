package io.steadfast.rewards.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.programs.core.RewardKind;
import io.steadfast.programs.core.RewardPrice;
import io.steadfast.programs.core.RewardTiming;
import io.steadfast.programs.core.Validity;
import io.steadfast.shared.Money;
import io.steadfast.shared.WalletCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreditBoundTest {

    /** Credit pays for orders of 10.00 and more, at most half of them. */
    private static final ProgramDocument P11 = ProgramTemplates.find("P11").orElseThrow();

    @Test
    void without_a_basket_it_is_asked_for() {
        assertThat(against(5_00, Optional.empty()).map(Unmet::reason)).contains(UnmetReason.BASKET_NEEDED);
    }

    @Test
    void a_basket_below_the_least_says_what_it_must_come_to() {
        Unmet unmet = against(1, Optional.of(9_99L)).orElseThrow();
        assertThat(unmet.reason()).isEqualTo(UnmetReason.BASKET_TOO_SMALL);
        assertThat(unmet.amount()).map(Money::amount).contains(10_00L);
        assertThat(unmet.isOfBasket()).isTrue();
    }

    @Test
    void credit_beyond_its_share_says_how_much_it_may_pay() {
        assertThat(against(5_00, Optional.of(10_00L))).isEmpty();
        Unmet unmet = against(5_01, Optional.of(10_01L)).orElseThrow();
        assertThat(unmet.reason()).isEqualTo(UnmetReason.CREDIT_SHARE_EXCEEDED);
        assertThat(unmet.amount()).map(Money::amount).contains(5_00L);
        assertThat(unmet.details().get("amount").toString()).startsWith("5.00 ");
    }

    @Test
    void a_wallet_without_bounds_asks_for_nothing() {
        ProgramDocument p2 = ProgramTemplates.find("P2").orElseThrow();
        Reward reward = reward(new WalletCode("beauty-points"));
        assertThat(CreditBound.against(p2, reward, 500, Optional.empty())).isEmpty();
        assertThat(CreditBound.of(p2, reward)).isEmpty();
    }

    private static Optional<Unmet> against(long credit, Optional<Long> basket) {
        return CreditBound.against(P11, reward(new WalletCode("credit")), credit, basket);
    }

    private static Reward reward(WalletCode wallet) {
        return new Reward(
                new RewardCode("r"),
                LocalText.of("R", "礼"),
                LocalText.of("", ""),
                new RewardKind.AmountVoucher(500, Optional.empty()),
                Optional.of(new RewardPrice(wallet, 500, List.of(), Optional.empty())),
                RewardTiming.ON_REQUEST,
                Optional.empty(),
                new Validity(Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
