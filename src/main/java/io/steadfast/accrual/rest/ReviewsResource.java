package io.steadfast.accrual.rest;

import io.steadfast.accrual.ReviewService;
import io.steadfast.accrual.core.ActivityReview;
import io.steadfast.accrual.core.ActivityReview.State;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.rest.Cursor;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.rest.Page;
import io.steadfast.platform.rest.Paging;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Activities that somebody looks at before their points can be used. Deciding moves points by somebody's judgement, so it
 * takes the scope of adjustments: the app that reports activities can't approve its own.
 */
@Path("/reviews")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Activities")
public class ReviewsResource {

    @Inject
    ReviewService reviews;

    @Inject
    IdempotentCalls calls;

    /** Those that wait, the longest waiting first; with {@code state} those that ended so, the newest first. */
    @GET
    @Scoped(Scope.MEMBERS_READ)
    @Operation(
            operationId = "listReviews",
            summary = "Activities in review; state is waiting (default), approved or rejected")
    public Page<ReviewResponse> list(@BeanParam Paging paging, @QueryParam("state") @Nullable String state) {
        List<ActivityReview> rows =
                reviews.page(state(state), paging.after().map(cursor -> cursor.uuid(0)), paging.limit() + 1);
        return paging.page(rows, row -> Cursor.of(row.id())).map(ReviewResponse::of);
    }

    @GET
    @Path("{id}")
    @Scoped(Scope.MEMBERS_READ)
    @Operation(operationId = "getReview", summary = "One activity in review. REVIEW_UNKNOWN (404)")
    public ReviewResponse get(@PathParam("id") UUID id) {
        return ReviewResponse.of(reviews.find(id));
    }

    @POST
    @Path("{id}")
    @Scoped(Scope.ADJUSTMENTS_WRITE)
    @OncePerKey(required = true)
    @Operation(
            operationId = "decideReview",
            summary =
                    "Approve an activity, so that its points become usable, or reject it, so that they are taken back. "
                            + "REVIEW_UNKNOWN (404), REVIEW_DECIDED (409)")
    @APIResponseSchema(value = ReviewResponse.class, responseCode = "200")
    public Response decide(@PathParam("id") UUID id, ReviewRequest request) {
        ReviewRequest.Checked checked = request.checked();
        return calls.required(() -> {
            ReviewService.Outcome outcome = reviews.decide(id, checked.decision(), checked.reason());
            return Answer.ok(ReviewResponse.of(outcome.review(), outcome.receipt()))
                    .withPersonalFieldsOf(outcome.review().activity().member());
        });
    }

    private static State state(@Nullable String wanted) {
        if (wanted == null) {
            return State.WAITING;
        }
        return Arrays.stream(State.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElseThrow(() -> FieldErrors.one("state", FieldReason.NOT_VALID));
    }
}
