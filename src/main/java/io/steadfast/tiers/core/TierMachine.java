package io.steadfast.tiers.core;

import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSet.Downgrade;
import io.steadfast.programs.core.Transition;
import io.steadfast.tiers.core.TierFact.Cause;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Walks through what counted, in the order of effect, and writes down each change of tier (domain 26 to 39). Reviews
 * that fall due on the way happen at their own instant, before anything of that instant.
 */
public final class TierMachine {

    private final ZoneId zone;
    private final Instant enrolledAt;
    private final List<TierFact> facts = new ArrayList<>();
    private TierSet set;
    private Instant countsFrom = Instant.MIN;
    private Instant judgesFrom = Instant.MIN;
    private TierCalendar calendar;
    private TierLadder ladder;
    private TierState state;

    private TierMachine(TierSet set, ZoneId zone, Instant enrolledAt, TierState state) {
        this.zone = zone;
        this.enrolledAt = enrolledAt;
        this.set = set;
        this.calendar = new TierCalendar(set, zone, enrolledAt);
        this.ladder = new TierLadder(set, calendar);
        this.state = state;
    }

    /** Starts in the base tier. */
    public static TierMachine start(TierSet set, ZoneId zone, Instant enrolledAt) {
        return start(set, zone, enrolledAt, enrolledAt);
    }

    /** The same where the base tier began before: anniversaries are the enrolment's all the same. */
    static TierMachine start(TierSet set, ZoneId zone, Instant enrolledAt, Instant begun) {
        TierMachine machine = new TierMachine(set, zone, enrolledAt, TierState.enrolled(begun, set));
        machine.facts.add(new TierFact(begun, 0, Cause.ENROLLED, Optional.empty()));
        return machine;
    }

    /** Goes on from where another machine of the same set and member stopped; changes must come after it. */
    public static TierMachine resume(TierSet set, ZoneId zone, Instant enrolledAt, TierState state) {
        return new TierMachine(set, zone, enrolledAt, state);
    }

    /**
     * The same under a version that isn't the first.
     *
     * @param countsFrom what happened before counts no longer
     * @param judgesFrom nothing falls due before
     */
    TierMachine under(Instant countsFrom, Instant judgesFrom) {
        this.countsFrom = countsFrom;
        this.judgesFrom = judgesFrom;
        return this;
    }

    /** What changed since the machine was started or resumed, in order; of equal instants the last stands. */
    public List<TierFact> facts() {
        return List.copyOf(facts);
    }

    public TierState state() {
        return state;
    }

    /** Lets everything happen that is due up to and including {@code now}. */
    public void advanceTo(Instant now) {
        for (Optional<Instant> due = nextDue(); due.isPresent() && !due.get().isAfter(now); due = nextDue()) {
            happen(due.get());
        }
    }

    /** The ladder it stands on. */
    public TierSet set() {
        return set;
    }

    /**
     * Goes on under another version of the tier set.
     *
     * @param counted everything that happened until now, summed again by the new set's periods
     */
    void switchTo(TierRules before, TierRules rules, Collection<MetricChange> counted) {
        advanceTo(rules.from());
        boolean sameSums = before.countsLike(rules)
                && before.set().period().equals(rules.set().period());
        TierState kept = state.onLadder(set.tiers(), rules.set().tiers());
        set = rules.set();
        calendar = new TierCalendar(set, zone, enrolledAt);
        ladder = new TierLadder(set, calendar);
        Metric begun = (sameSums ? kept.metric() : Metric.NONE)
                .under(set, calendar.date(rules.from()).plusDays(1));
        if (!sameSums) {
            countsFrom = before.countsLike(rules) ? countsFrom : rules.from();
            Holding held = kept.held();
            kept = kept.withoutEvidence();
            begun = begun.with(counted, change -> counts(change, held), calendar);
        }
        state = kept.withMetric(begun);
        judgesFrom = rules.from();
        if (rules.standing() == Transition.Tiers.REVIEW) {
            judgeAgain(before, rules);
        }
    }

