package io.steadfast.accrual.core;

import io.steadfast.programs.core.Condition;
import io.steadfast.programs.core.FactKind;
import java.util.List;
import java.util.Optional;

/**
 * One fact of a rule's conditions and whether it held.
 *
 * @param observed what was seen; empty for unknown facts and always for personal ones
 */
public record ConditionOutcome(
        FactKind fact,
        Optional<String> of,
        Condition.Operator operator,
        List<String> values,
        List<String> observed,
        Outcome outcome) {

    public ConditionOutcome {
        values = List.copyOf(values);
        observed = List.copyOf(observed);
    }

    public enum Outcome {
        HELD,
        FAILED
    }
}
