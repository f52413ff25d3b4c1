package io.steadfast.programs.core;

import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Warns of what has no end: activities that are paid any number of times, and tiers that nobody can reach in a period. */
final class OpenEndCheck {

    private static final long DAYS_A_YEAR = 366;

    private final ProgramDocument document;
    private final Problems problems;

    OpenEndCheck(ProgramDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void check() {
        List<EarningRule> rules = document.earning().rules();
        for (int at = 0; at < rules.size(); at++) {
            EarningRule rule = rules.get(at);
            problems.addIf(
                    isEndless(rule), ProblemCode.ACTIVITY_WITHOUT_LIMIT, "earning.rules[" + at + "].caps", rule.code());
        }
        for (int at = 0; at < document.tierSets().size(); at++) {
            reach(document.tierSets().get(at), "tierSets[" + at + "].tiers");
        }
    }

    /** Orders cost money; what a member does besides costs nothing and can be repeated. */
    private boolean isEndless(EarningRule rule) {
        boolean pays = rule.trigger() instanceof Trigger.OnActivity && !(rule.effect() instanceof Effect.Multiplier);
        boolean limited = rule.caps().stream().anyMatch(OpenEndCheck::isOfMember)
                || !rule.budgets().isEmpty()
                || document.earning().caps().stream()
                        .anyMatch(cap -> rule.wallet().equals(Optional.of(cap.wallet())) && isOfMember(cap.cap()));
        return pays && !limited;
    }

    private static boolean isOfMember(Cap cap) {
        return cap.scope() != Cap.Scope.ACTIVITY;
    }

    private void reach(TierSet set, String path) {
        Optional<BigDecimal> most =
                set.metric().kind() == TierSet.Metric.Kind.STATUS_POINTS ? most(set) : Optional.empty();
        if (most.isEmpty()) {
            return;
        }
        for (int rank = 1; rank < set.tiers().size(); rank++) {
            Tier tier = set.tiers().get(rank);
            problems.addIf(
                    BigDecimal.valueOf(tier.threshold()).compareTo(most.get()) > 0,
                    ProblemCode.TIER_OUT_OF_REACH,
                    path + "[" + rank + "].threshold",
                    tier.code(),
                    tier.threshold(),
                    most.get().toPlainString());
        }
    }

    /** The most status points a member can collect in a period, where every way to them is limited. */
    private Optional<BigDecimal> most(TierSet set) {
        Optional<Long> days = days(set.period());
        Optional<WalletCode> wallet = set.metric().wallet();
        if (days.isEmpty() || wallet.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> overall = document.earning().caps().stream()
                .filter(cap -> cap.wallet().equals(wallet.get()))
                .flatMap(cap -> inPeriod(cap.cap(), Optional.empty(), days.get()).stream())
                .min(BigDecimal::compareTo);
        Optional<BigDecimal> sum = Optional.of(BigDecimal.ZERO);
        for (EarningRule rule : document.earning().rules()) {
            if (rule.wallet().equals(wallet)) {
                Optional<BigDecimal> part = ofRule(rule, days.get());
                sum = sum.flatMap(before -> part.map(before::add));
            }
        }
        return Stream.of(overall, sum).flatMap(Optional::stream).min(BigDecimal::compareTo);
    }

    private static Optional<BigDecimal> ofRule(EarningRule rule, long days) {
        Optional<BigDecimal> once = rule.effect() instanceof Effect.Fixed fixed
                ? Optional.of(BigDecimal.valueOf(fixed.points()))
                : Optional.empty();
        return rule.caps().stream()
                .flatMap(cap -> inPeriod(cap, once, days).stream())
                .min(BigDecimal::compareTo);
    }

    /** What a limit lets through in so many days; empty where it limits something else. */
    private static Optional<BigDecimal> inPeriod(Cap cap, Optional<BigDecimal> once, long days) {
        if (cap.scope() != Cap.Scope.MEMBER) {
            return Optional.empty();
        }
        BigDecimal times = BigDecimal.valueOf(cap.limit()).multiply(BigDecimal.valueOf(periods(cap.period(), days)));
        return cap.unit() == Cap.Unit.POINTS ? Optional.of(times) : once.map(times::multiply);
    }

    /** Calendar periods that so many days may touch, rounded up: the warning must not be a false one. */
    private static long periods(Cap.Period period, long days) {
        return switch (period) {
            case DAY -> days;
            case WEEK -> days / 7 + 2;
            case MONTH -> days / 28 + 1;
            case QUARTER -> days / 90 + 1;
            case YEAR -> days / 365 + 1;
            case EVER -> 1;
        };
    }

    private static Optional<Long> days(TierSet.Period period) {
        return switch (period.kind()) {
            case CALENDAR_YEAR, ANNIVERSARY -> Optional.of(DAYS_A_YEAR);
            case CALENDAR_HALF -> Optional.of(184L);
            case CALENDAR_QUARTER -> Optional.of(92L);
            case CALENDAR_MONTH -> Optional.of(31L);
            case ROLLING ->
                period.amount()
                        .flatMap(amount -> period.unit()
                                .map(unit ->
                                        amount * unit.chronoUnit().getDuration().toDays() + 2));
            case LIFETIME, SINCE_TIER_START -> Optional.empty();
        };
    }
}
