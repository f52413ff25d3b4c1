package io.steadfast.tiers;

import io.steadfast.platform.jobs.DueWork;
import io.steadfast.platform.jobs.Pace;
import io.steadfast.platform.jobs.WorkAhead;
import io.steadfast.programs.Published;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Posts the reviews that fell due and what new versions made of tiers, tells of manual tiers that end and
 * of tiers that will be lost; reads are right without it.
 */
@ApplicationScoped
public class TierReviewJob implements DueWork {

    @Inject
    private TierReviewService reviews;

    @Inject
    private ManualTierService manual;

    @Inject
    private TierNoticeService notices;

    @Inject
    private WorkAhead ahead;

    @Inject
    private Pace pace;

    @Override
    public String kind() {
        return "tier_review";
    }

    @Override
    public Optional<Instant> nextDue() {
        return Stream.of(reviews.nextReview(), manual.nextEnd(), notices.nextNotice())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** What a version makes of tiers is posted when it begins, so that lists and reports show it at once. */
    void follow(@Observes Published published) {
        ahead.falls(kind(), published.version().effectiveFrom());
    }

    @Override
    public void runDue(Instant upTo) {
        pace.chunks(() -> reviews.reviewSome(upTo));
        pace.chunks(() -> manual.tellSome(upTo));
        pace.chunks(() -> notices.tellSome(upTo));
    }
}
