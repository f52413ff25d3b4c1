package io.steadfast.ledger;

import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.ledger.store.PeriodStore;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.TenantClock;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;

/** Closes accounting months, which are calendar months in the tenant's zone. */
@Stateless
public class PeriodService {

    @Inject
    private PeriodStore store;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private AuditTrail audit;

    @Inject
    private TenantClock clock;

    /**
     * Closes a month and every month before it: from now on nothing is posted with a date in them. What comes late is
     * posted today with its own activity date. Waits for postings under way.
     *
     * @throws Refusal PERIOD_NOT_OVER before the month's end; PERIOD_ALREADY_CLOSED when it or a later one is closed
     */
    public void close(YearMonth month) {
        Instant now = clock.now();
        Instant end = month.plusMonths(1)
                .atDay(1)
                .atStartOfDay(currentTenant.tenant().zone())
                .toInstant();
        if (now.isBefore(end)) {
            throw new Refusal(LedgerRefusal.PERIOD_NOT_OVER, Map.of("month", month.toString()));
        }
        if (store.lockAndReadLast().filter(last -> !last.isBefore(month)).isPresent()) {
            throw new Refusal(LedgerRefusal.PERIOD_ALREADY_CLOSED, Map.of("month", month.toString()));
        }
        Actor actor = currentActor.actor();
        store.close(month, now, actor.kind().name(), actor.id());
        audit.record("period.closed", "period", month.toString(), null, Map.of("closedAt", now));
    }
}
