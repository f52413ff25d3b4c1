package io.steadfast.tenants.rest;

import io.steadfast.platform.tenancy.Tenant;
import io.steadfast.platform.tenancy.TenantStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * A tenant as operators see it.
 *
 * @param now where a sandbox's clock stands
 */
public record TenantResponse(
        String slug,
        String name,
        TenantStatus status,
        boolean sandbox,
        String currency,
        String zone,
        String locale,
        Optional<Instant> now) {

    static TenantResponse of(Tenant tenant) {
        return new TenantResponse(
                tenant.slug().value(),
                tenant.name(),
                tenant.status(),
                tenant.sandbox(),
                tenant.currency().getCurrencyCode(),
                tenant.zone().getId(),
                tenant.locale().toLanguageTag(),
                tenant.sandboxClock());
    }
}
