package io.steadfast.platform.tenancy;

import io.steadfast.shared.TenantSlug;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * A tenant as the control schema knows it.
 *
 * @param schema the database schema that holds all its tables
 * @param role the database role that may touch that schema and no other
 * @param zone the zone of its accounting months and of what its people see; a program's calendar follows the program's own
 * @param sandboxClock where a sandbox's clock stands; empty for a live tenant, whose clock is the real one
 */
public record Tenant(
        TenantSlug slug,
        String name,
        TenantStatus status,
        String schema,
        String role,
        ZoneId zone,
        Currency currency,
        Locale locale,
        Optional<Instant> sandboxClock) {

    /** Whether its business instants stand still until somebody moves them; fixed when the tenant is made. */
    public boolean sandbox() {
        return sandboxClock.isPresent();
    }
}
