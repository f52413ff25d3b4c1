package io.steadfast.accrual.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    private static final WhatIf.Kind POINTS = WhatIf.Kind.of(new WalletCode("POINTS"));
    private static final WhatIf.Kind CREDIT = WhatIf.Kind.of(new WalletCode("CREDIT"));
    private static final WhatIf.Kind GIVING = WhatIf.Kind.giving(Currency.getInstance("USD"));
    private static final MemberId ANNA = new MemberId(new UUID(1, 1));
    private static final MemberId BEN = new MemberId(new UUID(1, 2));
    private static final MemberId CARLA = new MemberId(new UUID(1, 3));

    @Test
    void members_count_by_their_sum_and_each_kind_for_itself() {
        WhatIf whatIf = WhatIf.of(
                List.of(POINTS, CREDIT, GIVING),
                List.of(
                        order(Optional.of(ANNA), Map.of(POINTS, amount(100, 150), GIVING, amount(10, 5))),
                        order(Optional.of(ANNA), Map.of(POINTS, amount(100, 80))),
                        order(Optional.of(BEN), Map.of(POINTS, amount(50, 20))),
                        order(Optional.of(CARLA), Map.of(POINTS, amount(7, 7))),
                        order(Optional.empty(), Map.of(GIVING, amount(10, 5)))),
                (kind, amount) -> BigDecimal.valueOf(amount));
        assertThat(whatIf.orders()).isEqualTo(5);
        assertThat(whatIf.cases()).hasSize(4);
        WhatIf.Sum points = whatIf.sums().get(0);
        assertThat(points).isEqualTo(new WhatIf.Sum(POINTS, 1, 2, 1, 1, 30, 30, new WhatIf.Amount(257, 257)));
        assertThat(whatIf.sums().get(1).differs()).isFalse();
        assertThat(whatIf.sums().get(2))
                .isEqualTo(new WhatIf.Sum(GIVING, 0, 2, 0, 1, 0, 10, new WhatIf.Amount(20, 10)));
        assertThat(whatIf.members()).extracting(WhatIf.Touched::member).containsExactly(ANNA, BEN);
        assertThat(whatIf.members().get(0).of(POINTS).difference()).isEqualTo(30);
        assertThat(whatIf.members().get(0).orders()).isEqualTo(2);
    }

    @Test
    void who_is_touched_most_is_told_by_worth_not_by_figures() {
        WhatIf whatIf = WhatIf.of(
                List.of(POINTS, CREDIT),
                List.of(
                        order(Optional.of(ANNA), Map.of(POINTS, amount(0, 900))),
                        order(Optional.of(BEN), Map.of(CREDIT, amount(500, 0)))),
                (kind, amount) ->
                        kind.equals(POINTS) ? BigDecimal.valueOf(amount).movePointLeft(2) : BigDecimal.valueOf(amount));
        assertThat(whatIf.members()).extracting(WhatIf.Touched::member).containsExactly(BEN, ANNA);
        assertThat(WhatIf.of(List.of(POINTS), List.of(), (kind, amount) -> BigDecimal.ZERO)
                        .same())
                .isTrue();
    }

    @Test
    void a_kind_that_an_order_brings_along_stands_behind_those_of_the_program() {
        List<WhatIf.Case> cases = List.of(order(Optional.of(ANNA), Map.of(GIVING, amount(1, 2), POINTS, amount(1, 1))));
        assertThat(WhatIf.kinds(List.of(CREDIT, POINTS), cases)).containsExactly(CREDIT, POINTS, GIVING);
    }

    private static WhatIf.Amount amount(long before, long after) {
        return new WhatIf.Amount(before, after);
    }

    private static WhatIf.Case order(Optional<MemberId> member, Map<WhatIf.Kind, WhatIf.Amount> amounts) {
        return new WhatIf.Case("till", "1", member, Instant.EPOCH, amounts);
    }
}
