package io.steadfast.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreditTermsTest {

    private static final CreditTerms HALF_FROM_10 =
            new CreditTerms(Optional.of(10_00L), Optional.of(BigDecimal.valueOf(50)));

    @Test
    void a_basket_a_cent_below_the_least_takes_no_credit() {
        assertThat(refusal(1, Optional.of(9_99L))).isEqualTo(LedgerRefusal.BASKET_TOO_SMALL);
        assertThatCode(() -> HALF_FROM_10.require(1, Optional.of(10_00L))).doesNotThrowAnyException();
        assertThatCode(() -> HALF_FROM_10.require(1, Optional.of(10_01L))).doesNotThrowAnyException();
    }

    @Test
    void a_cent_above_the_share_is_refused_and_a_broken_cent_is_the_shops() {
        assertThatCode(() -> HALF_FROM_10.require(9_99, Optional.of(19_99L))).doesNotThrowAnyException();
        assertThat(refusal(10_00, Optional.of(19_99L))).isEqualTo(LedgerRefusal.CREDIT_SHARE_EXCEEDED);
        assertThat(HALF_FROM_10.most(19_99)).isEqualTo(9_99);
        assertThat(new CreditTerms(Optional.empty(), Optional.of(new BigDecimal("33.33"))).most(10_00))
                .isEqualTo(3_33);
    }

    @Test
    void a_basket_nobody_told_is_refused_where_it_matters() {
        assertThat(refusal(1, Optional.empty())).isEqualTo(LedgerRefusal.BASKET_NEEDED);
        assertThatCode(() -> new CreditTerms(Optional.empty(), Optional.empty()).require(5, Optional.empty()))
                .doesNotThrowAnyException();
    }

    private static LedgerRefusal refusal(long credit, Optional<Long> basket) {
        LedgerRefused[] caught = new LedgerRefused[1];
        assertThatExceptionOfType(LedgerRefused.class)
                .isThrownBy(() -> HALF_FROM_10.require(credit, basket))
                .satisfies(refused -> caught[0] = refused);
        return caught[0].reason();
    }
}
