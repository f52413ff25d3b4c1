package io.steadfast.members;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberKind;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.members.core.NewEnrolment;
import io.steadfast.members.core.NewMember;
import io.steadfast.members.core.Person;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.ProgramCode;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class MemberServiceIT extends ContainerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final ProgramCode CLUB = new ProgramCode("club");

    @Inject
    private MemberService members;

    @Inject
    private AtWork work;

    private static NewMember named(String name, Map<IdentityKind, String> identities, List<NewEnrolment> enrolments) {
        Person person = new Person(
                MemberKind.PERSON,
                Person.Employment.NONE,
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        return new NewMember(person, identities, Optional.of(START), List.of(), enrolments);
    }

    @Test
    void a_profile_tells_since_when_the_member_is_in_a_program() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", START);
        MemberProfile profile = work.call(tenant, () -> {
            Member member = members.create(
                    named("Ada", Map.of(), List.of(new NewEnrolment(CLUB, "app", Optional.empty(), Optional.empty()))));
            return members.profile(member.id()).orElseThrow();
        });
        assertThat(profile.enrolledAt(CLUB, START)).contains(START);
        assertThat(profile.enrolledAt(CLUB, START.minusNanos(1))).isEmpty();
    }

    @Test
    void of_many_at_once_one_gets_the_phone() throws Exception {
        TestTenant tenant = TestTenants.makeAt(NOW);
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            attempts.add(() -> work.call(tenant, () -> made("+447700900999")));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            int made = 0;
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
                made += attempt.get() ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }

    private boolean made(String phone) {
        try {
            members.create(named("Ada", Map.of(IdentityKind.PHONE, phone), List.of()));
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.reason().name()).isEqualTo("IDENTITY_TAKEN");
            return false;
        }
    }

    @Test
    void the_same_phone_in_two_tenants_is_two_members() throws Exception {
        TestTenant one = TestTenants.makeAt(NOW);
        TestTenant two = TestTenants.makeAt(NOW);
        NewMember wanted = named("Ada", Map.of(IdentityKind.PHONE, "+447700900998"), List.of());
        Member first = work.call(one, () -> members.create(wanted));
        Member second = work.call(two, () -> members.create(wanted));
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(work.call(two, () -> members.find(first.id()))).isEmpty();
        assertThat(work.call(one, () -> members.identified(IdentityKind.PHONE, "+44 7700 900998")))
                .contains(first.id());
    }
}
