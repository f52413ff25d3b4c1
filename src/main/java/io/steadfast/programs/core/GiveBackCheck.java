package io.steadfast.programs.core;

import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Warns when the best tier with the best plan gets back more of its spend than the tenant earns on it. */
final class GiveBackCheck {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ProgramDocument document;
    private final Problems problems;

    GiveBackCheck(ProgramDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void check() {
        document.basics().grossMarginPercent().ifPresent(margin -> {
            for (int index = 0; index < document.earning().rules().size(); index++) {
                EarningRule rule = document.earning().rules().get(index);
                String path = "earning.rules[" + index + "].effect";
                giveBackPercent(rule)
                        .filter(percent -> percent.compareTo(margin) > 0)
                        .ifPresent(percent -> problems.add(
                                ProblemCode.GIVE_BACK_ABOVE_MARGIN,
                                path,
                                percent.toPlainString(),
                                margin.toPlainString()));
            }
        });
    }

    /** Of the spend, at the value of a point and the highest multipliers of tier and plan. */
    private Optional<BigDecimal> giveBackPercent(EarningRule rule) {
        Optional<Wallet> wallet = rule.wallet().flatMap(document::wallet);
        if (rule.effect() instanceof Effect.Percent percent) {
            return Optional.of(percent.percent()
                    .multiply(wallet.map(Wallet::code)
                            .map(this::highestMultiplier)
                            .orElse(BigDecimal.ONE))
                    .stripTrailingZeros());
        }
        if (!(rule.effect() instanceof Effect.PerAmount perAmount) || wallet.isEmpty()) {
            return Optional.empty();
        }
        long per = perAmount
                .per()
                .in(document.basics().currency().getCurrencyCode())
                .orElse(0);
        if (per <= 0) {
            return Optional.empty();
        }
        return wallet.get()
                .value()
                .map(value -> perAmount
                        .points()
                        .multiply(value.minorUnits())
                        .multiply(highestMultiplier(wallet.get().code()))
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(per), new MathContext(12, RoundingMode.HALF_EVEN))
                        .setScale(2, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros());
    }

    private BigDecimal highestMultiplier(WalletCode wallet) {
        BigDecimal tier = highest(
                document.tierSets().stream()
                        .flatMap(set -> set.tiers().stream())
                        .map(Tier::multipliers),
                wallet);
        BigDecimal plan = highest(document.plans().stream().map(Plan::multipliers), wallet);
        return document.earning().multipliers() == Earning.MultiplierMode.ADDITIVE
                ? tier.add(plan).subtract(BigDecimal.ONE)
                : tier.multiply(plan);
    }

    private static BigDecimal highest(Stream<SortedMap<WalletCode, BigDecimal>> multipliers, WalletCode wallet) {
        return multipliers
                .flatMap(factors -> Optional.ofNullable(factors.get(wallet)).stream())
                .reduce(BigDecimal.ONE, BigDecimal::max);
    }
}
