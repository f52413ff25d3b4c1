package io.steadfast.accrual.store;

import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.CapUse;
import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.shared.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything one report leaves behind, written in one round trip.
 *
 * @param subject the order or activity
 * @param judged what each program looked at and said this time; empty where nothing was judged
 * @param capUses by member, what is used more (or less, where negative) of their caps
 */
public record Filing(
        Subject subject,
        Receipt receipt,
        String cause,
        List<ProgramJudgement> judged,
        List<Proof> proofs,
        Map<MemberId, List<CapUse>> capUses,
        List<BudgetDelta> budgets,
        Instant now) {

    public Filing {
        judged = List.copyOf(judged);
        proofs = List.copyOf(proofs);
        capUses = Map.copyOf(capUses);
        budgets = List.copyOf(budgets);
    }

    /** What a receipt is about: an order in its present state, or an activity. */
    public record Subject(UUID id, Optional<Order> order, Optional<Judgement> judgement, Optional<Activity> activity) {

        public static Subject of(UUID id, Order order, Optional<Judgement> judgement) {
            return new Subject(id, Optional.of(order), judgement, Optional.empty());
        }

        public static Subject of(UUID id, Activity activity) {
            return new Subject(id, Optional.empty(), Optional.empty(), Optional.of(activity));
        }

        String kind() {
            return order.isPresent() ? "ORDER" : "ACTIVITY";
        }

        Optional<MemberId> member() {
            return order.isPresent() ? order.flatMap(Order::member) : activity.map(Activity::member);
        }
    }
}
