package io.steadfast.tenants.faces;

import io.steadfast.platform.jobs.TenantWork;
import io.steadfast.shared.TenantSlug;
import io.steadfast.tenants.PlatformHealthService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page platform/jobs: how the work of each tenant goes. */
@Named("platformWork")
@RequestScoped
public class WorkBean {

    private static final int ROWS = 50;

    @Inject
    private PlatformHealthService health;

    @Inject
    private OperatorDoor door;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<TenantWork> found;

    /** One more than is shown tells whether there is a next page. */
    private List<TenantWork> found() {
        if (found == null) {
            door.mustOperate();
            found = isTroubled() ? health.troubled(after(), ROWS + 1) : health.tenants(after(), ROWS + 1);
        }
        return found;
    }

    public List<TenantWork> getRows() {
        List<TenantWork> all = found();
        return all.subList(0, Math.min(ROWS, all.size()));
    }

    /** Where the next page begins; empty on the last. */
    public String getNext() {
        return found().size() > ROWS
                ? "?trouble=" + (isTroubled() ? "only" : "") + "&after="
                        + found().get(ROWS - 1).slug()
                : "";
    }

    public boolean isFirst() {
        return after().isEmpty();
    }

    /** Whether only those are shown whose work fails or is late. */
    public boolean isTroubled() {
        return "only".equals(request.getParameter("trouble"));
    }

    public String tone(TenantWork work) {
        return switch (work.state()) {
            case FINE -> "gain";
            case WORKING -> "when";
            case LATE -> "warn";
            case FAILING -> "danger";
            case CLOSED -> "";
        };
    }

    private Optional<TenantSlug> after() {
        return Slugs.read(Optional.ofNullable(request.getParameter("after")).orElse(""));
    }
}
