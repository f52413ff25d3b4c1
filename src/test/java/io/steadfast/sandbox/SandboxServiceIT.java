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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        assertThat(owner(
                        tenant,
                        () -> sandbox.after(NOW.minusSeconds(1), Optional.empty())
                                .rows()))
                .extracting(Occurrence::type)
                .contains("program.published");
        assertThat(owner(tenant, () -> sandbox.after(NOW, Optional.empty()).rows()))
                .isEmpty();
    }

    @Test
    void what_happened_is_read_page_by_page_and_each_event_once() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", NOW);
        Set<String> made = new TreeSet<>();
        for (int number = 0; number < 2 * SandboxService.PAGE + 7; number++) {
            made.add(tenant.api()
                    .post(
                            "/members",
                            Map.of(
                                    "externalId",
                                    "M-" + number,
                                    "enrol",
                                    List.of(Map.of("program", "club", "channel", "shop"))))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText());
        }
        Instant from = NOW.minusSeconds(1);
        List<String> seen = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        Optional<OccurrencePage.Place> next = Optional.empty();
        do {
            Optional<OccurrencePage.Place> before = next;
            OccurrencePage page = owner(tenant, () -> sandbox.after(from, before));
            page.rows().stream()
                    .filter(one -> one.type().equals("member.enrolled"))
                    .forEach(one -> seen.add(one.member().orElseThrow().toString()));
            sizes.add(page.rows().size());
            next = page.next().flatMap(place -> OccurrencePage.Place.parse(place.toString()));
        } while (next.isPresent());
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(made);
        assertThat(sizes).startsWith(SandboxService.PAGE, SandboxService.PAGE).hasSize(3);
        assertThat(OccurrencePage.Place.parse("yesterday")).isEmpty();
        assertThat(OccurrencePage.Place.parse("_")).isEmpty();
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
