package io.steadfast.accrual.core;

import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a version of a program says to an order or activity of a member.
 *
 * @param basis what counts of each line by the program's own switches; empty for an activity
 * @param grants in the order of the rules' priorities
 * @param multipliersApplied rules that multiplied something
 * @param skipped every other rule that the order or activity triggers
 * @param capUses what this decision uses of the caps
 * @param budgetUses what it uses of the budgets
 * @param inactivityDeadlines by wallet: the exclusive instant to which this activity moves the account's deadline
 */
public record AccrualDecision(
        ProgramCode program,
        int version,
        Instant occurredAt,
        List<LineBasis> basis,
        List<Grant> grants,
        List<RuleCode> multipliersApplied,
        List<SkippedRule> skipped,
        List<CapUse> capUses,
        List<BudgetUse> budgetUses,
        Map<WalletCode, Instant> inactivityDeadlines) {

    public AccrualDecision {
        basis = List.copyOf(basis);
        grants = List.copyOf(grants);
        multipliersApplied = List.copyOf(multipliersApplied);
        skipped = List.copyOf(skipped);
        capUses = List.copyOf(capUses);
        budgetUses = List.copyOf(budgetUses);
        inactivityDeadlines = Map.copyOf(inactivityDeadlines);
    }

    /** The points of one wallet over all rules. */
    public long pointsIn(WalletCode wallet) {
        return grants.stream()
                .filter(grant -> grant.wallet().equals(wallet))
                .mapToLong(Grant::points)
                .reduce(0, Math::addExact);
    }
}
