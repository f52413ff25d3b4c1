package io.steadfast.platform.limits;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.DoorReason;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Optional;

/** Counts the calls of known keys and tells every caller where they stand; refuses (429) what is too much. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION)
public class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String OUTCOME = RateLimitFilter.class.getName();

    @Inject
    private RateLimits limits;

    @Inject
    private CurrentActor actor;

    @Inject
    private CurrentTenant tenant;

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<Actor> key = actor.known().filter(known -> known.kind() == Actor.Kind.KEY);
        if (key.isEmpty() || tenant.known().isEmpty()) {
            return;
        }
        RateLimits.Outcome outcome =
                limits.count(tenant.slug().value(), key.get().id());
        request.setProperty(OUTCOME, outcome);
        if (outcome.waitSeconds() > 0) {
            throw new Refusal(DoorReason.RATE_LIMITED, Map.of(Refusal.RETRY_AFTER_SECONDS, outcome.waitSeconds()));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(OUTCOME) instanceof RateLimits.Outcome outcome) {
            response.getHeaders().putSingle("RateLimit-Policy", limits.policy());
            response.getHeaders().putSingle("RateLimit", outcome.header());
        }
    }
}
