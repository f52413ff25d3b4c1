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
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;

/** The public page of the terms: the version in force, in the reader's language. Refuses a program that isn't in force. */
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

    private @Nullable ProgramVersion version;

    public ProgramVersion getVersion() {
        if (version == null) {
            version =
                    service.inForce(code(), clock.now()).orElseThrow(() -> new Refusal(ProgramRefusal.PROGRAM_UNKNOWN));
        }
        return version;
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
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(frame.getLocale())
                .format(getVersion()
                        .effectiveFrom()
                        .atZone(getVersion().document().basics().zone()));
    }

    /** How addresses name the tenant in hand. */
    public String getSlug() {
        return tenant.slug().value();
    }
}
