package io.steadfast.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PublishServiceIT extends ContainerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final ProgramCode CLUB = new ProgramCode("club");

    @Inject
    private ProgramService programs;

    @Inject
    private PublishService publishing;

    @Inject
    private AtWork work;

    @Test
    void a_draft_whose_base_was_superseded_asks_for_a_rebase() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", JANUARY);
        ProgramDraft first = work.call(tenant, () -> programs.draft(CLUB, Optional.empty()));
        ProgramDraft second = work.call(tenant, () -> programs.newDraft(CLUB));
        work.call(tenant, () -> publishing.publish(CLUB, Optional.of(first.id()), NOW));
        Callable<?> late = () -> publishing.publish(CLUB, Optional.of(second.id()), NOW.plusSeconds(60));
        assertThatThrownBy(() -> work.call(tenant, late))
                .isInstanceOf(Refusal.class)
                .hasMessage("DRAFT_BASE_SUPERSEDED");
        work.call(tenant, () -> programs.rebase(CLUB, Optional.of(second.id())));
        work.call(tenant, late);
        assertThat(work.call(tenant, () -> programs.versions(CLUB))).hasSize(3);
    }

    @Test
    void of_two_publishes_at_once_one_is_told_to_look_again() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", JANUARY);
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            attempts.add(() -> published(tenant));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
                attempt.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(work.call(tenant, () -> programs.versions(CLUB)))
                .extracting(version -> version.version().version())
                .doesNotHaveDuplicates()
                .contains(2);
    }

    private boolean published(TestTenant tenant) throws Exception {
        try {
            work.call(tenant, () -> publishing.publish(CLUB, Optional.empty(), NOW));
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.reason().name()).isIn("DRAFT_BASE_SUPERSEDED", "EFFECTIVE_FROM_NOT_LATER");
            return false;
        }
    }
}
