package io.steadfast.accrual;

import io.steadfast.accrual.core.AccrualRefusal;
import io.steadfast.accrual.core.ActivityReview;
import io.steadfast.accrual.core.ActivityReview.Decided;
import io.steadfast.accrual.core.ActivityReview.Decision;
import io.steadfast.accrual.core.ActivityReview.ProgramDoubts;
import io.steadfast.accrual.core.ActivityReview.State;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.accrual.core.StandingActivity;
import io.steadfast.accrual.store.ReviewRepository;
import io.steadfast.ledger.LedgerService;
import io.steadfast.members.OwnCard;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.ProgramCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The door of the review queue: activities that can't be believed at once, and what somebody says of them. */
@Stateless
public class ReviewService {

    @Inject
    ReviewRepository reviews;

    @Inject
    ActivityBooks books;

    @Inject
    ReviewDesk desk;

    @Inject
    MemberDesk members;

    @Inject
    OwnCard ownCard;

    @Inject
    TenantClock clock;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    /** What became of a review: where it stands now, and the receipt that stands for its activity. */
    public record Outcome(ActivityReview review, Receipt receipt) {}

    /** What {@code activity.reviewed} carries. */
    public record ActivityReviewed(
            UUID reviewId,
            Decision decision,
            List<ProgramCode> programs,
            UUID receiptId,
            String source,
            String reference) {}

    /**
     * Reviews in a state: those that wait from the longest waiting on, the others from the newest on.
     *
     * @param after the last one seen; empty for the first page
     */
    public List<ActivityReview> page(State state, Optional<UUID> after, int most) {
        return state == State.WAITING ? reviews.waiting(after, most) : reviews.decided(state, after, most);
    }

    /** Refuses {@code REVIEW_UNKNOWN} (404). */
    public ActivityReview find(UUID id) {
        return reviews.find(id).orElseThrow(() -> new Refusal(AccrualRefusal.REVIEW_UNKNOWN));
    }

    /**
     * Believes an activity, so that its points become usable, or takes them back.
     *
     * <p>Refuses {@code REVIEW_UNKNOWN} (404), {@code REVIEW_DECIDED} (409) and {@code OWN_CARD}: nobody judges themselves.
     *
     * @param reason in the words of whoever decides; kept with the review
     */
    public Outcome decide(UUID id, Decision decision, String reason) {
        ActivityReview review = find(id);
        ownCard.refuse(review.activity().member());
        Instant now = clock.now();
        LedgerService.Standing standing = members.lock(review.activity().member());
        String by = currentActor.actor().name();
        if (!reviews.decide(id, decision.leadsTo(), new Decided(now, by, reason))) {
            throw new Refusal(AccrualRefusal.REVIEW_DECIDED).about(standing.member());
        }
        StandingActivity one = books.find(
                        review.activity().source(), review.activity().reference())
                .orElseThrow();
        Set<ProgramCode> doubting =
                review.doubts().stream().map(ProgramDoubts::program).collect(Collectors.toSet());
        ActivityBooks.Change change =
                new ActivityBooks.Change(decision.leadsTo().name(), now);
        Receipt receipt = decision == Decision.APPROVE
                ? desk.release(one, doubting, change)
                : books.takeBack(one, doubting, Set.of(), change);
        tell(review, decision, receipt);
        return new Outcome(find(id), receipt);
    }

    /** The reason stays with the review: a person's words may name a member, and are erased with them there. */
    private void tell(ActivityReview review, Decision decision, Receipt receipt) {
        audit.record(
                "activity.reviewed",
                "review",
                review.id().toString(),
                Map.of("state", review.state()),
                Map.of("state", decision.leadsTo(), "receipt", receipt.receiptId()));
        outbox.publish(
                "activity.reviewed",
                Optional.of(review.activity().member()),
                new ActivityReviewed(
                        review.id(),
                        decision,
                        review.doubts().stream().map(ProgramDoubts::program).toList(),
                        receipt.receiptId(),
                        receipt.source(),
                        receipt.reference()));
    }
}