    /** What reached a tier isn't counted towards the next one where the metric begins anew with each. */
    private boolean counts(MetricChange change, Holding held) {
        boolean spent = set.period().kind() == TierSet.Period.Kind.SINCE_TIER_START
                && (change.countsAt().isBefore(held.from())
                        || held.rank() > 0 && change.countsAt().equals(held.from()));
        return !spent && !change.countsAt().isBefore(countsFrom);
    }

    /** What a tier was reached by may be gone with its unit or its beginning: then nobody falls for want of it. */
    private void judgeAgain(TierRules before, TierRules rules) {
        Instant at = rules.from();
        Holding deserved = TierLadder.best(whatIsDeserved(at), at).orElse(Holding.base(at));
        int held = state.held().rank();
        boolean lookedUp = before.countsLike(rules) && set.period().kind() != TierSet.Period.Kind.SINCE_TIER_START;
        if (deserved.rank() > held || lookedUp && deserved.rank() < held) {
            settle(deserved, List.of(), Cause.RULES_CHANGED);
        }
    }

    public void apply(MetricChange change) {
        advanceTo(change.at());
        // An order of nothing renews nothing, whether it is looked at or not.
        if (change.delta() == 0
                || change.countsAt().isBefore(countsFrom)
                || set.period().kind() == TierSet.Period.Kind.SINCE_TIER_START
                        && change.countsAt().isBefore(state.held().from())) {
            return;
        }
        state = state.withMetric(state.metric().plus(change, calendar));
        if (change.delta() < 0) {
            takeBackUnearned(change.at());
        } else if (!change.isOfMetric()) {
            renew(change.at(), change.countsAt());
        } else {
            rise(change.at(), change.countsAt());
        }
    }

    /** The next instant at which time alone may change something. */
    public Optional<Instant> nextDue() {
        return Stream.concat(reviewDue().stream(), state.upgradeAt().stream()).min(Instant::compareTo);
    }

    private Optional<Instant> reviewDue() {
        return state.held()
                .until()
                .map(until -> calendar.reviewAt(state.held().from(), until))
                .map(at -> at.isBefore(judgesFrom) ? judgesFrom : at);
    }

    /** Where the member stands after {@link #advanceTo}. */
    public TierStanding standingAt(Instant now) {
        return ladder.standing(state, new TierLadder.Dues(reviewDue(), nextDue()), now);
    }

    private void happen(Instant due) {
        if (state.upgradeAt().filter(due::equals).isPresent()) {
            state = state.withUpgradeAt(Optional.empty());
            ladder.begun(state.metric(), due)
                    .filter(waiting -> waiting.rank() > state.held().rank())
                    .ifPresent(waiting -> cover(waiting, Cause.REACHED));
        } else {
            review(due);
        }
    }

    private void rise(Instant at, Instant countsAt) {
        Optional<Holding> reached = ladder.deserved(state.metric(), countsAt, at)
                .filter(holding -> holding.lastsBeyond(at))
                .filter(holding -> holding.rank() > state.held().rank());
        if (reached.isEmpty()) {
            renew(at, countsAt);
        } else if (set.upgrade() == TierSet.Upgrade.IMMEDIATE) {
            cover(reached.get(), Cause.REACHED);
        } else {
            state = state.withUpgradeAt(Stream.concat(
                            state.upgradeAt().stream(),
                            calendar.beginsAt(at, state.held().from()).stream())
                    .min(Instant::compareTo));
            renew(at, countsAt);
        }
    }

    private void renew(Instant at, Instant countsAt) {
        ladder.renewed(state.held(), state.metric(), countsAt)
                .filter(holding -> holding.lastsLongerThan(state.held().until()))
                .ifPresent(holding -> {
                    state = new TierState(holding, state.beneath(), state.metric(), state.upgradeAt());
                    write(at, Cause.KEPT);
                });
    }

    private void cover(Holding higher, Cause cause) {
        List<Holding> beneath = new ArrayList<>(state.beneath());
        beneath.add(state.held());
        settle(higher, beneath, cause);
    }

