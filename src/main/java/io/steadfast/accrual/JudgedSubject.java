package io.steadfast.accrual;

import io.steadfast.accrual.core.AccrualDecision;
import io.steadfast.accrual.core.AccrualEvaluator;
import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Order;
import io.steadfast.programs.core.ProgramVersion;
import java.time.Instant;
import java.util.Optional;

/** What is judged: an order or an activity. */
record JudgedSubject(Optional<Order> order, Optional<Activity> activity) {

    static JudgedSubject of(Order order) {
        return new JudgedSubject(Optional.of(order), Optional.empty());
    }

    static JudgedSubject of(Activity activity) {
        return new JudgedSubject(Optional.empty(), Optional.of(activity));
    }

    Instant occurredAt() {
        return order.map(Order::occurredAt)
                .orElseGet(() -> activity.orElseThrow().occurredAt());
    }

    AccrualDecision judgedBy(ProgramVersion version, MemberFacts facts) {
        return order.map(each -> AccrualEvaluator.evaluate(version, facts, each))
                .orElseGet(() -> AccrualEvaluator.evaluate(version, facts, activity.orElseThrow()));
    }
}
