package io.steadfast.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.programs.core.ProgramVersion;
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
    void a_published_version_can_not_be_changed_by_the_service() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", JANUARY);
        ProgramVersion before =
                work.call(tenant, () -> programs.version(CLUB, 1)).orElseThrow();
        ProgramDraft draft = work.call(tenant, () -> programs.draft(CLUB, Optional.empty()));
        ProgramDocument changed = ProgramDocumentCodec.read(
                ProgramDocumentCodec.write(draft.document()).replace("\"lots\":\"new\"", "\"lots\":\"all\""));
        assertThat(changed).isNotEqualTo(draft.document());
        work.call(tenant, () -> programs.save(CLUB, Optional.empty(), draft.version(), changed));
        assertThat(work.call(tenant, () -> programs.version(CLUB, 1))).contains(before);
        assertRefused(tenant, "EFFECTIVE_FROM_NOT_LATER", () -> publishing.publish(CLUB, Optional.empty(), JANUARY));
        assertThat(work.call(tenant, () -> publishing.publish(CLUB, Optional.empty(), NOW))
                        .version())
                .isEqualTo(2);
        assertThat(work.call(tenant, () -> programs.version(CLUB, 1))).contains(before);
    }

    @Test
    void a_version_that_has_not_begun_is_taken_back_for_good_and_drafts_follow_the_one_before() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", JANUARY);
        Instant april = Instant.parse("2026-04-01T00:00:00Z");
        work.call(tenant, () -> publishing.publish(CLUB, Optional.empty(), april));
        assertRefused(tenant, "VERSION_HAS_BEGUN", () -> publishing.withdraw(CLUB, 1));
        assertRefused(tenant, "VERSION_UNKNOWN", () -> publishing.withdraw(CLUB, 3));
        work.call(tenant, () -> publishing.withdraw(CLUB, 2));
        assertRefused(tenant, "VERSION_WITHDRAWN", () -> publishing.withdraw(CLUB, 2));
        assertThat(work.call(tenant, () -> programs.inForce(CLUB, april)))
                .map(version -> version.version())
                .contains(1);
        assertThat(work.call(tenant, () -> programs.draft(CLUB, Optional.empty()))
                        .baseVersion())
                .contains(1);
        assertThat(work.call(tenant, () -> programs.find(CLUB)).orElseThrow().latest())
                .contains(1);
        assertThat(work.call(tenant, () -> publishing.publish(CLUB, Optional.empty(), NOW))
                        .version())
                .isEqualTo(3);
        assertThat(work.call(tenant, () -> programs.versions(CLUB)))
                .filteredOn(version -> version.withdrawn().isPresent())
                .extracting(version -> version.version().version())
                .containsExactly(2);
    }

    @Test
    void what_begins_within_the_tolerance_of_clocks_is_not_taken_back() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", JANUARY);
        work.call(tenant, () -> publishing.publish(CLUB, Optional.empty(), NOW.plusSeconds(200)));
        assertRefused(tenant, "VERSION_HAS_BEGUN", () -> publishing.withdraw(CLUB, 2));
    }

    private void assertRefused(TestTenant tenant, String reason, Callable<?> what) {
        assertThatThrownBy(() -> work.call(tenant, what))
                .isInstanceOf(Refusal.class)
                .hasMessage(reason);
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
