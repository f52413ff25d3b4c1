package io.steadfast.designer.faces;

import io.steadfast.platform.faces.FrameBean;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.PublishApprovalService;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.programs.core.PublishWish;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Programs on the page console/approvals: drafts that somebody wants published and a second person has to agree to. */
@Named("programApprovals")
@RequestScoped
public class ApprovalsBean {

    private static final int MOST = 200;

    @Inject
    private PublishApprovalService approvals;

    @Inject
    private ProgramService programs;

    @Inject
    private FrameBean frame;

    private @Nullable List<PublishWish> rows;
    private @Nullable Map<ProgramCode, ProgramSummary> known;

    /** The oldest first. */
    public List<PublishWish> getRows() {
        if (rows == null) {
            frame.must("PROGRAMS_VIEW");
            rows = approvals.waiting(MOST);
        }
        return rows;
    }

    /** What the program is called. */
    public String name(PublishWish wish) {
        if (known == null) {
            known = programs.list("", MOST).stream()
                    .collect(Collectors.toMap(ProgramSummary::code, Function.identity()));
        }
        return Optional.ofNullable(known.get(wish.program()))
                .map(one -> one.document().basics().name().in(frame.getLocale()))
                .orElse(wish.program().value());
    }
}
