package io.steadfast.referrals.core;

import io.steadfast.accrual.core.ActivationCalculator;
import io.steadfast.accrual.core.KeptBasis;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.SkippedRule;
import io.steadfast.programs.core.ProgramBasics;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Referral;
import java.time.Instant;
import java.util.Optional;

/** Whether an order wins a friend, and when it can't come back any more. */
public final class ReferralRule {

    private ReferralRule() {}

    /** @param order as judged, with the status and returns of the present state */
    public static boolean wins(Referral referral, ProgramBasics basics, Order order, ProgramJudgement judgement) {
        return looked(judgement) && KeptBasis.meets(referral.minimum(), basics, order, judgement);
    }

    /** When both sides deserve it; empty while an order isn't fulfilled that must be. */
    public static Optional<Instant> dueAt(ProgramDocument document, Referral referral, Order order) {
        Optional<Instant> from =
                referral.from() == Referral.From.ORDER ? Optional.of(order.occurredAt()) : order.fulfilledAt();
        return from.map(start -> ActivationCalculator.daysAfter(
                start, referral.windowDays(), document.basics().zone()));
    }

    private static boolean looked(ProgramJudgement judgement) {
        return judgement.version() > 0
                && judgement.skipped().stream().map(SkippedRule::rule).noneMatch(Optional::isEmpty);
    }
}
