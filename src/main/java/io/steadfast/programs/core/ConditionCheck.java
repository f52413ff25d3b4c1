package io.steadfast.programs.core;

import io.steadfast.shared.TierCode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Checks conditions: names, values and whether the fact can be asked at all. */
final class ConditionCheck {

    /** As far as the engine compares; with an exponent a few characters would stand for millions of digits. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");

    private final ProgramDocument document;
    private final Problems problems;
    private final boolean ofOrder;

    ConditionCheck(ProgramDocument document, Problems problems, Trigger trigger) {
        this.document = document;
        this.problems = problems;
        this.ofOrder = trigger instanceof Trigger.OnOrder;
    }

    void check(Condition condition, String path) {
        if (condition instanceof Condition.All all) {
            all(all.of(), path);
        } else if (condition instanceof Condition.Any any) {
            problems.addIf(any.of().isEmpty(), ProblemCode.FACT_VALUES_MISSING, path + ".of");
            all(any.of(), path);
        } else if (condition instanceof Condition.Not not) {
            check(not.of(), path + ".of");
        } else if (condition instanceof Condition.Fact fact) {
            fact(fact, path);
        }
    }

    private void all(List<Condition> parts, String path) {
        for (int index = 0; index < parts.size(); index++) {
            check(parts.get(index), path + ".of[" + index + "]");
        }
    }

    private void fact(Condition.Fact fact, String path) {
        FactKind kind = fact.fact();
        problems.addIf(kind.needsName() && fact.of().isEmpty(), ProblemCode.FACT_NAME_MISSING, path + ".of", kind);
        boolean needsOrder = kind.subject() == FactKind.Subject.ORDER || kind.subject() == FactKind.Subject.LINE;
        problems.addIf(needsOrder && !ofOrder, ProblemCode.FACT_NEEDS_ORDER, path + ".fact", kind);
        problems.addIf(
                kind.subject() == FactKind.Subject.ACTIVITY && ofOrder,
                ProblemCode.FACT_NEEDS_ACTIVITY,
                path + ".fact",
                kind);
        if (kind.type() == FactKind.Type.MONEY) {
            money(fact, path);
            return;
        }
        int wanted = fact.operator() == Condition.Operator.BETWEEN ? 2 : 1;
        problems.addIf(
                wanted == 2 ? fact.values().size() != 2 : fact.values().isEmpty(),
                ProblemCode.FACT_VALUES_MISSING,
                path + ".values",
                kind);
        problems.addIf(!canBeCompared(fact), ProblemCode.FACT_CANNOT_BE_COMPARED, path + ".operator", kind);
        for (int index = 0; index < fact.values().size(); index++) {
            String value = fact.values().get(index);
            problems.addIf(
                    !isReadable(kind.type(), value),
                    ProblemCode.FACT_VALUE_UNREADABLE,
                    path + ".values[" + index + "]",
                    value);
        }
        if (kind == FactKind.TIER) {
            tier(fact, path);
        }
        if (kind == FactKind.PLAN) {
            plan(fact, path);
        }
    }

    /** Plans of other programs are theirs to name. */
    private void plan(Condition.Fact fact, String path) {
        String own = document.basics().code().value();
        if (fact.of().filter(program -> !program.equals(own)).isPresent()) {
            return;
        }
        for (int index = 0; index < fact.values().size(); index++) {
            String value = fact.values().get(index);
            problems.addIf(
                    document.plans().stream()
                            .noneMatch(plan -> plan.code().value().equals(value)),
                    ProblemCode.PLAN_UNKNOWN,
                    path + ".values[" + index + "]",
                    value);
        }
    }

    private void money(Condition.Fact fact, String path) {
        problems.addIf(fact.amounts().isEmpty(), ProblemCode.FACT_VALUES_MISSING, path + ".amounts", fact.fact());
        boolean comparable =
                fact.operator() == Condition.Operator.AT_LEAST || fact.operator() == Condition.Operator.AT_MOST;
        problems.addIf(!comparable, ProblemCode.FACT_CANNOT_BE_COMPARED, path + ".operator", fact.fact());
        fact.amounts().ifPresent(amounts -> RuleCheck.amounts(amounts, path + ".amounts", document.basics(), problems));
    }

    private void tier(Condition.Fact fact, String path) {
        if (fact.of().isEmpty()) {
            return;
        }
        String of = fact.of().get();
        if (!reads(of, text -> TierSetRef.parse(text, document.basics().code()))
                || !fact.values().stream().allMatch(value -> reads(value, TierCode::new))) {
            problems.add(ProblemCode.TIER_SET_UNKNOWN, path + ".of", of);
            return;
        }
        TierSetRef ref = TierSetRef.parse(of, document.basics().code());
        if (!ref.program().equals(document.basics().code())) {
            return;
        }
        Optional<TierSet> set = document.tierSet(ref.set());
        problems.addIf(set.isEmpty(), ProblemCode.TIER_SET_UNKNOWN, path + ".of", ref.set());
        set.ifPresent(ladder -> {
            for (int index = 0; index < fact.values().size(); index++) {
                String value = fact.values().get(index);
                problems.addIf(
                        ladder.rankOf(new TierCode(value)) < 0,
                        ProblemCode.TIER_UNKNOWN,
                        path + ".values[" + index + "]",
                        value);
            }
        });
    }

    /** Choices can only be named; figures, dates and tiers of an own set have an order. */
    private boolean canBeCompared(Condition.Fact fact) {
        boolean named =
                fact.operator() == Condition.Operator.IS_ONE_OF || fact.operator() == Condition.Operator.IS_NONE_OF;
        return switch (fact.fact().type()) {
            case CODE, PATH, YES_NO, WEEKDAY -> named;
            case TIER ->
                named
                        || fact.operator() != Condition.Operator.BETWEEN
                                && fact.of().filter(of -> of.indexOf('/') >= 0).isEmpty();
            case TIME -> fact.operator() == Condition.Operator.BETWEEN;
            default -> true;
        };
    }

    private static boolean isReadable(FactKind.Type type, String value) {
        return switch (type) {
            case NUMBER -> NUMBER.matcher(value).matches();
            case YES_NO -> value.equals("true") || value.equals("false");
            case WEEKDAY -> reads(value, DayOfWeek::valueOf);
            case TIME -> reads(value, LocalTime::parse);
            case DATE -> reads(value, LocalDate::parse);
            case TIER -> reads(value, TierCode::new);
            default -> !value.isBlank();
        };
    }

    private static boolean reads(String value, Function<String, ?> reading) {
        try {
            return reading.apply(value) != null;
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return false;
        }
    }
}
