package io.steadfast.platform.jobs;

import io.steadfast.platform.jobs.store.JobRepository;
import io.steadfast.platform.jobs.store.WorkRunRows;
import io.steadfast.platform.time.RealClock;
import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the work of all tenants goes, for those who run the platform. Reads the control schema alone, no tenant's tables. */
@ApplicationScoped
public class WorkBoard {

    private static final Duration RECENT = Duration.ofDays(1);

    @Inject
    private WorkRunRows runs;

    @Inject
    private JobRepository jobs;

    @Inject
    private RealClock clock;

    /** All tenants, by slug. */
    public List<TenantWork> page(Optional<TenantSlug> after, int limit) {
        return runs.page(new WorkRunRows.Wanted(false, after, clock.now().minus(RECENT)), clock.now(), limit);
    }

    /** Only those whose work fails or is late, by slug. */
    public List<TenantWork> troubled(Optional<TenantSlug> after, int limit) {
        return runs.page(new WorkRunRows.Wanted(true, after, clock.now().minus(RECENT)), clock.now(), limit);
    }

    /** One tenant's kinds of due work. */
    public List<KindOfWork> kinds(TenantSlug slug) {
        return runs.of(slug);
    }

    /** One tenant's jobs, the latest first. */
    public List<JobLine> jobs(TenantSlug slug, int limit) {
        return jobs.latest(slug, limit);
    }

    /** Every kind of due work, over all tenants. */
    public List<WorkHealth> health() {
        return runs.health();
    }
}
