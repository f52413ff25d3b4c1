package io.steadfast.tiers.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What becomes of a tier at the end of its term if nothing more counts, and when that is worth telling. */
public final class TierOutlook {

    /** Time enough to earn what is missing. */
    public static final Duration AHEAD = Duration.ofDays(30);

    private TierOutlook() {}

    /**
     * When the end of a term is told ahead: thirty days before it, of a term shorter than sixty days at its half, so that nobody
     * hears of the end on the day it begins.
     *
     * @return empty for the base tier and for a tier without an end
     */
    public static Optional<Instant> noticeAt(Holding held) {
        return held.until().filter(until -> held.rank() > 0).map(until -> {
            Duration half = Duration.between(held.from(), until).dividedBy(2);
            return until.minus(half.compareTo(AHEAD) < 0 ? half : AHEAD);
        });
    }

    /**
     * The fall at the end of the term that runs. A higher tier that begins before it, a renewal and a ladder that lets nobody fall
     * are none.
     *
     * @param machine where the member stands now; it is walked on
     */
    public static Optional<TierLoss> of(TierMachine machine) {
        Holding held = machine.state().held();
        Optional<Instant> due = machine.nextDue();
        Instant review = held.from();
        while (due.isPresent() && machine.state().held().equals(held)) {
            review = due.get();
            machine.advanceTo(review);
            due = machine.nextDue();
        }
        int after = machine.state().held().rank();
        return held.until().isPresent() && after < held.rank()
                ? Optional.of(new TierLoss(held.rank(), after, held.until().get(), review))
                : Optional.empty();
    }
}
