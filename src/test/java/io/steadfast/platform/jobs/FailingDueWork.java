package io.steadfast.platform.jobs;

import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Due work of the tests that can't be done, by its name the first of all kinds. */
@ApplicationScoped
public class FailingDueWork implements DueWork {

    private final Map<TenantSlug, Instant> failing = new ConcurrentHashMap<>();

    @Inject
    private CurrentTenant currentTenant;

    void failFrom(TenantSlug slug, Instant from) {
        failing.put(slug, from);
    }

    void mend(TenantSlug slug) {
        failing.remove(slug);
    }

    @Override
    public String kind() {
        return "a_failing_test";
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.ofNullable(failing.get(currentTenant.slug()));
    }

    @Override
    public void runDue(Instant upTo) {
        nextDue().filter(from -> !from.isAfter(upTo)).ifPresent(from -> {
            throw new IllegalStateException("Can't be done");
        });
    }
}
