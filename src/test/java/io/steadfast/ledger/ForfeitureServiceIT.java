package io.steadfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.DeficitPolicy;
import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.LotDates;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ForfeitureServiceIT extends ContainerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    private ForfeitureService forfeiture;

    @Inject
    private LedgerService ledger;

    @Inject
    private Invariants invariants;

    @Inject
    private UserTransaction transaction;

    @Inject
    private AtWork work;

    private static Movement grant(long points, LotDates dates) {
        Cause cause = Cause.of(new Cause.Authority("JOB", "test", "TEST"));
        return new Movement.Grant(
                EntryKind.GOODWILL,
                new WalletCode("points"),
                points,
                dates,
                Movement.Grant.TENANT,
                Optional.empty(),
                cause);
    }

    @Test
    void what_was_forfeited_can_be_taken_back_with_its_order_and_nobody_owes_for_it() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T00:00:00Z"));
        MemberId member = new MemberId(UUID.randomUUID());
        List<WalletBalance> left = work.call(tenant, () -> {
            transaction.begin();
            ledger.open(member, NOW);
            ledger.lockMember(member);
            List<UUID> lots = ledger
                    .post(Posting.of(
                            member,
                            NOW,
                            grant(40, LotDates.usableFrom(NOW)),
                            grant(30, new LotDates(NOW, Optional.of(NOW.plusSeconds(86_400)), Optional.empty()))))
                    .entries()
                    .stream()
                    .map(EntryDraft::id)
                    .toList();
            forfeiture.forfeit(member);
            ledger.post(Posting.of(member, NOW, takeBack(lots.get(0), 40), takeBack(lots.get(1), 30)));
            List<WalletBalance> balances = ledger.lockMember(member).balances();
            transaction.commit();
            return balances;
        });
        assertThat(left).singleElement().satisfies(balance -> {
            assertThat(balance.debt()).isZero();
            assertThat(balance.lifetime()).isZero();
        });
        assertThat(work.call(tenant, () -> invariants.violations())).isEmpty();
    }

    private static Movement takeBack(UUID lot, long points) {
        return new Movement.TakeBack(
                new WalletCode("points"),
                lot,
                points,
                DeficitPolicy.DEBT,
                Cause.of(new Cause.Authority("JOB", "test", "TEST")));
    }

    @Test
    void what_is_active_or_pending_is_forfeited_and_the_books_add_up() throws Exception {
        TestTenant tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T00:00:00Z"));
        MemberId member = new MemberId(UUID.randomUUID());
        List<WalletBalance> left = work.call(tenant, () -> {
            transaction.begin();
            ledger.open(member, NOW);
            ledger.lockMember(member);
            ledger.post(Posting.of(
                    member,
                    NOW,
                    grant(40, LotDates.usableFrom(NOW)),
                    grant(30, new LotDates(NOW, Optional.of(NOW.plusSeconds(86_400)), Optional.empty()))));
            forfeiture.forfeit(member);
            forfeiture.forfeit(member);
            List<WalletBalance> balances = ledger.lockMember(member).balances();
            transaction.commit();
            return balances;
        });
        assertThat(left).singleElement().satisfies(balance -> {
            assertThat(balance.spendable()).isZero();
            assertThat(balance.pending()).isZero();
            assertThat(balance.debt()).isZero();
        });
        assertThat(work.call(tenant, () -> invariants.violations())).isEmpty();
    }
}
