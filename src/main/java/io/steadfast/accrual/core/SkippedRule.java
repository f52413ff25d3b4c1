package io.steadfast.accrual.core;

import io.steadfast.shared.RuleCode;
import java.util.List;
import java.util.Optional;

/**
 * A rule that looked and gave nothing, and why.
 *
 * @param rule empty where the whole program didn't look
 */
public record SkippedRule(Optional<RuleCode> rule, List<SkipReason> reasons, List<ConditionOutcome> conditions) {

    public SkippedRule {
        reasons = List.copyOf(reasons);
        conditions = List.copyOf(conditions);
    }
}
