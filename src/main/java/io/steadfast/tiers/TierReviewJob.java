package io.steadfast.tiers;

import io.steadfast.platform.jobs.DueWork;
import io.steadfast.platform.jobs.WorkAhead;
import io.steadfast.programs.Published;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Posts the reviews that fell due and what new versions made of tiers, and tells of manual tiers that end; reads are right without it. */
@ApplicationScoped
public class TierReviewJob implements DueWork {

    @Inject
    private TierReviewService reviews;

    @Inject
    private ManualTierService manual;

    @Inject
    private WorkAhead ahead;

    @Override
    public String kind() {
        return "tier_review";
    }

    @Override
    public Optional<Instant> nextDue() {
        return Stream.concat(reviews.nextReview().stream(), manual.nextEnd().stream())
                .min(Comparator.naturalOrder());
    }

    /** What a version makes of tiers is posted when it begins, so that lists and reports show it at once. */
    void follow(@Observes Published published) {
        ahead.falls(kind(), published.version().effectiveFrom());
    }

    @Override
    public void runDue(Instant upTo) {
        boolean more = true;
        while (more) {
            more = reviews.reviewSome(upTo);
        }
        do {
            more = manual.tellSome(upTo);
        } while (more);
    }
}
