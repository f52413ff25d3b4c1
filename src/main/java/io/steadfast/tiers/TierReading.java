package io.steadfast.tiers;

import io.steadfast.programs.core.Transition;
import io.steadfast.shared.TierCode;
import io.steadfast.tiers.core.KeptStanding;
import io.steadfast.tiers.core.MetricChange;
import io.steadfast.tiers.core.TierCourse;
import io.steadfast.tiers.core.TierFact;
import io.steadfast.tiers.core.TierHistory;
import io.steadfast.tiers.core.TierMachine;
import io.steadfast.tiers.core.TierRules;
import io.steadfast.tiers.core.TierStanding;
import io.steadfast.tiers.core.TierStep;
import io.steadfast.tiers.core.WrittenWay;
import io.steadfast.tiers.store.TierKey;
import io.steadfast.tiers.store.TierRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What time and new versions made of a member's tiers, whether a job has posted it or not. Writes nothing. */
@Dependent
class TierReading {

    @Inject
    TierRepository repository;

    @Inject
    TierRulesReader rules;

    /** Where a member stands, with the facts that led there. */
    record Seen(TierStanding standing, TierHistory history) {}

    /** The earned tier at an instant, where it isn't what the facts say that are written; all is read only for a new version. */
    Optional<TierCode> moved(TierKey key, KeptStanding kept, Instant at) {
        return rules.course(key.set(), at)
                .flatMap(course ->
                        course.moved(kept, () -> repository.changes(key).get(), at))
                .map(machine ->
                        machine.set().tiers().get(machine.state().held().rank()).code());
    }

    /** Where a member stands now on a ladder of a version in force. */
    Seen now(TierKey key, Optional<KeptStanding> kept, TierWalk.Start start) {
        TierCourse course = start.course();
        if (kept.isEmpty()) {
            TierMachine machine = TierMachine.start(course.setAt(start.now()), course.zone(), start.enrolledAt());
            return new Seen(machine.standingAt(start.now()), new TierHistory(machine.facts()));
        }
        Supplier<List<TierFact>> written = repository.facts(key);
        KeptStanding standing = kept.get();
        if (course.isBehind(standing, start.now())) {
            List<MetricChange> changes = repository.changes(key).get();
            List<TierFact> facts = written.get();
            TierStep step = course.walk(
                    kept, standing.joinedAt(), List.of(), () -> new WrittenWay(changes, facts), start.now());
            TierMachine machine = course.resume(step.standing(), start.now());
            return new Seen(machine.standingAt(start.now()), new TierHistory(facts).with(step.facts()));
        }
        TierMachine machine = course.resume(standing, start.now());
        machine.advanceTo(start.now());
        return new Seen(machine.standingAt(start.now()), new TierHistory(written.get()).with(machine.facts()));
    }

    /** The facts as they stood when a version began, without what it did to tiers at its own instant. */
    TierHistory whenBegan(TierKey key, Optional<KeptStanding> kept, Instant begun) {
        TierHistory written = new TierHistory(repository.facts(key).get());
        Optional<TierCourse> course = rules.course(key.set(), begun);
        if (kept.isEmpty() || course.isEmpty()) {
            return written;
        }
        KeptStanding standing = kept.get();
        TierCourse before = course.get().before(begun);
        TierRules last = course.get().rules().get(course.get().rules().size() - 1);
        boolean turned = last.from().equals(begun) && last.standing() == Transition.Tiers.REVIEW;
        if (turned || before.isBehind(standing, begun)) {
            return new TierHistory(
                    before.replay(standing.joinedAt(), repository.changes(key).get(), begun)
                            .facts());
        }
        if (standing.dueAt().filter(due -> !due.isAfter(begun)).isEmpty()) {
            return written;
        }
        TierMachine machine = before.resume(standing, begun);
        machine.advanceTo(begun);
        return written.with(machine.facts());
    }
}
