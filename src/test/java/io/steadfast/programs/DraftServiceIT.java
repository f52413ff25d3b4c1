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
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class DraftServiceIT extends ContainerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ProgramCode CLUB = new ProgramCode("club");

    @Inject
    private ProgramService programs;

    @Inject
    private PublishService publishing;

    @Inject
    private DraftService drafts;

    @Inject
    private AtWork work;

    @Test
    void a_draft_is_called_something_and_follows_what_was_published_when_it_took_that_over() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T00:00:00Z"));
        ProgramDraft first = work.call(tenant, () -> programs.draft(CLUB, Optional.empty()));
        ProgramDraft second = work.call(tenant, () -> programs.newDraft(CLUB));
        assertRefused(tenant, "DRAFT_AMBIGUOUS", () -> programs.draft(CLUB, Optional.empty()));
        assertThat(work.call(tenant, () -> drafts.call(CLUB, second.id(), "  Spring  "))
                        .label())
                .isEqualTo("Spring");
        work.call(tenant, () -> publishing.publish(CLUB, Optional.of(first.id()), NOW));
        long version = work.call(tenant, () -> programs.draft(CLUB, Optional.of(second.id())))
                .version();
        ProgramDraft rebased =
                work.call(tenant, () -> drafts.rebaseWith(CLUB, second.id(), version, second.document()));
        assertThat(rebased.baseVersion()).contains(2);
        assertRefused(tenant, "DRAFT_CHANGED", () -> drafts.rebaseWith(CLUB, second.id(), version, second.document()));
    }

    @Test
    void the_last_draft_of_what_was_never_published_is_not_thrown_away() throws Exception {
        TestTenant tenant = TestTenants.makeAt(NOW);
        tenant.api().post("/programs", Map.of("code", "club", "template", "P1")).expect(201);
        ProgramDraft only = work.call(tenant, () -> programs.draft(CLUB, Optional.empty()));
        assertRefused(tenant, "LAST_DRAFT", () -> discard(only));
        ProgramDraft other = work.call(tenant, () -> programs.newDraft(CLUB));
        work.call(tenant, () -> discard(only));
        assertThat(work.call(tenant, () -> programs.draft(CLUB, Optional.empty()))
                        .id())
                .isEqualTo(other.id());
        assertRefused(tenant, "DRAFT_UNKNOWN", () -> discard(only));
    }

    @Test
    void a_first_draft_is_only_looked_at_until_somebody_saves_it() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T00:00:00Z"));
        work.call(tenant, () -> discard(programs.draft(CLUB, Optional.empty())));
        ProgramDraft looked = work.call(tenant, () -> drafts.firstDraft(CLUB));
        assertThat(work.call(tenant, () -> drafts.firstDraft(CLUB)).id()).isEqualTo(looked.id());
        assertThat(work.call(tenant, () -> programs.draft(CLUB, Optional.of(looked.id())))
                        .document())
                .isEqualTo(looked.document());
        assertThat(looked.baseVersion()).contains(1);
        assertThat(work.call(tenant, () -> programs.check(CLUB, Optional.of(looked.id())))
                        .problems())
                .isEmpty();
        assertRefused(tenant, "DRAFT_UNKNOWN", () -> programs.draft(CLUB, Optional.empty()));
        ProgramDraft saved = work.call(
                tenant, () -> programs.save(CLUB, Optional.of(looked.id()), looked.version(), looked.document()));
        assertThat(saved.id()).isEqualTo(looked.id());
        assertThat(work.call(tenant, () -> programs.draft(CLUB, Optional.empty()))
                        .id())
                .isEqualTo(looked.id());
        assertRefused(
                tenant,
                "DRAFT_CHANGED",
                () -> programs.save(CLUB, Optional.of(looked.id()), looked.version(), looked.document()));
        assertThat(work.call(tenant, () -> drafts.begin(CLUB, looked.id())).version())
                .isEqualTo(saved.version());
    }

    private ProgramDraft discard(ProgramDraft draft) {
        drafts.discard(CLUB, draft.id());
        return draft;
    }

    private void assertRefused(TestTenant tenant, String reason, Callable<?> what) {
        assertThatThrownBy(() -> work.call(tenant, what))
                .isInstanceOf(Refusal.class)
                .hasMessage(reason);
    }
}
