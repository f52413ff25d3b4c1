package io.steadfast.memberships.core;

import io.steadfast.programs.core.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Walks through what happened to a membership in the order in which it happened, whatever the order in which it was told
 * (domain 59, 60). What time alone brings about happens on the way.
 */
final class CourseWalk {

    private final Subscription subscription;
    private final PlanTerms terms;
    private final List<Phase> phases = new ArrayList<>();
    private final Deque<PaidPeriod> paid = new ArrayDeque<>();
    private final Map<String, PaidPeriod> bought = new HashMap<>();
    private final Map<String, Long> refunded = new HashMap<>();
    private final List<String> unapplied = new ArrayList<>();
    private final Instant trialUntil;
    private MembershipState state;
    private Instant coveredUntil;
    private LocalDate anchor;
    private int periods;

    /** A fact at the instant at which it takes effect, facts of the same instant in a fixed order. */
    private record Step(Instant at, int order, String reference, Runnable effect) {}

    CourseWalk(Subscription subscription) {
        this.subscription = subscription;
        this.terms = subscription.terms();
        Instant start = subscription.startedAt();
        this.anchor = terms.date(start).plusDays(terms.trialDays());
        boolean trial = terms.trialDays() > 0;
        this.trialUntil = trial ? terms.startOf(anchor) : start;
        this.coveredUntil = trialUntil;
        this.state = trial ? MembershipState.TRIAL : MembershipState.SUSPENDED;
        write(start);
    }

    MembershipCourse course() {
        Stream.concat(outcomes(), leaves())
                .sorted(Comparator.comparing(Step::at)
                        .thenComparing(Step::order)
                        .thenComparing(Step::reference))
                .forEach(step -> step.effect().run());
        advance(Instant.MAX);
        List<PaidPeriod> periodsInOrder = new ArrayList<>();
        paid.descendingIterator().forEachRemaining(periodsInOrder::add);
        return new MembershipCourse(terms, phases, periodsInOrder, unapplied);
    }

    private Stream<Step> outcomes() {
        Set<String> told = new HashSet<>();
        Map<String, Instant> paidAt = new HashMap<>();
        subscription.outcomes().stream()
                .filter(outcome -> outcome.kind() == Outcome.Kind.PAID)
                .forEach(outcome -> paidAt.put(outcome.reference(), outcome.at()));
        return subscription.outcomes().stream()
                .filter(outcome -> outcome.kind() != Outcome.Kind.FAILED)
                .filter(outcome -> told.add(outcome.kind() + " " + outcome.reference()))
                .map(outcome -> step(outcome, paidAt));
    }

    private Step step(Outcome outcome, Map<String, Instant> paidAt) {
        Instant at = later(outcome.at(), subscription.startedAt());
        if (outcome.kind() == Outcome.Kind.PAID) {
            return new Step(at, 0, outcome.reference(), () -> pay(outcome, at));
        }
        // A refund told of before its payment took effect takes effect with it.
        Instant after = later(at, paidAt.getOrDefault(outcome.payment(), at));
        return new Step(after, 1, outcome.reference(), () -> giveBack(outcome, after));
    }

    private Stream<Step> leaves() {
        return subscription.leaves().stream()
                .map(leave -> new Step(
                        later(leave.at(), subscription.startedAt()),
                        2,
                        leave.when().name(),
                        () -> leave(leave)));
    }

    private void pay(Outcome outcome, Instant at) {
        advanceBeforePaymentAt(at);
        switch (state) {
            case TRIAL, ACTIVE -> buy(outcome, coveredUntil);
            case PAST_DUE -> {
                state = MembershipState.ACTIVE;
                buy(outcome, coveredUntil);
            }
            case SUSPENDED -> {
                anchor = terms.date(at);
                periods = 0;
                state = MembershipState.ACTIVE;
                buy(outcome, at);
            }
            case CANCELLED, ENDED -> unapplied.add(outcome.reference());
        }
        write(at);
    }

    private void buy(Outcome outcome, Instant from) {
        periods++;
        coveredUntil = terms.periodEnd(anchor, periods);
        PaidPeriod period = new PaidPeriod(from, coveredUntil, outcome.reference(), outcome.amount());
        paid.push(period);
        bought.put(outcome.reference(), period);
    }

