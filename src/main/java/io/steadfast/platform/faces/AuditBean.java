package io.steadfast.platform.faces;

import io.steadfast.platform.audit.AuditLine;
import io.steadfast.platform.audit.AuditLog;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page console/audit: who did what, and who looked at whom. */
@Named("auditPage")
@RequestScoped
public class AuditBean {

    private static final int ROWS = 50;

    @Inject
    private AuditLog log;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<AuditLine> lines;

    public List<AuditLine> getLines() {
        if (lines == null) {
            mustView();
            lines = log.page(before(), getAction(), ROWS);
        }
        return lines;
    }

    /** The last things done to one object, and who looked at it. */
    public List<AuditLine> of(String kind, String id) {
        mustView();
        return log.of(kind, id, ROWS);
    }

    /** Only actions that begin so; empty for all. */
    public String getAction() {
        return Optional.ofNullable(request.getParameter("action")).orElse("");
    }

    public boolean isFirst() {
        return request.getParameter("before") == null;
    }

    /** Where the next page begins; empty on the last. */
    public String getNext() {
        return getLines().size() < ROWS ? "" : getLines().get(ROWS - 1).id().toString();
    }

    /** What was done, in words. */
    public String what(AuditLine line) {
        return t.orCode("audit", "action", line.action());
    }

    /** Where the object stands; empty where it has no page. */
    public String link(AuditLine line) {
        return line.objectKind().equals("member") ? "/console/member?id=" + line.objectId() : "";
    }

    private Optional<UUID> before() {
        try {
            return Optional.ofNullable(request.getParameter("before")).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private void mustView() {
        if (!frame.may("AUDIT_VIEW")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }
}
