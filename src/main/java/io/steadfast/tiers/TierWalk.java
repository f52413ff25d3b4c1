package io.steadfast.tiers;

import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.TierSet;
import io.steadfast.tiers.core.MetricChange;
import io.steadfast.tiers.core.TierFact;
import io.steadfast.tiers.core.TierHistory;
import io.steadfast.tiers.core.TierMachine;
import io.steadfast.tiers.core.TierRules;
import io.steadfast.tiers.store.KeptStanding;
import io.steadfast.tiers.store.StandingRepository;
import io.steadfast.tiers.store.TierKey;
import io.steadfast.tiers.store.TierRepository;
import io.steadfast.tiers.store.TierRepository.FactSequence;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Walks a member's ladder on and writes down what followed. Goes on from where the last walk stopped when everything new
 * lies behind that point, and walks the whole way again when something arrived late or the rules changed.
 */
@Dependent
class TierWalk {

    @Inject
    TierRepository repository;

    @Inject
    StandingRepository standings;

    @Inject
    TierRulesReader rules;

    /**
     * @param kept where the last walk stopped; empty for the first
     * @param changes new ones, already written
     * @return where this walk stopped
     */
    KeptStanding on(TierKey key, Optional<KeptStanding> kept, Start start, List<MetricChange> changes) {
        KeptStanding walked = kept.filter(standing -> goesOn(standing, start, changes))
                .map(standing -> further(key, standing, start, changes))
                .orElseGet(() -> again(key, kept, start, changes));
        standings.keep(key, walked);
        return walked;
    }

    /** The rank at an instant if these changes counted too; writes nothing. */
    int rankCounting(TierKey key, Optional<KeptStanding> kept, Start start, Look look) {
        return counting(key, kept, start, look).applyAsInt(look.changes());
    }

    /** The same for any of many changes like those: all that is stored is read once. */
    ToIntFunction<List<MetricChange>> counting(TierKey key, Optional<KeptStanding> kept, Start start, Look look) {
        ZoneId zone = TierRulesReader.zone(start.version());
        if (kept.isPresent() && goesOn(kept.get(), start, look.changes())) {
            KeptStanding standing = kept.get();
            return changes -> {
                TierMachine machine = TierMachine.resume(start.set(), zone, standing.joinedAt(), standing.state());
                changes.stream().sorted().forEach(machine::apply);
                return rank(machine, look.at(), standing.state().held().rank());
            };
        }
        List<MetricChange> before = kept.isPresent() ? repository.changes(key).get() : List.of();
        List<TierRules> ladder = rules.rules(key.set(), start.now());
        return changes -> {
            List<MetricChange> all = new ArrayList<>(before);
            all.addAll(changes);
            return rank(TierHistory.replay(ladder, zone, start.enrolledAt(), all, start.now()), look.at(), 0);
        };
    }

    private static int rank(TierMachine machine, Instant at, int otherwise) {
        return new TierHistory(machine.facts()).at(at).map(TierFact::rank).orElse(otherwise);
    }

    private static boolean goesOn(KeptStanding kept, Start start, List<MetricChange> changes) {
        return kept.version() == start.version().version()
                && changes.stream()
                        .allMatch(change -> kept.last()
                                .filter(last -> change.compareTo(last) <= 0)
                                .isEmpty());
    }

    private KeptStanding further(TierKey key, KeptStanding kept, Start start, List<MetricChange> changes) {
        TierMachine machine =
                TierMachine.resume(start.set(), TierRulesReader.zone(start.version()), kept.joinedAt(), kept.state());
        changes.stream().sorted().forEach(machine::apply);
        machine.advanceTo(start.now());
        List<TierFact> facts = machine.facts();
        write(key, facts, kept.factsSeq() + 1, start);
        long seq = kept.factsSeq() + facts.size();
        return standing(machine, start, new Stop(kept.joinedAt(), seq, stop(kept.last(), changes, facts)));
    }

    private KeptStanding again(TierKey key, Optional<KeptStanding> kept, Start start, List<MetricChange> changes) {
        // Where no walk ever stopped, nothing counted before. Both are asked in one round trip.
        Supplier<List<MetricChange>> counted = kept.isEmpty() ? () -> changes : repository.changes(key);
        Supplier<List<TierFact>> written = kept.isEmpty() ? List::of : repository.facts(key);
        List<MetricChange> all = counted.get();
        List<TierRules> ladder = rules.rules(key.set(), start.now());
        Instant joined = kept.map(KeptStanding::joinedAt)
                .filter(before -> before.isBefore(start.enrolledAt()))
                .orElse(start.enrolledAt());
        TierMachine machine =
                TierHistory.replay(ladder, TierRulesReader.zone(start.version()), joined, all, start.now());
        List<TierFact> additions = new TierHistory(machine.facts()).additionsTo(written.get());
        long before = kept.map(KeptStanding::factsSeq).orElse(0L);
        write(key, additions, before + 1, start);
        Stop stop = new Stop(joined, before + additions.size(), stop(Optional.empty(), all, machine.facts()));
        return standing(machine, start, stop);
    }

    private void write(TierKey key, List<TierFact> facts, long first, Start start) {
        if (!facts.isEmpty()) {
            repository.addFacts(key, facts, start.set().tiers(), new FactSequence(first, start.now()));
        }
    }

    /** The last thing walked over: a change, or a review, which comes before every change of its instant. */
    private static Optional<MetricChange> stop(
            Optional<MetricChange> last, List<MetricChange> changes, List<TierFact> facts) {
        Stream<MetricChange> reviews =
                facts.stream().map(fact -> new MetricChange(fact.from(), fact.from(), "", "", 0, 0));
        return Stream.of(last.stream(), changes.stream(), reviews)
                .flatMap(each -> each)
                .max(Comparator.naturalOrder());
    }

    private static KeptStanding standing(TierMachine machine, Start start, Stop stop) {
        return new KeptStanding(
                start.version().version(),
                start.set().tiers().get(machine.standingAt(start.now()).rank()).code(),
                machine.state(),
                machine.nextDue(),
                stop.joinedAt(),
                stop.factsSeq(),
                stop.last());
    }

    /** By which version and up to which instant to walk. */
    record Start(ProgramVersion version, TierSet set, Instant enrolledAt, Instant now) {}

    /** Changes that would count, and the instant that is looked at. */
    record Look(List<MetricChange> changes, Instant at) {}

    private record Stop(Instant joinedAt, long factsSeq, Optional<MetricChange> last) {}
}
