package io.steadfast.platform.security;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.DoorReason;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses what the caller's key doesn't allow: 401 without a good key, 403 without the scope. Closed by default. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class ScopeFilter implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    @Context
    private HttpServletRequest call;

    @Inject
    private CurrentActor currentActor;

    @Override
    public void filter(ContainerRequestContext context) {
        if (resource.getResourceMethod() == null || annotation(Open.class) != null) {
            return;
        }
        if (call.getAttribute(ApiDoorFilter.REFUSED) instanceof Refusal refusal) {
            throw refusal;
        }
        Optional<Actor> actor = currentActor.known();
        if (actor.isEmpty()) {
            throw new Refusal(DoorReason.UNAUTHENTICATED);
        }
        if (!allowed(actor.get())) {
            throw new Refusal(DoorReason.FORBIDDEN);
        }
    }

    private boolean allowed(Actor actor) {
        if (annotation(OperatorOnly.class) != null) {
            return actor.kind() == Actor.Kind.OPERATOR;
        }
        Scoped scoped = annotation(Scoped.class);
        return scoped != null && Arrays.stream(scoped.value()).anyMatch(actor::has);
    }

    private <A extends Annotation> @Nullable A annotation(Class<A> type) {
        return said(resource.getResourceMethod(), resource.getResourceClass(), type);
    }

    /** The method's own counts before the class's. */
    static <A extends Annotation> @Nullable A said(Method method, Class<?> resource, Class<A> type) {
        A own = method.getAnnotation(type);
        boolean hasOther = method.isAnnotationPresent(Scoped.class)
                || method.isAnnotationPresent(Open.class)
                || method.isAnnotationPresent(OperatorOnly.class);
        return own != null || hasOther ? own : resource.getAnnotation(type);
    }
}
