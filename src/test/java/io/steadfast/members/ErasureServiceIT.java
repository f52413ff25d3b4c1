package io.steadfast.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.members.core.Arrival;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErasureServiceIT extends ContainerTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Inject
    private ErasureService erasure;

    @Inject
    private MemberService members;

    @Inject
    private ArrivalService arrivals;

    @Inject
    private AtWork work;

    @Test
    void an_erased_member_is_found_by_nothing_any_more_and_only_once_erased() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(Instant.parse("2026-03-01T12:00:00Z"), "P1", START);
        work.call(
                tenant,
                () -> arrivals.arrive(
                        List.of(new Arrival(IdentityKind.EXTERNAL_ID, "anna", START)), new ProgramCode("club"), "x"));
        MemberId anna = work.call(tenant, () -> members.identified(IdentityKind.EXTERNAL_ID, "anna"))
                .orElseThrow();
        work.call(tenant, () -> {
            erasure.erase(anna);
            return anna;
        });
        assertThat(work.call(tenant, () -> members.find(anna))).isEmpty();
        assertThat(work.call(tenant, () -> members.identified(IdentityKind.EXTERNAL_ID, "anna")))
                .isEmpty();
        assertThat(work.call(tenant, () -> members.search("anna")).members()).isEmpty();
        assertThatThrownBy(() -> work.call(tenant, () -> {
                    erasure.erase(anna);
                    return anna;
                }))
                .isInstanceOf(Refusal.class);
    }
}
