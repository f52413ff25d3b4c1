package io.steadfast.tiers.core;

import io.steadfast.programs.core.TierSet;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A ladder as the versions of its program state it one after the other, and how a member's walk goes on along it. A version takes
 * effect on everybody at its own instant: a walk that stopped before it goes the whole way again, whoever asks first, so that a
 * read before the job says what the job writes.
 *
 * @param rules by rising instant and version, at least one; the first also judges what happened before it. Versions that judge
 *     like the one before them are left out: they move nobody, however they treat tiers that stand
 */
public record TierCourse(List<TierRules> rules, ZoneId zone) {

    public TierCourse {
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("A ladder without rules");
        }
        rules = switches(rules);
    }

    private static List<TierRules> switches(List<TierRules> all) {
        List<TierRules> switches = new ArrayList<>();
        for (TierRules each : all) {
            if (switches.isEmpty() || !switches.get(switches.size() - 1).judgesLike(each)) {
                switches.add(each);
            }
        }
        return List.copyOf(switches);
    }

    /** The same as if nothing were published that begins after the instant. */
    public TierCourse upTo(Instant at) {
        return only(rules.stream().filter(each -> !each.from().isAfter(at)).toList());
    }

    /** The same as if nothing were published that begins at the instant or after it. */
    public TierCourse before(Instant at) {
        return only(rules.stream().filter(each -> each.from().isBefore(at)).toList());
    }

    private TierCourse only(List<TierRules> some) {
        return new TierCourse(some.isEmpty() ? rules.subList(0, 1) : some, zone);
    }

    /** The ladder as it stands at an instant. */
    public TierSet setAt(Instant at) {
        return at(at).set();
    }

    private TierRules at(Instant at) {
        List<TierRules> begun = upTo(at).rules();
        return begun.get(begun.size() - 1);
    }

    /** Whether a version that is in force by the instant judges otherwise than the walk did. */
    public boolean isBehind(KeptStanding kept, Instant at) {
        return kept.version() < at(at).version();
    }

    /** Whether it suffices to go on from where a walk stopped: the rules stand, and all that is new lies behind that point. */
    public boolean goesOn(KeptStanding kept, Collection<MetricChange> changes, Instant now) {
        return !isBehind(kept, now)
                && changes.stream()
                        .allMatch(change -> kept.last()
                                .filter(last -> !change.isAfter(last))
                                .isEmpty());
    }

    /** The machine where a walk stopped that isn't {@link #isBehind behind}. */
    public TierMachine resume(KeptStanding kept, Instant at) {
        TierRules present = at(at);
        TierMachine machine = TierMachine.resume(present.set(), zone, kept.joinedAt(), kept.state());
        return present.equals(rules.get(0)) ? machine : machine.under(countsFrom(at), present.from());
    }

    /**
     * The machine after everything that counted up to {@code now}, each thing judged by the version of its own instant. Changes of
     * one order at one instant that cancel each other out (a return withdrawn, an order changed) leave no trace.
     *
     * @param enrolledAt the start of the base tier; an order that a look-back lets count before it moves the start
     */
    public TierMachine replay(Instant enrolledAt, Collection<MetricChange> changes, Instant now) {
        List<MetricChange> standing = TierHistory.net(changes).stream()
                .filter(change -> !change.at().isAfter(now))
                .toList();
        Instant begun = Stream.concat(Stream.of(enrolledAt), standing.stream().map(MetricChange::at))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Replay replay = new Replay(
                TierMachine.start(rules.get(0).set(), zone, enrolledAt, begun),
                new ArrayDeque<>(rules),
                new ArrayList<>());
        for (MetricChange change : standing) {
            replay.switchUpTo(change.at());
            replay.machine().apply(change);
            replay.counted().add(change);
        }
        replay.switchUpTo(now);
        replay.machine().advanceTo(now);
        return replay.machine();
    }

    /** @param later the rules that stand, and those that follow */
    private record Replay(TierMachine machine, Deque<TierRules> later, List<MetricChange> counted) {

        void switchUpTo(Instant at) {
            TierRules present = later.removeFirst();
            while (!later.isEmpty() && !later.getFirst().from().isAfter(at)) {
                TierRules next = later.removeFirst();
                machine.switchTo(present, next, counted);
                present = next;
            }
            later.addFirst(present);
        }
    }

    /**
     * What a read finds that isn't in the written facts: the machine at an instant, where time or a version has moved it since
     * the walk stopped. All that counted is asked for a new version only.
     */
    public Optional<TierMachine> moved(KeptStanding kept, Supplier<List<MetricChange>> counted, Instant at) {
        if (isBehind(kept, at)) {
            return Optional.of(replay(kept.joinedAt(), counted.get(), at));
        }
        return kept.dueAt().filter(due -> !due.isAfter(at)).map(due -> {
            TierMachine machine = resume(kept, at);
            machine.advanceTo(at);
            return machine;
        });
    }

    /**
     * Walks on: from where the last walk stopped when everything new lies behind that point, and the whole way again when
     * something arrived late or a version judges otherwise.
     *
     * @param kept where the last walk stopped; empty for the first
     * @param changes new ones, which are written already
     * @param written asked only where the whole way is walked
     */
    public TierStep walk(
            Optional<KeptStanding> kept,
            Instant enrolledAt,
            List<MetricChange> changes,
            Supplier<WrittenWay> written,
            Instant now) {
        return kept.filter(standing -> goesOn(standing, changes, now))
                .map(standing -> further(standing, changes, now))
                .orElseGet(() -> again(kept, enrolledAt, written.get(), now));
    }

    private TierStep further(KeptStanding kept, List<MetricChange> changes, Instant now) {
        TierMachine machine = resume(kept, now);
        changes.stream().sorted().forEach(machine::apply);
        machine.advanceTo(now);
        List<TierFact> facts = machine.facts();
        long seq = kept.factsSeq() + facts.size();
        return step(machine, new Stop(kept.joinedAt(), seq, last(kept.last().stream(), changes, facts), now), facts);
    }

    private TierStep again(Optional<KeptStanding> kept, Instant enrolledAt, WrittenWay written, Instant now) {
        Instant joined = kept.map(KeptStanding::joinedAt)
                .filter(before -> before.isBefore(enrolledAt))
                .orElse(enrolledAt);
        List<MetricChange> changes = written.changes();
        TierMachine machine = replay(joined, changes, lastOf(changes, now));
        List<TierFact> additions = new TierHistory(machine.facts()).additionsTo(written.facts());
        long seq = kept.map(KeptStanding::factsSeq).orElse(0L) + additions.size();
        // What was written before stands at its instant, corrected or not: whatever comes in from before it has to
        // correct it.
        List<TierFact> standing =
                new TierHistory(written.facts()).with(additions).facts();
        return step(machine, new Stop(joined, seq, last(switched(now), changes, standing), now), additions);
    }

    /** Now, or when the last thing that was reported ahead of its time happens. */
    private static Instant lastOf(List<MetricChange> changes, Instant now) {
        return Stream.concat(Stream.of(now), changes.stream().map(MetricChange::at))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The last version that took effect: what comes in from before it isn't judged by it. */
    private Stream<MetricChange> switched(Instant now) {
        return upTo(now).rules().stream().skip(1).map(each -> mark(each.from()));
    }

    /** The last thing walked over: a change, or a version or review, which come before every change of their instant. */
    private static Optional<MetricChange> last(
            Stream<MetricChange> before, List<MetricChange> changes, List<TierFact> facts) {
        Stream<MetricChange> reviews = facts.stream().map(fact -> mark(fact.from()));
        return Stream.of(before, changes.stream(), reviews)
                .flatMap(each -> each)
                .max(Comparator.naturalOrder());
    }

    private static MetricChange mark(Instant at) {
        return new MetricChange(at, at, "", "", 0, 0, TierSet.METRIC);
    }

    private TierStep step(TierMachine machine, Stop stop, List<TierFact> facts) {
        int rank = machine.state().held().rank();
        KeptStanding standing = new KeptStanding(
                at(stop.now()).version(),
                machine.set().tiers().get(rank).code(),
                machine.state(),
                machine.nextDue(),
                stop.joinedAt(),
                stop.factsSeq(),
                stop.last());
        return new TierStep(standing, facts, machine.set().tiers());
    }

    /** Where a walk stopped, but for the machine. */
    private record Stop(Instant joinedAt, long factsSeq, Optional<MetricChange> last, Instant now) {}

    /** From when on things count in the present metric's unit. */
    private Instant countsFrom(Instant at) {
        List<TierRules> begun = upTo(at).rules();
        for (int place = begun.size() - 1; place > 0; place--) {
            if (!begun.get(place).countsLike(begun.get(place - 1))) {
                return begun.get(place).from();
            }
        }
        return Instant.MIN;
    }
}
