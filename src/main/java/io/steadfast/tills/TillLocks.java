package io.steadfast.tills;

import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.RealClock;
import io.steadfast.tills.core.TillLock;
import io.steadfast.tills.core.TillRefusal;
import io.steadfast.tills.store.TillLockRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Locks a till at which PINs are tried out. What was tried is kept even where the try itself is rolled back. */
@ApplicationScoped
public class TillLocks {

    @Inject
    private TillLockRows rows;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private RealClock clock;

    /**
     * Counts a PIN as wrong before it is looked at, for whoever tries many at once; {@link #wasRight} takes that back. The one too
     * many locks the till. Refuses TILL_LOCKED while it is locked.
     */
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, dontRollbackOn = Refusal.class)
    public void tryPin(UUID till) {
        Instant now = clock.now();
        rows.lock(till).ifPresent(lock -> {
            TillLock after = lock.isLocked(now) ? lock : lock.tried(now);
            if (!lock.isLocked(now)) {
                rows.keep(till, after);
            }
            if (after.isLocked(now)) {
                if (!lock.isLocked(now)) {
                    tell(till, after);
                }
                throw new Refusal(
                        TillRefusal.TILL_LOCKED,
                        Map.of("count", minutes(now, after.lockedUntil().orElseThrow())));
            }
        });
    }

    /** The PIN that was tried was right. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void wasRight(UUID till) {
        rows.lock(till).ifPresent(lock -> rows.keep(till, lock.wasRight()));
    }

    /** Whoever tries isn't signed in as anybody: then it is the till's own doing. */
    private void tell(UUID till, TillLock after) {
        Actor actor = currentActor.known().orElseGet(() -> Actor.job("till_lock"));
        try {
            currentActor.call(actor, currentActor.address(), () -> {
                audit.record("till.locked", "till", till.toString(), null, after);
                return till;
            });
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Never nought: it would be tried at once. */
    private static long minutes(Instant now, Instant until) {
        return Math.max(1, Duration.between(now, until).plusSeconds(59).toMinutes());
    }
}
