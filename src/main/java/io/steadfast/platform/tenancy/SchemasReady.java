package io.steadfast.platform.tenancy;

import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every schema is at this program's version. Says how many lag, never whose: health is public. */
@Readiness
@ApplicationScoped
public class SchemasReady implements HealthCheck {

    private final Set<TenantSlug> lagging = ConcurrentHashMap.newKeySet();

    private volatile boolean begun;

    void expect(Collection<TenantSlug> slugs) {
        lagging.addAll(slugs);
        begun = true;
    }

    void migrated(TenantSlug slug) {
        lagging.remove(slug);
    }

    /** Whether no schema lags any more. */
    public boolean done() {
        return begun && lagging.isEmpty();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("schemas")
                .status(done())
                .withData("lagging", lagging.size())
                .build();
    }
}
