package io.steadfast.desk.faces;

import io.steadfast.desk.DeskService;
import io.steadfast.desk.MemberPage;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberMatches;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page console/members: the newest members page by page, or those a search finds. */
@Named("memberList")
@RequestScoped
public class MemberListBean {
    private static final int ROWS = 25;
    private static final int LEAST = 2;

    @Inject
    private DeskService desk;

    @Inject
    private MemberService members;

    @Inject
    private FrameBean frame;

    @Inject
    private HttpServletRequest request;

    private @Nullable MemberPage page;
    private @Nullable MemberMatches matches;

    /** What is searched for; empty for the list of all. */
    public String getSearch() {
        return Optional.ofNullable(request.getParameter("q")).map(String::strip).orElse("");
    }

    public boolean isSearching() {
        return getSearch().length() >= LEAST;
    }

    public MemberPage getPage() {
        if (page == null) {
            mustSee();
            page = desk.members(StoreBean.id(request.getParameter("after")), ROWS);
        }
        return page;
    }

    public List<Member> getFound() {
        if (matches == null) {
            mustSee();
            matches = members.search(getSearch());
        }
        return matches.members();
    }

    /** Whether this is the first page. */
    public boolean isFirst() {
        return request.getParameter("after") == null;
    }

    private void mustSee() {
        if (!frame.may("MEMBERS_VIEW")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }
}
