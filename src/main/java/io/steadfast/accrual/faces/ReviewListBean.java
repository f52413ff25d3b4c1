package io.steadfast.accrual.faces;

import io.steadfast.accrual.ReviewService;
import io.steadfast.accrual.core.ActivityReview;
import io.steadfast.accrual.core.ActivityReview.State;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page console/reviews: activities in review, page by page. */
@Named("reviewList")
@RequestScoped
public class ReviewListBean {
    private static final int ROWS = 25;

    @Inject
    private ReviewService reviews;

    @Inject
    private FrameBean frame;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<ActivityReview> rows;

    /** One page, and one row more where there is another. */
    private List<ActivityReview> read() {
        if (rows == null) {
            if (!frame.may("ACTIVITIES_REVIEW")) {
                throw new Refusal(SecurityRefusal.NOT_PERMITTED);
            }
            rows = reviews.page(getState(), after(), ROWS + 1);
        }
        return rows;
    }

    public List<ActivityReview> getRows() {
        return read().stream().limit(ROWS).toList();
    }

    /** Where the next page begins; empty on the last one. */
    public Optional<UUID> getNext() {
        return read().size() > ROWS ? Optional.of(read().get(ROWS - 1).id()) : Optional.empty();
    }

    public boolean isFirst() {
        return after().isEmpty();
    }

    public List<State> getStates() {
        return List.of(State.values());
    }

    /** The state shown; those that wait unless another is asked for. */
    public State getState() {
        String wanted = Optional.ofNullable(request.getParameter("state")).orElse("");
        return Arrays.stream(State.values())
                .filter(state -> code(state).equals(wanted))
                .findFirst()
                .orElse(State.WAITING);
    }

    public String code(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private Optional<UUID> after() {
        return ReviewPageBean.id(request.getParameter("after"));
    }
}
