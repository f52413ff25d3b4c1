package io.steadfast.vouchers.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.RewardKind;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a voucher asks of a purchase, to the cent. */
class VoucherConditionsTest {

    private static final VoucherConditions FIFTEEN_PERCENT = VoucherConditions.of(
            new RewardKind.PercentVoucher(new BigDecimal("15"), Optional.of(15_00L), Optional.of(20_00L)));

    @ParameterizedTest
    @CsvSource({"1999,VOUCHER_BASKET_TOO_SMALL", "2000,", "2001,"})
    void the_purchase_comes_to_the_least_basket_or_the_voucher_stays(long purchase, VoucherRefusal reason) {
        assertThat(FIFTEEN_PERCENT.refusal(Optional.of(purchase), Optional.empty()))
                .isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void a_voucher_with_a_least_basket_asks_what_the_purchase_comes_to_and_others_dont() {
        assertThat(FIFTEEN_PERCENT.refusal(Optional.empty(), Optional.empty()))
                .contains(VoucherRefusal.VOUCHER_BASKET_NEEDED);
        assertThat(VoucherConditions.of(new RewardKind.FreeShipping(Optional.of(20_00L)))
                        .refusal(Optional.empty(), Optional.empty()))
                .contains(VoucherRefusal.VOUCHER_BASKET_NEEDED);
        assertThat(VoucherConditions.of(new RewardKind.AmountVoucher(10_00, Optional.of(20_00L)))
                        .refusal(Optional.of(19_99L), Optional.empty()))
                .contains(VoucherRefusal.VOUCHER_BASKET_TOO_SMALL);
        for (RewardKind free : new RewardKind[] {
            new RewardKind.FreeShipping(Optional.empty()),
            new RewardKind.AmountVoucher(10_00, Optional.empty()),
            new RewardKind.GiftCard(50_00),
            new RewardKind.FreeProduct("cup")
        }) {
            assertThat(VoucherConditions.of(free).refusal(Optional.empty(), Optional.empty()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"2000,300", "3333,499", "9999,1499", "10000,1500", "10001,1500", "99999,1500"})
    void a_percentage_is_floored_and_stops_at_its_most(long purchase, long off) {
        assertThat(FIFTEEN_PERCENT.worth(Optional.of(purchase), Optional.empty()))
                .contains(off);
    }

    @ParameterizedTest
    @CsvSource({"3333,499,true", "3333,500,true", "3333,501,false", "99999,1500,true", "99999,1501,false"})
    void a_till_may_round_up_its_share_and_take_no_more(long purchase, long off, boolean taken) {
        assertThat(FIFTEEN_PERCENT
                        .refusal(Optional.of(purchase), Optional.of(off))
                        .isEmpty())
                .isEqualTo(taken);
        assertThat(FIFTEEN_PERCENT.worth(Optional.of(purchase), Optional.of(off)))
                .contains(off);
    }

    @Test
    void without_the_purchase_only_the_most_is_known() {
        VoucherConditions plain = VoucherConditions.of(
                new RewardKind.PercentVoucher(new BigDecimal("12.5"), Optional.of(5_00L), Optional.empty()));
        assertThat(plain.refusal(Optional.empty(), Optional.of(5_00L))).isEmpty();
        assertThat(plain.refusal(Optional.empty(), Optional.of(5_01L))).contains(VoucherRefusal.VOUCHER_TAKES_LESS);
        assertThat(plain.worth(Optional.empty(), Optional.empty())).isEmpty();
    }
}
