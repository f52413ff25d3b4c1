package io.steadfast.tiers;

import io.steadfast.platform.jobs.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Posts the reviews that fell due and what new versions made of tiers; reads are right without it. */
@ApplicationScoped
public class TierReviewJob implements DueWork {

    @Inject
    private TierReviewService reviews;

    @Override
    public String kind() {
        return "tier_review";
    }

    @Override
    public Optional<Instant> nextDue() {
        return reviews.nextReview();
    }

    @Override
    public void runDue(Instant upTo) {
        boolean more = true;
        while (more) {
            more = reviews.reviewSome(upTo);
        }
    }
}
