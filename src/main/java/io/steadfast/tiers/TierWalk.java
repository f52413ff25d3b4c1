package io.steadfast.tiers;

import io.steadfast.tiers.core.KeptStanding;
import io.steadfast.tiers.core.MetricChange;
import io.steadfast.tiers.core.TierCourse;
import io.steadfast.tiers.core.TierFact;
import io.steadfast.tiers.core.TierHistory;
import io.steadfast.tiers.core.TierMachine;
import io.steadfast.tiers.core.TierStep;
import io.steadfast.tiers.core.WrittenWay;
import io.steadfast.tiers.store.StandingRepository;
import io.steadfast.tiers.store.TierKey;
import io.steadfast.tiers.store.TierRepository;
import io.steadfast.tiers.store.TierRepository.FactSequence;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Walks a member's ladder on and writes down what followed. Goes on from where the last walk stopped when everything new
 * lies behind that point, and walks the whole way again when something arrived late or a version judges otherwise.
 */
@Dependent
class TierWalk {

    @Inject
    TierRepository repository;

    @Inject
    StandingRepository standings;

    /**
     * @param kept where the last walk stopped; empty for the first
     * @param changes new ones, already written
     * @return where this walk stopped
     */
    KeptStanding on(TierKey key, Optional<KeptStanding> kept, Start start, List<MetricChange> changes) {
        TierStep step =
                start.course().walk(kept, start.enrolledAt(), changes, () -> written(key, kept, changes), start.now());
        if (!step.facts().isEmpty()) {
            long first = step.standing().factsSeq() - step.facts().size() + 1;
            repository.addFacts(key, step.facts(), step.ladder(), new FactSequence(first, start.now()));
        }
        standings.keep(key, step.standing());
        return step.standing();
    }

    private WrittenWay written(TierKey key, Optional<KeptStanding> kept, List<MetricChange> changes) {
        if (kept.isEmpty()) {
            // Where no walk ever stopped, nothing counted before.
            return new WrittenWay(changes, List.of());
        }
        // Both are asked in one round trip.
        Supplier<List<MetricChange>> counted = repository.changes(key);
        Supplier<List<TierFact>> facts = repository.facts(key);
        return new WrittenWay(counted.get(), facts.get());
    }

    /**
     * The rank at an instant if these changes counted too, or any others like them: all that is stored is read once. Writes
     * nothing.
     */
    ToIntFunction<List<MetricChange>> counting(TierKey key, Optional<KeptStanding> kept, Start start, Look look) {
        if (kept.isPresent() && start.course().goesOn(kept.get(), look.changes(), start.now())) {
            KeptStanding standing = kept.get();
            return changes -> {
                TierMachine machine = start.course().resume(standing, start.now());
                changes.stream().sorted().forEach(machine::apply);
                return rank(machine, look.at(), standing.state().held().rank());
            };
        }
        List<MetricChange> before = kept.isPresent() ? repository.changes(key).get() : List.of();
        return changes -> {
            List<MetricChange> all = new ArrayList<>(before);
            all.addAll(changes);
            return rank(start.course().replay(start.enrolledAt(), all, start.now()), look.at(), 0);
        };
    }

    private static int rank(TierMachine machine, Instant at, int otherwise) {
        return new TierHistory(machine.facts()).at(at).map(TierFact::rank).orElse(otherwise);
    }

    /** By which rules and up to which instant to walk. */
    record Start(TierCourse course, Instant enrolledAt, Instant now) {}

    /** Changes that would count, and the instant that is looked at. */
    record Look(List<MetricChange> changes, Instant at) {}
}
