package io.steadfast.accrual.core;

import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.MinimumBasket;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Trigger;
import io.steadfast.programs.core.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which rules look at an occurrence and whether their conditions hold. */
final class RuleMatcher {

    private final ProgramDocument document;
    private final Occurrence occurrence;
    private final ConditionJudge judge;

    RuleMatcher(FactReader reader) {
        this.document = reader.document();
        this.occurrence = reader.occurrence();
        this.judge = new ConditionJudge(reader);
    }

    boolean isTriggered(EarningRule rule) {
        return rule.trigger()
                .activityType()
                .map(type -> occurrence
                        .activity()
                        .filter(activity -> activity.type().equals(type) && concerns(rule, activity))
                        .isPresent())
                .orElseGet(() -> occurrence.order().isPresent());
    }

    /** A friend is won for one program, whatever others the member is in. */
    private boolean concerns(EarningRule rule, Activity activity) {
        return !(rule.trigger() instanceof Trigger.OnReferral)
                || activity.attributes()
                        .getOrDefault(Trigger.OnReferral.PROGRAM, List.of())
                        .contains(document.basics().code().value());
    }

    RuleMatch match(EarningRule rule) {
        List<SkipReason> reasons = new ArrayList<>();
        List<ConditionOutcome> outcomes = new ArrayList<>();
        if (!rule.validity().map(this::isInForce).orElse(true)) {
            reasons.add(SkipReason.OUTSIDE_VALIDITY);
        }
        if (!rule.when().map(when -> judge.holds(when, outcomes)).orElse(true)) {
            reasons.add(SkipReason.CONDITION_NOT_MET);
        }
        List<LineBasis> lines = matchingLines(rule);
        if (occurrence.order().isPresent() && lines.isEmpty()) {
            reasons.add(SkipReason.NO_LINE_MATCHES);
        } else if (!rule.minimumBasket()
                .map(minimum -> isReached(minimum, lines))
                .orElse(true)) {
            reasons.add(SkipReason.BELOW_MINIMUM_BASKET);
        }
        return new RuleMatch(rule, lines, outcomes, reasons);
    }

    private boolean isInForce(Validity validity) {
        LocalDate day = occurrence.occurredAt().atZone(document.basics().zone()).toLocalDate();
        return validity.from().map(from -> !day.isBefore(from)).orElse(true)
                && validity.through().map(through -> !day.isAfter(through)).orElse(true);
    }

    private List<LineBasis> matchingLines(EarningRule rule) {
        if (occurrence.order().isEmpty()) {
            return List.of();
        }
        Order order = occurrence.order().get();
        List<LineBasis> basis =
                OrderBasis.of(order, rule.basis().orElse(document.earning().basis()));
        List<LineBasis> matching = new ArrayList<>();
        for (int index = 0; index < basis.size(); index++) {
            OrderLine line = order.lines().get(index);
            if (rule.lines().map(filter -> judge.holdsFor(line, filter)).orElse(true)) {
                matching.add(basis.get(index));
            }
        }
        return matching;
    }

    private boolean isReached(MinimumBasket minimum, List<LineBasis> lines) {
        Fraction sum = Fraction.of(lines.stream().mapToLong(LineBasis::amount).sum());
        return occurrence
                .order()
                .flatMap(order -> MoneyFigures.in(order.currency(), minimum.amount(), document.basics()))
                .map(least -> sum.compareTo(least) >= 0)
                .orElse(false);
    }
}
