package io.steadfast.tiers;

import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.tiers.core.TierFact;
import io.steadfast.tiers.core.TierHistory;
import io.steadfast.tiers.core.TierMachine;
import io.steadfast.tiers.core.TierReviews;
import io.steadfast.tiers.store.KeptStanding;
import io.steadfast.tiers.store.StandingRepository;
import io.steadfast.tiers.store.TierKey;
import io.steadfast.tiers.store.TierRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Until when a promise holds that a program makes to members of an earlier version. */
@Dependent
public class TierPromises {

    @Inject
    TierRepository repository;

    @Inject
    StandingRepository standings;

    /**
     * Whose promise it is, and the version whose ladders they stood on when it began.
     *
     * @param since the instant from which on the promise holds
     */
    public record Promise(MemberId member, ProgramVersion version, Instant enrolledAt, Instant since) {}

    /**
     * Whether the member's next review, as known when the promise began, is still to come: of several ladders the first review
     * counts. Right without waiting for the job. Asks once for each ladder of the version.
     */
    public boolean holds(Promise promise, Instant at) {
        Map<TierSetRef, KeptStanding> kept = standings.of(promise.member());
        return promise.version().document().tierSets().stream()
                .flatMap(set -> review(promise, set, kept).stream())
                .noneMatch(review -> !review.isAfter(at));
    }

    private Optional<Instant> review(Promise promise, TierSet set, Map<TierSetRef, KeptStanding> kept) {
        TierSetRef ref = new TierSetRef(promise.version().code(), set.code());
        List<TierFact> facts = new ArrayList<>(
                repository.facts(new TierKey(promise.member(), ref)).get());
        Optional.ofNullable(kept.get(ref))
                .filter(standing -> standing.dueAt()
                        .filter(due -> !due.isAfter(promise.since()))
                        .isPresent())
                .ifPresent(standing -> facts.addAll(advanced(promise, set, standing)));
        Optional<TierFact> stood = new TierHistory(facts).at(promise.since());
        return TierReviews.after(
                set, TierRulesReader.zone(promise.version()), promise.enrolledAt(), stood, promise.since());
    }

    private static List<TierFact> advanced(Promise promise, TierSet set, KeptStanding kept) {
        TierMachine machine =
                TierMachine.resume(set, TierRulesReader.zone(promise.version()), kept.joinedAt(), kept.state());
        machine.advanceTo(promise.since());
        return machine.facts();
    }
}
