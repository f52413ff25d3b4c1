package io.steadfast.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the demo is being made: whoever waits for readiness finds every brand that the start's block names. */
@Readiness
@ApplicationScoped
public class DemoReady implements HealthCheck {

    @Inject
    private DemoMaking making;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("demo").status(!making.isUnfinished()).build();
    }
}
