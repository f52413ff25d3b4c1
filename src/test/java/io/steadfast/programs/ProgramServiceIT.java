package io.steadfast.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgramServiceIT extends ContainerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static final ProgramCode CLUB = new ProgramCode("club");

    @Inject
    private ProgramService programs;

    @Inject
    private PublishService publishing;

    @Inject
    private AtWork work;

    @Test
    void the_version_in_force_is_the_latest_that_began() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", JANUARY);
        work.call(tenant, () -> publishing.publish(CLUB, Optional.empty(), FEBRUARY));
        assertThat(number(tenant, JANUARY.minusNanos(1_000))).isEmpty();
        assertThat(number(tenant, JANUARY)).contains(1);
        assertThat(number(tenant, FEBRUARY.minusNanos(1_000))).contains(1);
        assertThat(number(tenant, FEBRUARY)).contains(2);
    }

    @Test
    void equal_codes_of_two_tenants_are_two_programs() throws Exception {
        TestTenant one = TestPrograms.sandboxWith(NOW, "P1", JANUARY);
        TestTenant two = TestPrograms.sandboxWith(NOW, "P2", JANUARY);
        assertThat(name(one)).isNotEqualTo(name(two));
        assertThat(name(one)).isEqualTo(name(one));
    }

    private Optional<Integer> number(TestTenant tenant, Instant at) throws Exception {
        return work.call(tenant, () -> programs.inForce(CLUB, at).map(ProgramVersion::version));
    }

    private String name(TestTenant tenant) throws Exception {
        return work.call(
                tenant,
                () -> programs.inForce(CLUB, NOW)
                        .orElseThrow()
                        .document()
                        .basics()
                        .name()
                        .toString());
    }
}
