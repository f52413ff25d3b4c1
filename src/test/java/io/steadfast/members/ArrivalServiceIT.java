package io.steadfast.members;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.members.core.Arrival;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.Member;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
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
}
