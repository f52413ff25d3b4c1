package io.steadfast.members;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.members.core.Arrival;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberKind;
import io.steadfast.members.core.NewEnrolment;
import io.steadfast.members.core.NewMember;
import io.steadfast.members.core.Person;
import io.steadfast.platform.refusals.FieldError;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArrivalServiceIT extends ContainerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant JOINED = Instant.parse("2026-02-01T00:00:00Z");
    private static final ProgramCode CLUB = new ProgramCode("club");

    @Inject
    private ArrivalService arrivals;

    @Inject
    private MemberService members;

    @Inject
    private AtWork work;

    @Test
    void whoever_is_new_becomes_a_member_with_a_card_and_whoever_is_known_stays() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T00:00:00Z"));
        List<Arrival> wanted = List.of(
                new Arrival(IdentityKind.EXTERNAL_ID, "4711", JOINED),
                new Arrival(IdentityKind.EMAIL, "Ada@Example.test", JOINED),
                new Arrival(IdentityKind.EMAIL, "ada@example.test", NOW),
                new Arrival(IdentityKind.PHONE, "no phone", JOINED));
        assertThat(work.call(tenant, () -> arrivals.arrive(wanted, CLUB, "import")))
                .isEqualTo(2);
        assertThat(work.call(tenant, () -> arrivals.arrive(wanted, CLUB, "import")))
                .isZero();
        Member ada = work.call(
                tenant,
                () -> members.find(members.identified(IdentityKind.EMAIL, "ada@example.test")
                                .orElseThrow())
                        .orElseThrow());
        assertThat(ada.identity(IdentityKind.CARD)).isPresent();
        assertThat(ada.joinedAt()).isEqualTo(JOINED);
        assertThat(ada.enrolments())
                .singleElement()
                .satisfies(each -> assertThat(each.enrolledAt()).isEqualTo(JOINED));
        assertThat(work.call(tenant, () -> members.search("4711")).members()).hasSize(1);
    }

    @Test
    void many_are_made_as_each_would_be_and_who_is_refused_holds_up_no_other() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T00:00:00Z"));
        List<NewMember> wanted = List.of(
                somebody("1", "Anna Berg", Map.of(), CLUB),
                somebody("2", "No Address", Map.of(IdentityKind.EMAIL, "nowhere"), CLUB),
                somebody("1", "Second One", Map.of(), CLUB),
                somebody("3", "Ben", Map.of(), new ProgramCode("unknown")),
                somebody("4", "Cleo", Map.of(IdentityKind.PHONE, "+447700900011"), CLUB));
        List<Optional<Refusal>> refusals = work.call(tenant, () -> arrivals.createAll(wanted));
        assertThat(refusals.stream()
                        .map(each ->
                                each.map(refusal -> refusal.reason().name()).orElse("")))
                .containsExactly("", "INVALID_REQUEST", "IDENTITY_TAKEN", "PROGRAM_NOT_FOUND", "");
        assertThat(work.call(tenant, () -> arrivals.createAll(wanted))
                        .get(4)
                        .orElseThrow()
                        .errors())
                .extracting(FieldError::path)
                .containsExactlyInAnyOrder("externalId", "phone");
        Member made = work.call(
                tenant, () -> members.find(IdentityKind.EXTERNAL_ID, "1").orElseThrow());
        Member alone = work.call(tenant, () -> members.create(somebody("5", "Anna Berg", Map.of(), CLUB)));
        assertThat(made.person()).isEqualTo(alone.person());
        assertThat(made.version()).isEqualTo(alone.version());
        assertThat(made.joinedAt()).isEqualTo(alone.joinedAt());
        assertThat(made.enrolments()).isEqualTo(alone.enrolments());
        assertThat(made.identities().keySet()).isEqualTo(alone.identities().keySet());
        assertThat(work.call(tenant, () -> members.search("Berg")).members())
                .extracting(Member::id)
                .containsExactlyInAnyOrder(made.id(), alone.id());
    }

    private static NewMember somebody(
            String externalId, String name, Map<IdentityKind, String> others, ProgramCode program) {
        Map<IdentityKind, String> identities = new HashMap<>(others);
        identities.put(IdentityKind.EXTERNAL_ID, externalId);
        Person person = new Person(
                MemberKind.ORGANISATION,
                Person.Employment.EMPLOYEE,
                Optional.of(name),
                Optional.of(LocalDate.of(1990, 2, 28)),
                Optional.of("zh-CN"),
                Optional.of("soho"),
                Map.of());
        return new NewMember(
                person,
                identities,
                Optional.of(JOINED),
                List.of(),
                List.of(new NewEnrolment(program, "import", Optional.empty(), Optional.empty())));
    }
}
