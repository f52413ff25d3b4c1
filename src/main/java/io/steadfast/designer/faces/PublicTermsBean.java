package io.steadfast.designer.faces;

import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.Terms;
import io.steadfast.programs.WrittenTerms;
import io.steadfast.programs.core.ProgramRefusal;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.PublishedVersion;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The public page of the terms: the version in force or the one that follows, in the reader's language. Refuses a program that isn't in force. */
@Named("publicTerms")
@RequestScoped
public class PublicTermsBean {

    @Inject
    private ProgramService service;

    @Inject
    private TenantClock clock;

    @Inject
    private CurrentTenant tenant;

    @Inject
    private FrameBean frame;

    @Inject
    private HttpServletRequest request;

    @Inject
    private WrittenTerms terms;

    private @Nullable ProgramVersion inForce;
    private @Nullable Optional<ProgramVersion> next;

    public ProgramVersion getInForce() {
        if (inForce == null) {
            inForce =
                    service.inForce(code(), clock.now()).orElseThrow(() -> new Refusal(ProgramRefusal.PROGRAM_UNKNOWN));
        }
        return inForce;
    }

    /** The version that follows, where members were promised to read it before; nobody else's plans are told. */
    public Optional<ProgramVersion> getNext() {
        if (next == null) {
            boolean promised =
                    getInForce().document().terms().changeNoticeDays().isPresent();
            next = service.versions(code()).stream()
                    .filter(one -> promised && one.withdrawn().isEmpty())
                    .map(PublishedVersion::version)
                    .filter(one -> one.effectiveFrom().isAfter(clock.now()))
                    .min(Comparator.comparing(ProgramVersion::effectiveFrom));
        }
        return next;
    }

    /** Whether the page is about the version that follows. */
    public boolean isAhead() {
        return request.getParameter("next") != null && getNext().isPresent();
    }

    public ProgramVersion getVersion() {
        return isAhead() ? getNext().orElseThrow() : getInForce();
    }

    private ProgramCode code() {
        Object named = request.getAttribute(PublicTermsServlet.PROGRAM);
        try {
            return new ProgramCode(named == null ? "" : named.toString());
        } catch (IllegalArgumentException noCode) {
            throw new Refusal(ProgramRefusal.PROGRAM_UNKNOWN);
        }
    }

    public Terms getTerms() {
        return terms.of(getVersion(), frame.getLocale());
    }

    /** The day from which it holds, in the program's zone. */
    public String getFrom() {
        return from(getVersion());
    }

    public String from(ProgramVersion one) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(frame.getLocale())
                .format(one.effectiveFrom().atZone(one.document().basics().zone()));
    }

    /** How addresses name the tenant in hand. */
    public String getSlug() {
        return tenant.slug().value();
    }
}
