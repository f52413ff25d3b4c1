package io.steadfast.accrual.core;

import io.steadfast.programs.core.EarningRule;
import java.util.List;

/**
 * How a rule looks at an occurrence.
 *
 * @param lines what counts of the lines it matches; empty for an activity
 * @param reasons why it doesn't apply; empty where it does
 */
record RuleMatch(EarningRule rule, List<LineBasis> lines, List<ConditionOutcome> conditions, List<SkipReason> reasons) {

    RuleMatch {
        lines = List.copyOf(lines);
        conditions = List.copyOf(conditions);
        reasons = List.copyOf(reasons);
    }

    boolean applies() {
        return reasons.isEmpty();
    }

    RuleMatch onLines(List<LineBasis> other) {
        return new RuleMatch(rule, other, conditions, reasons);
    }

    boolean covers(String lineId) {
        return lines.stream().anyMatch(line -> line.lineId().equals(lineId));
    }
}
