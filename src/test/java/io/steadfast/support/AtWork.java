package io.steadfast.support;

import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;

/** Inside the server: does work for a tenant as a job does it. */
@ApplicationScoped
public class AtWork {

    @Inject
    private CurrentTenant tenant;

    @Inject
    private CurrentActor actor;

    public <T> T call(TestTenant of, Callable<T> work) throws Exception {
        return tenant.call(new TenantSlug(of.slug()), () -> actor.call(Actor.job("test"), "local", work));
    }
}
