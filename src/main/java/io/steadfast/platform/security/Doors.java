package io.steadfast.platform.security;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.tenancy.Tenant;
import java.util.Map;
import java.util.Optional;

/** Whether a tenant's doors are open at all. */
final class Doors {

    private static final int MIGRATION_SECONDS = 5;

    private Doors() {}

    static Optional<Refusal> closed(Tenant tenant) {
        return switch (tenant.status()) {
            case ACTIVE -> Optional.empty();
            case MIGRATING, PROVISIONING ->
                Optional.of(new Refusal(
                        SecurityRefusal.TENANT_BUSY, Map.of(Refusal.RETRY_AFTER_SECONDS, MIGRATION_SECONDS)));
            case SUSPENDED, DELETING -> Optional.of(new Refusal(SecurityRefusal.TENANT_SUSPENDED, Map.of()));
        };
    }
}