    /** A payment that came back whole takes the last period with it, unless what it bought is over. */
    private void giveBack(Outcome refund, Instant at) {
        advance(at);
        unapplied.remove(refund.payment());
        boolean over = Optional.ofNullable(bought.get(refund.payment()))
                .filter(period -> period.until().isAfter(at))
                .isEmpty();
        if (!isWholeNow(refund) || over || !isRunning()) {
            return;
        }
        PaidPeriod last = paid.pop();
        periods--;
        if (last.from().isBefore(at)) {
            coveredUntil = at;
            state = state == MembershipState.CANCELLED ? MembershipState.ENDED : MembershipState.SUSPENDED;
        } else {
            coveredUntil = last.from();
        }
        write(at);
    }

    /** Whether with this refund all of its payment has come back, and without it not yet. */
    private boolean isWholeNow(Outcome refund) {
        long amount = refund.amount().amount();
        long sum = refunded.merge(refund.payment(), amount, Math::addExact);
        return Optional.ofNullable(bought.get(refund.payment()))
                .map(period -> period.amount().amount())
                .filter(whole -> sum >= whole && sum - amount < whole)
                .isPresent();
    }

    private boolean isRunning() {
        return !paid.isEmpty()
                && (state == MembershipState.TRIAL
                        || state == MembershipState.ACTIVE
                        || state == MembershipState.CANCELLED);
    }

    private void leave(Leave leave) {
        Instant at = later(leave.at(), subscription.startedAt());
        advance(at);
        boolean running = state == MembershipState.TRIAL || state == MembershipState.ACTIVE;
        if (leave.when() == Plan.Leaving.PERIOD_END && running) {
            state = MembershipState.CANCELLED;
        } else if (leave.when() == Plan.Leaving.NOW || state != MembershipState.CANCELLED) {
            state = MembershipState.ENDED;
        }
        write(at);
    }

    private void advance(Instant upTo) {
        for (Optional<Instant> due = nextDue(); due.isPresent() && !due.get().isAfter(upTo); due = nextDue()) {
            happen(due.get());
        }
    }

    /** A payment at the very instant at which one is due is in time; at the end of the grace it isn't. */
    private void advanceBeforePaymentAt(Instant at) {
        for (Optional<Instant> due = nextDue(); due.isPresent() && !due.get().isAfter(at); due = nextDue()) {
            if (due.get().equals(at) && (state == MembershipState.TRIAL || state == MembershipState.ACTIVE)) {
                return;
            }
            happen(due.get());
        }
    }

    private Optional<Instant> nextDue() {
        return switch (state) {
            case TRIAL -> Optional.of(trialUntil);
            case ACTIVE, CANCELLED -> Optional.of(coveredUntil);
            case PAST_DUE -> Optional.of(terms.graceEnd(coveredUntil));
            case SUSPENDED, ENDED -> Optional.empty();
        };
    }

    private void happen(Instant due) {
        state = switch (state) {
            case TRIAL -> coveredUntil.isAfter(trialUntil) ? MembershipState.ACTIVE : unpaid();
            case ACTIVE -> unpaid();
            case PAST_DUE -> MembershipState.SUSPENDED;
            case CANCELLED, SUSPENDED, ENDED -> MembershipState.ENDED;
        };
        write(due);
    }

    private MembershipState unpaid() {
        if (terms.renewal() == Plan.Renewal.BY_MEMBER) {
            return MembershipState.ENDED;
        }
        return terms.graceDays() == 0 ? MembershipState.SUSPENDED : MembershipState.PAST_DUE;
    }

    /** Of phases that begin at the same instant only the last stands, and one that says nothing new isn't written. */
    private void write(Instant from) {
        Phase phase = new Phase(from, state, coveredUntil);
        if (!phases.isEmpty() && phases.get(phases.size() - 1).from().equals(from)) {
            phases.remove(phases.size() - 1);
        }
        if (phases.isEmpty() || !phases.get(phases.size() - 1).saysTheSameAs(phase)) {
            phases.add(phase);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
