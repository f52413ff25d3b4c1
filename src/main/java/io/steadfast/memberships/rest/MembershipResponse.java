package io.steadfast.memberships.rest;

import io.steadfast.memberships.MembershipView;
import io.steadfast.memberships.core.Leave;
import io.steadfast.memberships.core.MembershipState;
import io.steadfast.memberships.core.Outcome;
import io.steadfast.memberships.core.Phase;
import io.steadfast.memberships.core.Subscription;
import io.steadfast.programs.core.Plan;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A membership as it stands.
 *
 * @param version of the program under which it began
 * @param price agreed when it began
 * @param coveredUntil the exclusive end of the trial or of what is paid
 * @param benefits whether what the plan gives is on
 * @param benefitsUntil when it goes off if nothing more happens; left out where it is off
 * @param nextPayment left out where none is expected
 * @param unapplied references of payments that bought nothing, since they came after the member had left
 */
public record MembershipResponse(
        UUID id,
        MemberId memberId,
        ProgramCode program,
        int version,
        NamedPlan plan,
        Plan.Interval interval,
        Money price,
        Instant startedAt,
        MembershipState state,
        Instant since,
        Instant coveredUntil,
        Switch benefits,
        Optional<Instant> benefitsUntil,
        Optional<MembershipView.NextPayment> nextPayment,
        Optional<Cancelled> cancelled,
        List<Payment> payments,
        List<String> unapplied,
        List<Step> history) {

    /** Whether something holds. */
    public enum Switch {
        ON,
        OFF
    }

    public record NamedPlan(String code, String name) {}

    /** @param refund what the terms give back */
    public record Cancelled(Instant at, Plan.Leaving when, Money refund) {

        static Cancelled of(Leave leave) {
            return new Cancelled(leave.at(), leave.when(), leave.refund());
        }
    }

    /** @param payment the reference of the payment that a refund is of */
    public record Payment(Outcome.Kind outcome, String reference, Optional<String> payment, Instant at, Money amount) {

        static Payment of(Outcome outcome) {
            return new Payment(
                    outcome.kind(),
                    outcome.reference(),
                    Optional.of(outcome.payment()).filter(other -> !other.equals(outcome.reference())),
                    outcome.at(),
                    outcome.amount());
        }
    }

    public record Step(MembershipState state, Instant from, Instant coveredUntil) {

        static Step of(Phase phase) {
            return new Step(phase.state(), phase.from(), phase.coveredUntil());
        }
    }

    static MembershipResponse of(MembershipView view, Locale language) {
        Subscription subscription = view.subscription();
        return new MembershipResponse(
                subscription.id().value(),
                subscription.member(),
                subscription.program(),
                subscription.version(),
                new NamedPlan(subscription.plan().value(), view.plan().name().in(language)),
                subscription.terms().interval(),
                subscription.terms().price(),
                subscription.startedAt(),
                view.state(),
                view.phase().from(),
                view.phase().coveredUntil(),
                view.isOn() ? Switch.ON : Switch.OFF,
                view.onUntil(),
                view.nextPayment(),
                subscription.leaves().stream()
                        .max(Comparator.comparing(Leave::at).thenComparing(Leave::when))
                        .map(Cancelled::of),
                subscription.outcomes().stream()
                        .sorted(Comparator.comparing(Outcome::at).thenComparing(Outcome::reference))
                        .map(Payment::of)
                        .toList(),
                view.course().unapplied(),
                view.history().stream().map(Step::of).toList());
    }
}
