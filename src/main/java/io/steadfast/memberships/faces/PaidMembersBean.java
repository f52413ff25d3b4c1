package io.steadfast.memberships.faces;

import io.steadfast.members.MemberService;
import io.steadfast.members.core.Member;
import io.steadfast.memberships.MembershipService;
import io.steadfast.memberships.MembershipView;
import io.steadfast.memberships.core.ListWish;
import io.steadfast.memberships.core.MembershipId;
import io.steadfast.memberships.core.MembershipState;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page console/paid: who has which plan and how it stands, by state, page by page. */
@Named("paidMembers")
@RequestScoped
public class PaidMembersBean {
    private static final int ROWS = 25;

    @Inject
    private MembershipService memberships;

    @Inject
    private MemberService members;

    @Inject
    private FrameBean frame;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<Row> rows;
    private @Nullable Map<MembershipState, Long> counts;

    /** A membership with its member's name. */
    public record Row(MembershipView view, Optional<String> name) {}

    /** One page, and one row more where there is another. */
    private List<Row> read() {
        if (rows == null) {
            if (!frame.may("MEMBERS_VIEW")) {
                throw new Refusal(SecurityRefusal.NOT_PERMITTED);
            }
            rows = memberships.list(new ListWish(Optional.empty(), getState(), after(), ROWS + 1)).stream()
                    .map(this::row)
                    .toList();
        }
        return rows;
    }

    private Row row(MembershipView view) {
        Optional<Member> member = members.find(view.subscription().member());
        return new Row(view, member.flatMap(known -> known.person().name()));
    }

    public List<Row> getRows() {
        return read().stream().limit(ROWS).toList();
    }

    /** Where the next page begins; empty on the last one. */
    public Optional<MembershipId> getNext() {
        return read().size() > ROWS
                ? Optional.of(read().get(ROWS - 1).view().subscription().id())
                : Optional.empty();
    }

    public boolean isFirst() {
        return after().isEmpty();
    }

    /** The state shown; empty for all. */
    public Optional<MembershipState> getState() {
        String wanted = Optional.ofNullable(request.getParameter("state")).orElse("");
        return Arrays.stream(MembershipState.values())
                .filter(state -> code(state).equals(wanted))
                .findFirst();
    }

    public boolean isShown(MembershipState state) {
        return getState().equals(Optional.of(state));
    }

    public List<MembershipState> getStates() {
        return List.of(MembershipState.values());
    }

    public String code(MembershipState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    public long count(MembershipState state) {
        if (counts == null) {
            counts = memberships.counts(Optional.empty());
        }
        return counts.getOrDefault(state, 0L);
    }

    private Optional<MembershipId> after() {
        try {
            return Optional.ofNullable(request.getParameter("after"))
                    .map(UUID::fromString)
                    .map(MembershipId::new);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
