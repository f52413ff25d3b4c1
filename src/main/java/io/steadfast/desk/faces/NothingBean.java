package io.steadfast.desk.faces;

import io.steadfast.accrual.ExplanationService;
import io.steadfast.accrual.GaveNothing;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What lately gave a member nothing, and why: read when somebody asks for it, so that a card stays quick. */
@Named("nothing")
@RequestScoped
public class NothingBean {

    /** As many as one reads while a member waits. */
    private static final int SHOWN = 10;

    @Inject
    private ExplanationService explanations;

    @Inject
    private FrameBean frame;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<GaveNothing> list;

    public boolean isWanted() {
        return request.getParameter("nothing") != null;
    }

    /** The latest first. */
    public List<GaveNothing> getList() {
        if (list == null) {
            if (!frame.may("MEMBERS_VIEW")) {
                throw new Refusal(SecurityRefusal.NOT_PERMITTED);
            }
            list = member().map(member -> explanations.gaveNothing(member, SHOWN, frame.getLanguage()))
                    .orElse(List.of());
        }
        return list;
    }

    // The store names the member in one parameter, the office in another.
    private Optional<MemberId> member() {
        return Stream.of("member", "id")
                .flatMap(name -> StoreBean.id(request.getParameter(name)).stream())
                .findFirst();
    }
}
