package io.steadfast.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.programs.core.PublishRule;
import io.steadfast.programs.core.PublishWish;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class PublishApprovalServiceIT extends ContainerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ProgramCode CLUB = new ProgramCode("club");

    @Inject
    private ProgramService programs;

    @Inject
    private PublishService publishing;

    @Inject
    private PublishApprovalService approvals;

    @Inject
    private CurrentActor actor;

    @Inject
    private AtWork work;

    @Test
    void nobody_publishes_alone_and_nobody_agrees_to_their_own_wish() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T00:00:00Z"));
        ProgramDraft draft = work.call(tenant, () -> programs.draft(CLUB, Optional.empty()));
        assertThat(work.call(tenant, approvals::rule)).isEqualTo(PublishRule.ONE_PERSON);
        work.call(tenant, () -> {
            approvals.decide(PublishRule.TWO_PEOPLE);
            return draft;
        });
        assertRefused(tenant, "SECOND_PERSON_NEEDED", () -> publishing.publish(CLUB, Optional.of(draft.id()), NOW));
        PublishWish wish = as(tenant, person("ann"), () -> approvals.ask(CLUB, draft.id(), Optional.empty()));
        assertThat(work.call(tenant, () -> approvals.waiting(10))).containsExactly(wish);
        assertRefused(tenant, "WISH_NEEDS_A_PERSON", () -> approvals.agree(wish.id()));
        assertRefused(tenant, "OWN_WISH", () -> actor.call(person("ann"), "local", () -> approvals.agree(wish.id())));
        assertThat(as(tenant, person("bob"), () -> approvals.agree(wish.id())).version())
                .isEqualTo(2);
        assertThat(work.call(tenant, () -> programs.versions(CLUB)).get(0))
                .matches(version -> version.askedBy().equals(Optional.of("ann"))
                        && version.publishedBy().equals("bob"));
        assertRefused(
                tenant, "WISH_UNKNOWN", () -> actor.call(person("bob"), "local", () -> approvals.agree(wish.id())));
    }

    @Test
    void what_was_changed_after_it_was_asked_for_is_asked_for_again() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T00:00:00Z"));
        ProgramDraft draft = work.call(tenant, () -> programs.draft(CLUB, Optional.empty()));
        PublishWish wish = as(tenant, person("ann"), () -> approvals.ask(CLUB, draft.id(), Optional.empty()));
        ProgramDraft changed = work.call(tenant, () -> programs.rebase(CLUB, Optional.of(draft.id())));
        assertThat(wish.isFor(changed)).isFalse();
        assertRefused(
                tenant, "WISH_OVERTAKEN", () -> actor.call(person("bob"), "local", () -> approvals.agree(wish.id())));
        UUID again = as(tenant, person("ann"), () -> approvals.ask(CLUB, draft.id(), Optional.of(NOW.plusSeconds(60))))
                .id();
        assertThat(work.call(tenant, () -> approvals.waiting(draft.id())))
                .map(PublishWish::id)
                .contains(again);
        work.call(tenant, () -> {
            approvals.sendBack(CLUB, draft.id());
            return again;
        });
        assertThat(work.call(tenant, () -> approvals.waiting(draft.id()))).isEmpty();
    }

    private <T> T as(TestTenant tenant, Actor who, Callable<T> what) throws Exception {
        return work.call(tenant, () -> actor.call(who, "local", what));
    }

    private void assertRefused(TestTenant tenant, String reason, Callable<?> what) {
        assertThatThrownBy(() -> work.call(tenant, what))
                .isInstanceOf(Refusal.class)
                .hasMessage(reason);
    }

    private static Actor person(String name) {
        return new Actor(Actor.Kind.PERSON, name, name, Set.of(), Set.of(), Set.of());
    }
}
