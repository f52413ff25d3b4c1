package io.steadfast.accrual.core;

import io.steadfast.programs.core.Condition;
import io.steadfast.programs.core.FactKind;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.TierCode;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Whether observed values of a fact fit what a condition asks. What can't be compared doesn't fit. */
final class FactComparison {

    private final FactReader reader;

    FactComparison(FactReader reader) {
        this.reader = reader;
    }

    boolean fits(Condition.Fact fact, List<String> observed) {
        return switch (fact.operator()) {
            case IS_ONE_OF -> observed.stream().anyMatch(seen -> isOneOf(fact, seen));
            case IS_NONE_OF -> observed.stream().noneMatch(seen -> isOneOf(fact, seen));
            case AT_LEAST -> observed.stream().anyMatch(seen -> compared(fact, seen, 0, sign -> sign >= 0));
            case AT_MOST -> observed.stream().anyMatch(seen -> compared(fact, seen, 0, sign -> sign <= 0));
            case BETWEEN -> observed.stream().anyMatch(seen -> between(fact, seen));
        };
    }

    private boolean isOneOf(Condition.Fact fact, String seen) {
        return fact.values().stream().anyMatch(value -> equal(fact.fact().type(), seen, value));
    }

    private static boolean equal(FactKind.Type type, String seen, String value) {
        return switch (type) {
            case PATH -> seen.equals(value) || seen.startsWith(value + "/");
            case NUMBER -> number(seen).isPresent() && number(seen).equals(number(value));
            default -> seen.equals(value);
        };
    }

    private boolean between(Condition.Fact fact, String seen) {
        if (fact.values().size() != 2) {
            return false;
        }
        if (fact.fact().type() == FactKind.Type.TIME) {
            return withinHours(seen, fact.values().get(0), fact.values().get(1));
        }
        return compared(fact, seen, 0, sign -> sign >= 0) && compared(fact, seen, 1, sign -> sign <= 0);
    }

    /** From a time to before another, over midnight where the second is earlier. */
    private static boolean withinHours(String seen, String from, String until) {
        try {
            LocalTime time = LocalTime.parse(seen);
            LocalTime start = LocalTime.parse(from);
            LocalTime end = LocalTime.parse(until);
            return start.isBefore(end)
                    ? !time.isBefore(start) && time.isBefore(end)
                    : !time.isBefore(start) || time.isBefore(end);
        } catch (DateTimeParseException notATime) {
            return false;
        }
    }

    private boolean compared(Condition.Fact fact, String seen, int index, IntPredicate wanted) {
        return sign(fact, seen, index).map(wanted::test).orElse(false);
    }

    private Optional<Integer> sign(Condition.Fact fact, String seen, int index) {
        if (fact.fact().type() == FactKind.Type.MONEY) {
            return moneySign(fact, seen);
        }
        if (fact.values().size() <= index) {
            return Optional.empty();
        }
        String value = fact.values().get(index);
        if (fact.fact().type() == FactKind.Type.TIER) {
            return tierSign(fact, seen, value);
        }
        Optional<BigDecimal> left = number(seen);
        Optional<BigDecimal> right = number(value);
        if (left.isPresent() && right.isPresent()) {
            return Optional.of(left.get().compareTo(right.get()));
        }
        // ISO dates and times sort as text; a figure against a text says nothing.
        return left.isPresent() || right.isPresent() ? Optional.empty() : Optional.of(seen.compareTo(value));
    }

    private Optional<Integer> moneySign(Condition.Fact fact, String seen) {
        return reader.occurrence()
                .order()
                .flatMap(order -> fact.amounts()
                        .flatMap(amounts -> MoneyFigures.in(
                                order.currency(), amounts, reader.document().basics())))
                .map(figure -> Fraction.of(Long.parseLong(seen)).compareTo(figure));
    }

    private Optional<Integer> tierSign(Condition.Fact fact, String seen, String value) {
        Optional<TierSet> set = fact.of()
                .map(name -> TierSetRef.parse(name, reader.document().basics().code()))
                .filter(ref -> ref.program().equals(reader.document().basics().code()))
                .flatMap(ref -> reader.document().tierSet(ref.set()));
        return set.map(
                ladder -> Integer.compare(ladder.rankOf(new TierCode(seen)), ladder.rankOf(new TierCode(value))));
    }

    static Optional<BigDecimal> number(String text) {
        if (!text.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?")) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        return Optional.of(number.signum() == 0 ? BigDecimal.ZERO : number);
    }
}
