package io.steadfast.tiers;

import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.tiers.core.KeptStanding;
import io.steadfast.tiers.core.TierFact;
import io.steadfast.tiers.core.TierReviews;
import io.steadfast.tiers.store.StandingRepository;
import io.steadfast.tiers.store.TierKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Until when a promise holds that a program makes to members of an earlier version. */
@Dependent
public class TierPromises {

    @Inject
    TierReading reading;

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
        Optional<TierFact> stood = reading.whenBegan(
                        new TierKey(promise.member(), ref), Optional.ofNullable(kept.get(ref)), promise.since())
                .at(promise.since());
        return TierReviews.after(
                set, TierRulesReader.zone(promise.version()), promise.enrolledAt(), stood, promise.since());
    }
}
