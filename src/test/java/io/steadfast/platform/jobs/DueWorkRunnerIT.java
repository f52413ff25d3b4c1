package io.steadfast.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.shared.TenantSlug;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DueWorkRunnerIT extends ContainerTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FIRST = Instant.parse("2026-01-10T00:00:00Z");

    @Inject
    private DueWorkRunner runner;

    @Inject
    private TestDueWork dueWork;

    @Inject
    private FailingDueWork failing;

    @Test
    void a_kind_that_fails_is_reported_and_keeps_no_other_from_its_work() throws Exception {
        TenantSlug slug = new TenantSlug(TestTenants.makeAt(START).slug());
        dueWork.plan(slug, FIRST);
        failing.failFrom(slug, FIRST);
        try {
            assertThatThrownBy(() -> runner.run(slug, FIRST)).hasStackTraceContaining("Can't be done");
            assertThat(dueWork.done(slug)).hasSize(1);
            assertThat(runner.nextDue(slug)).contains(FIRST);
        } finally {
            failing.mend(slug);
        }
        runner.run(slug, FIRST);
    }
}
