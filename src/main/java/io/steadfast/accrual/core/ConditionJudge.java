package io.steadfast.accrual.core;

import io.steadfast.programs.core.Condition;
import io.steadfast.programs.core.FactKind;
import java.util.List;

/** Judges a tree of conditions; every fact is looked at, so that the proof shows each one's outcome. */
final class ConditionJudge {

    private final FactReader reader;
    private final FactComparison comparison;

    ConditionJudge(FactReader reader) {
        this.reader = reader;
        this.comparison = new FactComparison(reader);
    }

    /** For the order, activity, member and time; each fact's outcome is added to the list. */
    boolean holds(Condition condition, List<ConditionOutcome> outcomes) {
        if (condition instanceof Condition.All all) {
            // No short cut: the later facts belong into the proof too.
            return all.of().stream().map(part -> holds(part, outcomes)).reduce(true, Boolean::logicalAnd);
        }
        if (condition instanceof Condition.Any any) {
            return any.of().stream().map(part -> holds(part, outcomes)).reduce(false, Boolean::logicalOr);
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.of(), outcomes);
        }
        Condition.Fact fact = (Condition.Fact) condition;
        List<String> observed = reader.observed(fact);
        boolean fits = comparison.fits(fact, observed);
        outcomes.add(new ConditionOutcome(
                fact.fact(),
                fact.of(),
                fact.operator(),
                values(fact),
                reader.isPersonal(fact) ? List.of() : seen(fact, observed),
                fits ? ConditionOutcome.Outcome.HELD : ConditionOutcome.Outcome.FAILED));
        return fits;
    }

    boolean holdsFor(OrderLine line, Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.of().stream().allMatch(part -> holdsFor(line, part));
        }
        if (condition instanceof Condition.Any any) {
            return any.of().stream().anyMatch(part -> holdsFor(line, part));
        }
        if (condition instanceof Condition.Not not) {
            return !holdsFor(line, not.of());
        }
        Condition.Fact fact = (Condition.Fact) condition;
        return comparison.fits(
                fact,
                fact.fact().subject() == FactKind.Subject.LINE ? reader.observed(fact, line) : reader.observed(fact));
    }

    /** Amounts are kept with their currency: USD 7050. */
    private List<String> seen(Condition.Fact fact, List<String> observed) {
        if (fact.fact().type() != FactKind.Type.MONEY) {
            return observed;
        }
        String currency = reader.occurrence()
                .order()
                .map(order -> order.currency().getCurrencyCode())
                .orElse("");
        return observed.stream().map(amount -> currency + " " + amount).toList();
    }

    private static List<String> values(Condition.Fact fact) {
        return fact.amounts()
                .map(amounts -> amounts.byCurrency().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList())
                .orElse(fact.values());
    }
}
