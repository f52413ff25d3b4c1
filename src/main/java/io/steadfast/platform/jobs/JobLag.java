package io.steadfast.platform.jobs;

import io.steadfast.platform.jobs.store.DueWorkRepository;
import io.steadfast.platform.metrics.Lag;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** For how long the work that fell due first has been due, by the tenant's clock. */
@ApplicationScoped
public class JobLag implements Lag {

    @Inject
    private DueWorkRepository dueWork;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private TenantClock clock;

    @Override
    public String name() {
        return "job_lag_seconds";
    }

    @Override
    public Optional<Duration> waited() {
        Instant now = clock.now();
        return dueWork.oldest(currentTenant.slug())
                .filter(due -> due.isBefore(now))
                .map(due -> Duration.between(due, now));
    }
}
