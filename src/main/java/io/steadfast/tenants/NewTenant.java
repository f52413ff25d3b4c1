package io.steadfast.tenants;

import io.steadfast.shared.TenantSlug;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * A tenant to be made.
 *
 * @param sandboxStart where a sandbox's clock stands at first; empty for a live tenant
 */
public record NewTenant(
        TenantSlug slug,
        String name,
        ZoneId zone,
        Currency currency,
        Locale locale,
        Optional<Instant> sandboxStart,
        Owner owner) {

    /** Who is let in first, with every permission. */
    public record Owner(String email, String name) {}
}
