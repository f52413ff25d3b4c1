package io.steadfast.platform.time;

import io.steadfast.platform.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** The time the tenant in hand has: the real one for a live tenant, for a sandbox where its clock stands. */
@ApplicationScoped
public class TenantClock {

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private RealClock realClock;

    /** The business instant, in microseconds; fails when no tenant is in hand. */
    public Instant now() {
        return currentTenant.tenant().sandboxClock().orElseGet(realClock::now);
    }
}
