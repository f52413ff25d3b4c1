package io.steadfast.memberships.core;

import io.steadfast.programs.core.Plan;
import io.steadfast.shared.Money;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A membership through time: the past, and what will be if nothing more happens.
 *
 * @param phases in order, no two beginning at the same instant
 * @param paid what payments bought and no refund took back, in order
 * @param unapplied references of payments that bought nothing, since they came after the member had left
 */
public record MembershipCourse(PlanTerms terms, List<Phase> phases, List<PaidPeriod> paid, List<String> unapplied) {

    public MembershipCourse {
        phases = List.copyOf(phases);
        paid = List.copyOf(paid);
        unapplied = List.copyOf(unapplied);
    }

    /** The phase at an instant; empty before the start. */
    public Optional<Phase> at(Instant instant) {
        return phases.stream().filter(phase -> !phase.from().isAfter(instant)).reduce((earlier, later) -> later);
    }

    /** The phases that begin after one instant and up to another, in order. */
    public List<Phase> between(Instant after, Instant upTo) {
        return phases.stream()
                .filter(phase -> phase.from().isAfter(after) && !phase.from().isAfter(upTo))
                .toList();
    }

    /** The next instant at which time alone changes something. */
    public Optional<Instant> nextChangeAfter(Instant instant) {
        return phases.stream().map(Phase::from).filter(instant::isBefore).findFirst();
    }

    /** Whether what the plan gives is on (domain 59). */
    public boolean isOn(Instant instant) {
        return at(instant).filter(phase -> isOn(phase.state())).isPresent();
    }

    private boolean isOn(MembershipState state) {
        return switch (state) {
            case TRIAL, ACTIVE, CANCELLED -> true;
            case PAST_DUE -> terms.pastDue() == Plan.PastDue.BENEFITS_ON;
            case SUSPENDED, ENDED -> false;
        };
    }

    /** Until when what the plan gives stays on if nothing more happens; empty where it is off already. */
    public Optional<Instant> onUntil(Instant instant) {
        if (!isOn(instant)) {
            return Optional.empty();
        }
        return phases.stream()
                .filter(phase -> phase.from().isAfter(instant) && !isOn(phase.state()))
                .map(Phase::from)
                .findFirst();
    }

    /** What the terms give back of the fees to a member who leaves at once; periods not begun come back whole. */
    public Money refundFor(Instant leftAt) {
        long sum = paid.stream()
                .filter(period -> period.until().isAfter(leftAt))
                .mapToLong(period -> refund(period, leftAt))
                .reduce(0, Math::addExact);
        return new Money(sum, terms.price().currency());
    }

    private long refund(PaidPeriod period, Instant leftAt) {
        long amount = period.amount().amount();
        if (period.from().isAfter(leftAt) || terms.refund() == Plan.Refund.WHOLE_PERIOD) {
            return amount;
        }
        if (terms.refund() == Plan.Refund.NONE) {
            return 0;
        }
        long days = ChronoUnit.DAYS.between(terms.date(period.from()), terms.date(period.until()));
        long left = ChronoUnit.DAYS.between(terms.date(leftAt).plusDays(1), terms.date(period.until()));
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(left))
                .divide(BigInteger.valueOf(days))
                .longValueExact();
    }
}