    private void review(Instant due) {
        Holding held = state.held();
        Instant closed = held.until().orElseThrow().minusNanos(1);
        Stream<Holding> candidates = Stream.of(
                        ladder.renewed(held, state.metric(), closed),
                        ladder.deserved(state.metric(), closed, due),
                        ladder.renewed(held, state.metric(), due),
                        ladder.deserved(state.metric(), due, due))
                .flatMap(Optional::stream);
        Holding best =
                TierLadder.best(Stream.concat(candidates, earnedBeneath()), due).orElse(Holding.base(due));
        Holding left = ladder.reviewed(best, held);
        if (left.rank() == held.rank()) {
            settle(left.from(held.from()), state.beneath(), Cause.KEPT, due);
        } else {
            fall(left.from(due), due);
        }
    }

    private void fall(Holding deserved, Instant due) {
        int held = state.held().rank();
        if (set.downgrade() == Downgrade.FULL || deserved.rank() >= landing()) {
            settle(deserved, List.of(), deserved.rank() > held ? Cause.REACHED : Cause.NOT_KEPT);
        } else {
            Optional<Instant> term = landing() == 0 ? Optional.empty() : calendar.validUntil(due);
            Cause cause = landing() == held ? Cause.KEPT : Cause.SOFT_LANDING;
            settle(new Holding(landing(), due, term, Optional.empty(), 0, Optional.empty()), List.of(), cause);
        }
    }

    /** The lowest tier to which this member may fall now (domain 33). */
    private int landing() {
        int held = state.held().rank();
        return set.downgrade() == Downgrade.NONE ? held : Math.max(0, held - 1);
    }

    private void takeBackUnearned(Instant at) {
        if (set.onReturn() == TierSet.OnReturn.KEEP_UNTIL_REVIEW || state.held().isEarned(calendar, state.metric())) {
            return;
        }
        Holding held = state.held();
        Stream<Holding> deserved = Stream.concat(Stream.of(at), lastPeriodThatCarriesOver(at))
                .flatMap(moment -> ladder.deserved(state.metric(), moment, at).stream());
        Holding best =
                TierLadder.best(Stream.concat(deserved, earnedBeneath()), at).orElse(Holding.base(at));
        Holding left = ladder.reviewed(best, held);
        Instant from = left.rank() == held.rank() ? held.from() : at;
        List<Holding> beneath =
                state.beneath().stream().filter(one -> one.rank() < left.rank()).toList();
        settle(left.from(from), beneath, left.rank() == held.rank() ? Cause.KEPT : Cause.LOST_BY_RETURN, at);
    }

    private Stream<Holding> whatIsDeserved(Instant at) {
        return Stream.concat(Stream.of(at), lastPeriodThatCarriesOver(at))
                .flatMap(moment -> ladder.deserved(state.metric(), moment, at).stream());
    }

    private Stream<Instant> lastPeriodThatCarriesOver(Instant at) {
        return set.validity().kind() == TierSet.TierValidity.Kind.TO_END_OF_NEXT_PERIOD && !calendar.rolls()
                ? Stream.of(calendar.startOf(calendar.windowStart(at)).minusNanos(1))
                : Stream.empty();
    }

    private Stream<Holding> earnedBeneath() {
        return state.beneath().stream().filter(holding -> holding.isEarned(calendar, state.metric()));
    }

    private void settle(Holding held, List<Holding> beneath, Cause cause) {
        settle(held, beneath, cause, held.from());
    }

    private void settle(Holding held, List<Holding> beneath, Cause cause, Instant at) {
        Metric metric = set.period().kind() == TierSet.Period.Kind.SINCE_TIER_START
                        && held.rank() != state.held().rank()
                ? Metric.NONE
                : state.metric();
        state = new TierState(held, beneath, metric, state.upgradeAt());
        write(at, cause);
    }

    private void write(Instant at, Cause cause) {
        facts.add(new TierFact(at, state.held().rank(), cause, state.held().until()));
    }
}
