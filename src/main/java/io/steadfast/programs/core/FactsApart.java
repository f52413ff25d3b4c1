package io.steadfast.programs.core;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which fact keeps two conditions from holding for the same order or activity. Only facts of which an order has exactly
 * one count, and only those that must hold: a fact under "any" or "not" says nothing.
 */
final class FactsApart {

    /** An order has one of each. */
    private static final Set<FactKind> SINGLE = Set.of(
            FactKind.CURRENCY,
            FactKind.STORE,
            FactKind.STORE_BRAND,
            FactKind.STORE_REGION,
            FactKind.STORE_COUNTRY,
            FactKind.CHANNEL,
            FactKind.HOME_STORE,
            FactKind.MEMBER_KIND,
            FactKind.EMPLOYEE,
            FactKind.FIRST_ORDER,
            FactKind.BIRTHDAY_MONTH,
            FactKind.WEEKDAY,
            FactKind.TIER);

    private static final Set<FactKind> FIGURES = Set.of(
            FactKind.ORDER_AMOUNT,
            FactKind.ORDER_QUANTITY,
            FactKind.ORDERS_BEFORE,
            FactKind.DAYS_SINCE_ENROLMENT,
            FactKind.DAY_OF_MONTH);

    private FactsApart() {}

    static Optional<FactKind> of(Optional<Condition> one, Optional<Condition> other, ProgramBasics basics) {
        for (Condition.Fact mine : facts(one)) {
            for (Condition.Fact theirs : facts(other)) {
                if (apart(mine, theirs, basics)) {
                    return Optional.of(mine.fact());
                }
            }
        }
        return Optional.empty();
    }

    /** Whether two facts never hold at once, in whatever order they are asked. */
    static boolean apart(Condition.Fact one, Condition.Fact other, ProgramBasics basics) {
        boolean same = one.fact() == other.fact() && one.of().equals(other.of());
        return same && (choicesApart(one, other) || figuresApart(one, other, basics));
    }

    /** The facts that must hold. */
    private static List<Condition.Fact> facts(Optional<Condition> condition) {
        List<Condition.Fact> facts = new ArrayList<>();
        condition.ifPresent(root -> collect(root, facts));
        return facts;
    }

    private static void collect(Condition condition, List<Condition.Fact> facts) {
        if (condition instanceof Condition.Fact fact) {
            facts.add(fact);
        } else if (condition instanceof Condition.All all) {
            all.of().forEach(part -> collect(part, facts));
        }
    }

    private static boolean choicesApart(Condition.Fact one, Condition.Fact other) {
        if (!SINGLE.contains(one.fact())) {
            return false;
        }
        if (is(one, Condition.Operator.IS_ONE_OF) && is(other, Condition.Operator.IS_ONE_OF)) {
            return Collections.disjoint(one.values(), other.values());
        }
        return excludes(one, other) || excludes(other, one);
    }

    private static boolean excludes(Condition.Fact none, Condition.Fact some) {
        return is(none, Condition.Operator.IS_NONE_OF)
                && is(some, Condition.Operator.IS_ONE_OF)
                && none.values().containsAll(some.values());
    }

    private static boolean is(Condition.Fact fact, Condition.Operator operator) {
        return fact.operator() == operator;
    }

    private static boolean figuresApart(Condition.Fact one, Condition.Fact other, ProgramBasics basics) {
        if (!FIGURES.contains(one.fact())) {
            return false;
        }
        return above(one, other, basics) || above(other, one, basics);
    }

    /** Whether the least of one lies above the most of the other. */
    private static boolean above(Condition.Fact one, Condition.Fact other, ProgramBasics basics) {
        Optional<BigDecimal> least = is(one, Condition.Operator.AT_MOST) ? Optional.empty() : figure(one, 0, basics);
        Optional<BigDecimal> most = is(other, Condition.Operator.AT_LEAST)
                ? Optional.empty()
                : figure(other, is(other, Condition.Operator.BETWEEN) ? 1 : 0, basics);
        return least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0;
    }

    private static Optional<BigDecimal> figure(Condition.Fact fact, int place, ProgramBasics basics) {
        if (is(fact, Condition.Operator.IS_ONE_OF) || is(fact, Condition.Operator.IS_NONE_OF)) {
            return Optional.empty();
        }
        if (fact.amounts().isPresent()) {
            OptionalLong amount = fact.amounts().get().in(basics.currency().getCurrencyCode());
            return amount.isPresent() ? Optional.of(BigDecimal.valueOf(amount.getAsLong())) : Optional.empty();
        }
        try {
            return place < fact.values().size()
                    ? Optional.of(new BigDecimal(fact.values().get(place)))
                    : Optional.empty();
        } catch (NumberFormatException unreadable) {
            // The condition's own check names it.
            return Optional.empty();
        }
    }
}
