package io.steadfast.accrual.faces;

import io.steadfast.accrual.ReviewService;
import io.steadfast.accrual.core.AccrualRefusal;
import io.steadfast.accrual.core.ActivityReview;
import io.steadfast.accrual.core.ActivityReview.Decision;
import io.steadfast.accrual.core.ActivityReview.State;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page console/review: one activity, why it is in review, and what somebody says of it. */
@Named("reviewPage")
@RequestScoped
public class ReviewPageBean {

    @Inject
    private ReviewService reviews;

    @Inject
    private FrameBean frame;

    @Inject
    private HttpServletRequest request;

    private @Nullable ActivityReview review;
    private String reason = "";

    public ActivityReview getReview() {
        if (review == null) {
            must();
            review = reviews.find(given());
        }
        return review;
    }

    public boolean isWaiting() {
        return getReview().state() == State.WAITING;
    }

    public void approve() {
        decide(Decision.APPROVE);
    }

    public void reject() {
        decide(Decision.REJECT);
    }

    private void decide(Decision decision) {
        must();
        review = reviews.decide(given(), decision, reason).review();
        reason = "";
    }

    private void must() {
        if (!frame.may("ACTIVITIES_REVIEW")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }

    private UUID given() {
        return id(request.getParameter("id")).orElseThrow(() -> new Refusal(AccrualRefusal.REVIEW_UNKNOWN));
    }

    static Optional<UUID> id(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason.strip();
    }
}
