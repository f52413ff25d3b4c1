package io.steadfast.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.Amounts;
import io.steadfast.programs.core.Condition;
import io.steadfast.programs.core.Condition.Operator;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.FactKind;
import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.MinimumBasket;
import io.steadfast.programs.core.Pending;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Rounding;
import io.steadfast.programs.core.Trigger;
import io.steadfast.programs.core.Validity;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleSentenceTest {

    private static final ProgramDocument P2 = ProgramTemplates.find("P2").orElseThrow();

    private static final Condition VIB_OR_ABOVE = fact(FactKind.TIER, Optional.of("STATUS"), Operator.AT_LEAST, "VIB");
    private static final Condition WEEKEND =
            fact(FactKind.WEEKDAY, Optional.empty(), Operator.IS_ONE_OF, "SATURDAY", "SUNDAY");
    private static final Condition SHOES = fact(FactKind.CATEGORY, Optional.empty(), Operator.IS_ONE_OF, "shoes");

    @Test
    void a_rule_with_everything_is_one_english_sentence() {
        assertThat(RuleSentence.of(P2, rule(), Locale.ENGLISH))
                .isEqualTo(
                        "Every order earns Points at 5 per full USD 10.00, for lines where the category is shoes, when "
                                + "the tier is at least VIB and the day of the week is Saturday or Sunday, from USD 50.00 on; a "
                                + "return takes its share, from March 1, 2026 through March 31, 2026, rounded per item, not "
                                + "multiplied by tiers, usable 14 days after delivery.");
    }

    @Test
    void a_rule_with_everything_is_one_chinese_sentence() {
        assertThat(RuleSentence.of(P2, rule(), Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("每笔订单：每满 USD 10.00 得 5 积分，限以下商品：商品类别为 shoes，须满足：等级不低于 VIB且星期为 星期六或星期日，"
                        + "满 USD 50.00 起；退货按比例收回，2026年3月1日 至 2026年3月31日，按商品行四舍五入，不参与等级倍数，"
                        + "交付 14 天后生效。");
    }

    private static EarningRule rule() {
        return new EarningRule(
                new RuleCode("shoes"),
                LocalText.of("Shoe days", "鞋履日"),
                2,
                Optional.empty(),
                new Trigger.OnOrder(),
                Optional.of(new Condition.All(List.of(VIB_OR_ABOVE, WEEKEND))),
                Optional.of(SHOES),
                Optional.of(new MinimumBasket(Amounts.of("USD", 5000), MinimumBasket.OnReturn.PROPORTIONAL)),
                Optional.of(
                        new Validity(Optional.of(LocalDate.of(2026, 3, 1)), Optional.of(LocalDate.of(2026, 3, 31)))),
                Optional.of(new WalletCode("beauty-points")),
                EarningRule.PointsClass.BONUS,
                new Effect.PerAmount(BigDecimal.valueOf(5), Amounts.of("USD", 1000), Effect.Steps.WHOLE),
                Optional.empty(),
                new Rounding(Rounding.Direction.HALF_UP, Rounding.Level.LINE),
                List.of(),
                List.of(),
                Optional.of(new Pending.AfterDays(14, Pending.Start.FULFILMENT)),
                List.of());
    }

    private static Condition fact(FactKind kind, Optional<String> of, Operator operator, String... values) {
        return new Condition.Fact(kind, of, operator, List.of(values), Optional.empty());
    }
}
