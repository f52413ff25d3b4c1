package io.steadfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.MemberKind;
import io.steadfast.members.core.NewEnrolment;
import io.steadfast.members.core.NewMember;
import io.steadfast.members.core.Person;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RefusalReason;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpeningBalanceServiceIT extends ContainerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant EARNED = Instant.parse("2025-11-01T00:00:00Z");
    private static final Instant EXPIRES = Instant.parse("2026-11-01T00:00:00Z");

    @Inject
    private OpeningBalanceService balances;

    @Inject
    private LedgerService ledger;

    @Inject
    private MemberService members;

    @Inject
    private AtWork work;

    private MemberId member(String name) {
        return members.create(new NewMember(
                        new Person(
                                MemberKind.PERSON,
                                Person.Employment.NONE,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of()),
                        Map.of(IdentityKind.EXTERNAL_ID, name),
                        Optional.of(EARNED),
                        List.of(),
                        List.of(new NewEnrolment(new ProgramCode("club"), "app", Optional.empty(), Optional.empty()))))
                .id();
    }

    private static OpeningBalanceService.Opening opening(
            MemberId member, long points, Instant earned, Instant expires) {
        return new OpeningBalanceService.Opening(
                member, Optional.empty(), points, earned, Optional.of(expires), "old", "1");
    }

    private RefusalReason refusal(TestTenant tenant, OpeningBalanceService.Opening opening) {
        try {
            work.call(tenant, () -> balances.open(opening));
            throw new AssertionError("nothing was refused");
        } catch (Refusal refusal) {
            return refusal.reason();
        } catch (Exception other) {
            throw new AssertionError(other);
        }
    }

    @Test
    void points_are_brought_along_once_with_the_dates_they_had() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2025-01-01T00:00:00Z"));
        MemberId anna = work.call(tenant, () -> member("anna"));
        OpeningBalanceService.Opening opening = opening(anna, 500, EARNED, EXPIRES);
        assertThat(work.call(tenant, () -> balances.open(opening))).isEqualTo(OpeningBalanceService.Outcome.OPENED);
        assertThat(work.call(tenant, () -> balances.open(opening))).isEqualTo(OpeningBalanceService.Outcome.STOOD);
        assertThat(work.call(tenant, () -> ledger.lockMember(anna)).balances())
                .singleElement()
                .satisfies(balance -> assertThat(balance.spendable()).isEqualTo(500));
        assertThat(refusal(tenant, opening(anna, 501, EARNED, EXPIRES))).isEqualTo(LedgerRefusal.OPENING_REUSED);
    }

    @Test
    void points_that_lapsed_elsewhere_or_are_still_to_be_earned_are_refused() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2025-01-01T00:00:00Z"));
        MemberId anna = work.call(tenant, () -> member("anna"));
        assertThat(refusal(tenant, opening(anna, 1, EARNED, NOW))).isEqualTo(LedgerRefusal.EXPIRED_BEFORE_IT_CAME);
        assertThat(refusal(tenant, opening(anna, 1, NOW.plusSeconds(1), EXPIRES)))
                .isEqualTo(LedgerRefusal.EARNED_IN_FUTURE);
        assertThatThrownBy(() -> work.call(
                        tenant,
                        () -> balances.open(opening(new MemberId(java.util.UUID.randomUUID()), 1, EARNED, EXPIRES))))
                .isInstanceOf(Refusal.class);
    }
}
