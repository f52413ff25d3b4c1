package io.steadfast.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.shared.TenantSlug;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.InTenant;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class JobServiceIT extends ContainerTest {

    @Inject
    private JobService jobs;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private InTenant inTenant;

    private final TestTenant brand = TestTenants.make(Map.of("sandbox", false));
    private final TenantSlug slug = new TenantSlug(brand.slug());

    @Test
    void a_job_works_for_the_tenant_and_the_actor_who_asked_and_tells_how_far_it_is() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        Job job = inTenant.call(
                brand,
                () -> jobs.start(slug, "test", progress -> {
                    seen.add(currentTenant.slug() + " " + currentActor.actor().name());
                    progress.at(Optional.of(3L), 2, 1);
                }));
        Job ended = ended(job.id());
        assertThat(ended.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(ended.total()).contains(3L);
        assertThat(ended.done()).isEqualTo(2);
        assertThat(ended.failed()).isEqualTo(1);
        assertThat(seen).containsExactly(slug + " test");
        assertThat(currentTenant.known()).isEmpty();
    }

    @Test
    void a_job_that_throws_is_a_failed_one_and_says_why() {
        Job job = jobs.start(slug, "test", progress -> {
            throw new IllegalStateException("the file ends too early");
        });
        assertThat(ended(job.id()).status()).isEqualTo(JobStatus.FAILED);
        assertThat(ended(job.id()).problem()).contains("the file ends too early");
    }

    private Job ended(UUID id) {
        return Awaitility.await()
                .until(
                        () -> jobs.find(id).orElseThrow(),
                        job -> job.status() == JobStatus.COMPLETED || job.status() == JobStatus.FAILED);
    }
}
