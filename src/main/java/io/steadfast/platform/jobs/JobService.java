package io.steadfast.platform.jobs;

import io.steadfast.platform.jobs.store.JobRepository;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.RealClock;
import io.steadfast.shared.TenantSlug;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Long work on another thread, with the tenant and the actor who asked for it in hand. */
@ApplicationScoped
public class JobService {

    private static final Logger LOG = Logger.getLogger(JobService.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private JobRepository repository;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private RealClock clock;

    /** The work of a job; whatever it throws makes the job a failed one. */
    @FunctionalInterface
    public interface JobWork {
        void run(JobProgress progress) throws Exception;
    }

    /** Tells how far a job is. */
    @FunctionalInterface
    public interface JobProgress {
        void at(Optional<Long> total, long done, long failed);
    }

    /** Starts a job for a tenant and returns at once; {@link #find} tells how it goes. No transaction is open in the work. */
    public Job start(TenantSlug slug, String kind, JobWork work) {
        UUID id = Ids.next();
        Actor actor = currentActor.known().orElseGet(() -> Actor.job(kind));
        String address = currentActor.address();
        repository.add(id, slug, kind, clock.now());
        executor.execute(() -> perform(
                id,
                slug,
                () -> currentActor.call(actor, address, () -> {
                    work.run((total, done, failed) -> repository.advance(id, total, done, failed));
                    return id;
                })));
        return repository.find(id).orElseThrow();
    }

    public Optional<Job> find(UUID id) {
        return repository.find(id);
    }

    /** The jobs of the tenant in hand, the latest first. */
    public List<JobLine> latest(int limit) {
        return repository.latest(currentTenant.slug(), limit);
    }

    private void perform(UUID id, TenantSlug slug, java.util.concurrent.Callable<UUID> work) {
        Optional<String> problem = Optional.empty();
        try {
            repository.start(id, clock.now());
            currentTenant.call(slug, work);
        } catch (Exception failure) {
            LOG.log(Level.WARNING, "Job " + id + " failed", failure);
            problem = Optional.of(FailureWords.of(failure));
        }
        repository.finish(id, problem, clock.now());
    }
}
