package io.steadfast.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.jobs.Job;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class SandboxServiceIT extends ContainerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    private SandboxService sandbox;

    @Inject
    private CurrentActor actor;

    @Inject
    private AtWork work;

    @Test
    void only_an_owner_moves_a_clock_only_of_a_sandbox_and_only_forward() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", NOW);
        assertThatThrownBy(() -> work.call(tenant, () -> sandbox.move(NOW.plusSeconds(1))))
                .hasMessage("NOT_PERMITTED");
        assertThatThrownBy(() -> owner(tenant, () -> sandbox.move(NOW.minusSeconds(1))))
                .isInstanceOf(Refusal.class)
                .hasMessage("CLOCK_ONLY_FORWARD");
        TestTenant live = TestPrograms.live();
        assertThatThrownBy(() -> owner(live, () -> sandbox.move(NOW))).hasMessage("NOT_A_SANDBOX");
        assertThat(owner(tenant, () -> sandbox.after(NOW.minusSeconds(1))))
                .extracting(Occurrence::type)
                .contains("program.published");
        assertThat(owner(tenant, () -> sandbox.after(NOW))).isEmpty();
    }

    @Test
    void the_job_of_another_sandbox_is_not_seen() throws Exception {
        TestTenants.Two two = TestTenants.makeTwo();
        Job job = owner(two.mine(), () -> sandbox.move(Instant.parse("2027-12-01T00:00:00Z")));
        assertThat(owner(two.mine(), () -> sandbox.job(job.id()))).isPresent();
        assertThat(owner(two.other(), () -> sandbox.job(job.id()))).isEmpty();
    }

    private <T> T owner(TestTenant tenant, Callable<T> what) throws Exception {
        Actor owner = new Actor(Actor.Kind.PERSON, "o", "Olive", Set.of(Permission.PEOPLE_EDIT), Set.of(), Set.of());
        return work.call(tenant, () -> actor.call(owner, "local", what));
    }
}
