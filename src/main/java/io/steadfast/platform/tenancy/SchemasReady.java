package io.steadfast.platform.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every schema is at this program's version. Says how many lag, never whose: health is public. */
@Readiness
@ApplicationScoped
public class SchemasReady implements HealthCheck {

    @Inject
    private SchemaProgress progress;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("schemas")
                .status(progress.done())
                .withData("lagging", progress.lagging())
                .build();
    }
}
