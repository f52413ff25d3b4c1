package io.steadfast.ledger;

import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.ConsumptionOrder;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.LotDates;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posted;
import io.steadfast.ledger.core.Posting;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.TenantSlug;
import io.steadfast.shared.WalletCode;
import io.steadfast.support.TestTenants;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.concurrent.Callable;

/** A tenant of a test's own, inside the server, whose books are whole when the test is over. */
@Dependent
public class TenantBooks {

    static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");
    static final WalletCode POINTS = new WalletCode("points");
    static final Cause TEST = Cause.of(new Cause.Authority("KEY", "test", "TEST"));

    @Inject
    LedgerService ledger;

    @Inject
    Invariants invariants;

    @Inject
    CurrentTenant currentTenant;

    @Inject
    CurrentActor currentActor;

    @Inject
    TenantClock clock;

    @Resource
    UserTransaction transaction;

    /** Does the work with the tenant in hand, whose clock stands at {@link #NOW}. */
    void inTenant(Callable<?> work) throws Exception {
        TenantSlug slug = new TenantSlug(TestTenants.makeAt(NOW).slug());
        currentTenant.call(
                slug,
                () -> currentActor.call(Actor.job("test"), "local", () -> {
                    work.call();
                    if (!invariants.violations().isEmpty()
                            || invariants.firstTampered().isPresent()) {
                        throw new AssertionError(invariants.violations() + " " + invariants.firstTampered());
                    }
                    return slug;
                }));
    }

    <T> T inTransaction(Callable<T> work) throws Exception {
        transaction.begin();
        try {
            T result = work.call();
            transaction.commit();
            return result;
        } catch (Exception failure) {
            transaction.rollback();
            throw failure;
        }
    }

    MemberId member() throws Exception {
        MemberId member = new MemberId(Ids.next());
        return inTransaction(() -> {
            ledger.open(member, clock.now());
            return member;
        });
    }

    Posted post(MemberId member, Movement... movements) throws Exception {
        return inTransaction(() -> {
            ledger.lockMember(member);
            return ledger.post(Posting.of(member, clock.now(), movements));
        });
    }

    static Movement grant(long points, LotDates dates) {
        return Movement.Grant.accrual(POINTS, points, dates, TEST);
    }

    static Movement grant(long points) {
        return grant(points, LotDates.usableFrom(NOW));
    }

    static Movement spend(long points) {
        return new Movement.Spend(EntryKind.REDEMPTION, POINTS, points, ConsumptionOrder.EARLIEST_EXPIRY, TEST);
    }
}
