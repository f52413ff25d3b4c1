package io.steadfast.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.shared.MemberId;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.InTenant;
import io.steadfast.tills.Counter;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What the office's door refuses, and who reads which note. */
class OfficeServiceIT extends ContainerTest {

    @Inject
    private OfficeService office;

    @Inject
    private InTenant inTenant;

    @Inject
    private CurrentActor currentActor;

    private final Counter counter = Counter.open("P1");
    private final MemberId member = new MemberId(UUID.fromString(counter.member));

    @Test
    void whoever_may_not_adjust_points_writes_nothing_for_the_office() {
        assertThatThrownBy(() -> as(Set.of(Permission.MEMBERS_VIEW, Permission.MEMBERS_EDIT), () -> {
                    office.note(member, "for us", MemberNote.Audience.OFFICE);
                    return true;
                }))
                .satisfies(thrown -> refusedAs(thrown, SecurityRefusal.NOT_PERMITTED));
    }

    @Test
    void notes_for_the_office_are_read_by_those_who_adjust_points_only() throws Exception {
        Set<Permission> agent = Set.of(Permission.MEMBERS_VIEW, Permission.MEMBERS_EDIT, Permission.POINTS_ADJUST);
        as(agent, () -> {
            office.note(member, "for all", MemberNote.Audience.STORE);
            office.note(member, "for us", MemberNote.Audience.OFFICE);
            return true;
        });
        assertThat(as(agent, () -> office.notes(member))).hasSize(2);
        assertThat(as(Set.of(Permission.MEMBERS_VIEW), () -> office.notes(member)))
                .singleElement()
                .satisfies(note -> assertThat(note.text()).isEqualTo("for all"));
        assertThatThrownBy(() -> as(agent, () -> {
                    office.note(member, " ", MemberNote.Audience.STORE);
                    return true;
                }))
                .satisfies(thrown -> refusedAs(thrown, DeskRefusal.NOTE_NEEDED));
    }

    @Test
    void the_story_begins_with_the_enrolment() throws Exception {
        assertThat(as(Set.of(Permission.MEMBERS_VIEW), () -> office.events(member, 0, 50)))
                .extracting(MemberEvent::kind)
                .contains(MemberEvent.Kind.ENROLLED, MemberEvent.Kind.KNOWN_BY);
    }

    private <T> T as(Set<Permission> permissions, Callable<T> work) throws Exception {
        Actor person =
                new Actor(Actor.Kind.PERSON, UUID.randomUUID().toString(), "Pat", permissions, Set.of(), Set.of());
        return inTenant.call(counter.tenant, () -> currentActor.call(person, "local", work));
    }

    private static void refusedAs(Throwable thrown, io.steadfast.shared.RefusalReason reason) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
