package io.steadfast.memberships.faces;

import io.steadfast.memberships.MembershipService;
import io.steadfast.memberships.MembershipView;
import io.steadfast.memberships.core.MembershipState;
import io.steadfast.memberships.core.Outcome;
import io.steadfast.memberships.core.Phase;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.programs.core.Plan;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The plans on the page console/member: how they stand, what was paid, and the way out. */
@Named("memberPlans")
@RequestScoped
public class MemberPlansBean {
    private static final int PLANS = 5;
    private static final int LINES = 12;

    @Inject
    private MembershipService memberships;

    @Inject
    private FrameBean frame;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<MembershipView> all;

    /** The latest first. */
    public List<MembershipView> getAll() {
        if (all == null) {
            mustHave("MEMBERS_VIEW");
            all = member().map(memberships::of)
                    .map(views -> views.stream().limit(PLANS).toList())
                    .orElse(List.of());
        }
        return all;
    }

    /** What happened, the latest first. */
    public List<Phase> history(MembershipView view) {
        List<Phase> steps = new ArrayList<>(view.history());
        Collections.reverse(steps);
        return steps.stream().limit(LINES).toList();
    }

    public List<Outcome> payments(MembershipView view) {
        return view.subscription().outcomes().stream()
                .sorted(Comparator.comparing(Outcome::at)
                        .thenComparing(Outcome::reference)
                        .reversed())
                .limit(LINES)
                .toList();
    }

    /** Whether the person may end it in this way now. */
    public boolean mayLeave(MembershipView view, String when) {
        Plan.Leaving way = Plan.Leaving.valueOf(when);
        boolean running = view.state() == MembershipState.TRIAL || view.state() == MembershipState.ACTIVE;
        return frame.may("MEMBERSHIPS_EDIT")
                && view.state() != MembershipState.ENDED
                && view.plan().cancellation().contains(way)
                && (way == Plan.Leaving.NOW || running);
    }

    public void leave(MembershipView view, String when) {
        mustHave("MEMBERSHIPS_EDIT");
        memberships.cancel(view.subscription().id(), Plan.Leaving.valueOf(when));
        all = null;
    }

    private Optional<MemberId> member() {
        try {
            return Optional.ofNullable(request.getParameter("id"))
                    .map(UUID::fromString)
                    .map(MemberId::new);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private void mustHave(String permission) {
        if (!frame.may(permission)) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }
}
