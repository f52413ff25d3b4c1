package io.steadfast.support;

import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;

/** Inside the server: does work for a tenant as a job named {@code test} does it. */
@ApplicationScoped
public class InTenant {

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private CurrentActor currentActor;

    public <T> T call(TestTenant tenant, Callable<T> work) throws Exception {
        return currentTenant.call(
                new TenantSlug(tenant.slug()), () -> currentActor.call(Actor.job("test"), "local", work));
    }
}
