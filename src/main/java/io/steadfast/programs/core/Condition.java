package io.steadfast.programs.core;

import java.util.List;
import java.util.Optional;

/** What must hold for a rule: a small tree of facts. */
public sealed interface Condition {

    /** Every one holds; an empty list holds. */
    record All(List<Condition> of) implements Condition {

        public All {
            of = List.copyOf(of);
        }
    }

    /** At least one holds; an empty list doesn't hold. */
    record Any(List<Condition> of) implements Condition {

        public Any {
            of = List.copyOf(of);
        }
    }

    /** The other one doesn't hold. */
    record Not(Condition of) implements Condition {}

    /**
     * One fact compared with figures or choices. A fact that is unknown holds for {@link Operator#IS_NONE_OF} only. A
     * fact of a line asked of a whole order holds when at least one line fits.
     *
     * @param of which one, for facts that come in many: the attribute's name, the tier set as {@code SET} or
     *     {@code PROGRAM/SET}, the program of a plan
     * @param values codes, plain decimals, {@code true} or {@code false}, dates, times or weekdays as the fact needs;
     *     two for {@link Operator#BETWEEN}
     * @param amounts the figure, for facts in money
     */
    record Fact(FactKind fact, Optional<String> of, Operator operator, List<String> values, Optional<Amounts> amounts)
            implements Condition {

        public Fact {
            values = List.copyOf(values);
        }
    }

    /** How a fact is compared. */
    enum Operator {
        IS_ONE_OF,
        IS_NONE_OF,
        AT_LEAST,
        AT_MOST,
        /** From the first value to the second; the second is included for dates and figures, excluded for times. */
        BETWEEN
    }
}
