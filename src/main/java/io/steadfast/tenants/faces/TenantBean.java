package io.steadfast.tenants.faces;

import io.steadfast.platform.audit.OperatorLine;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.jobs.JobLine;
import io.steadfast.platform.jobs.KindOfWork;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.tenancy.TenantRegister;
import io.steadfast.platform.tenancy.TenantStatus;
import io.steadfast.shared.TenantSlug;
import io.steadfast.tenants.OwnerLink;
import io.steadfast.tenants.TenantRefusal;
import io.steadfast.tenants.TenantService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page platform/tenant: one tenant from outside, its doors, its work, and what operators did with it. */
@Named("tenantPage")
@RequestScoped
public class TenantBean {

    private static final int JOBS = 20;
    private static final int LINES = 20;

    @Inject
    private TenantService tenants;

    @Inject
    private OperatorDoor door;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    @Inject
    private HttpServletRequest request;

    private String reason = "";
    private TenantRegister.@Nullable Entry entry;
    private @Nullable OwnerLink link;

    /** Refuses with TENANT_UNKNOWN. */
    public TenantRegister.Entry getEntry() {
        if (entry == null) {
            door.mustOperate();
            entry = tenants.entry(slug());
        }
        return entry;
    }

    public boolean isCurrent() {
        return getEntry().schemaVersion().equals(tenants.codeVersion());
    }

    /** Whether its doors can be closed. */
    public boolean isOpen() {
        TenantStatus status = getEntry().tenant().status();
        return status == TenantStatus.ACTIVE || status == TenantStatus.MIGRATING;
    }

    public void suspend() {
        door.mustOperate();
        tenants.suspend(slug(), reason);
        told("suspended_now");
    }

    public void resume() {
        door.mustOperate();
        tenants.resume(slug(), reason);
        told("resumed_now");
    }

    /** A fresh link for an owner who never got in. */
    public void inviteOwner() {
        door.mustOperate();
        link = tenants.inviteOwner(slug());
    }

    /** The link just made; empty otherwise. */
    public Optional<OwnerLink> getLink() {
        return Optional.ofNullable(link);
    }

    /** The same to be copied. */
    public String getAddress() {
        return link == null ? "" : frame.getOrigin() + link.path();
    }

    private void told(String key) {
        reason = "";
        entry = null;
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, t.text("tenants", key), null));
    }

    public List<KindOfWork> getKinds() {
        door.mustOperate();
        return tenants.work(slug());
    }

    public List<JobLine> getJobs() {
        door.mustOperate();
        return tenants.jobs(slug(), JOBS);
    }

    /** What operators did with it, the latest first. */
    public List<OperatorLine> getLines() {
        door.mustOperate();
        return tenants.trail(slug(), LINES);
    }

    private TenantSlug slug() {
        return Slugs.read(Optional.ofNullable(request.getParameter("slug")).orElse(""))
                .orElseThrow(() -> new Refusal(TenantRefusal.TENANT_UNKNOWN));
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason.strip();
    }
}
