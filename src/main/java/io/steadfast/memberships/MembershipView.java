package io.steadfast.memberships;

import io.steadfast.memberships.core.MembershipCourse;
import io.steadfast.memberships.core.MembershipState;
import io.steadfast.memberships.core.Phase;
import io.steadfast.memberships.core.Subscription;
import io.steadfast.programs.core.Plan;
import io.steadfast.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A membership as it stands at an instant.
 *
 * @param plan as the program states it at that instant
 */
public record MembershipView(Subscription subscription, MembershipCourse course, Plan plan, Instant now) {

    /** A payment that is expected: when it falls due, and how much. */
    public record NextPayment(Instant dueAt, Money amount) {}

    public Phase phase() {
        return course.at(now).orElse(course.phases().get(0));
    }

    public MembershipState state() {
        return phase().state();
    }

    public boolean isOn() {
        return course.isOn(now);
    }

    /** Until when what the plan gives stays on if nothing more happens. */
    public Optional<Instant> onUntil() {
        return course.onUntil(now);
    }

    /** What has happened by now, in order. */
    public List<Phase> history() {
        return course.phases().stream()
                .filter(phase -> !phase.from().isAfter(now))
                .toList();
    }

    /** Empty where none is expected any more. */
    public Optional<NextPayment> nextPayment() {
        return switch (state()) {
            case TRIAL, ACTIVE, PAST_DUE ->
                Optional.of(new NextPayment(phase().coveredUntil(), subscription.price(phase().coveredUntil())));
            case SUSPENDED -> Optional.of(new NextPayment(now, subscription.price(now)));
            case CANCELLED, ENDED -> Optional.empty();
        };
    }
}
