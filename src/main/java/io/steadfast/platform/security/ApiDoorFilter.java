package io.steadfast.platform.security;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.Tenant;
import io.steadfast.platform.tenancy.TenantDirectory;
import io.steadfast.shared.TenantSlug;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The doors of systems: reads the key of a call and puts tenant and actor in hand for the whole of it, and takes them out again
 * whatever happens. A call without a good key goes on with empty hands: {@link ScopeFilter} refuses it in the API's words, and no
 * tenant's table could answer it anyway.
 */
@WebFilter(urlPatterns = {"/api/v1/*", "/platform/v1/*"})
public class ApiDoorFilter implements Filter {

    /** Why a good key is turned away, a {@link Refusal}, for {@link ScopeFilter}. */
    static final String REFUSED = ApiDoorFilter.class.getName();

    private static final String BEARER = "Bearer ";

    @Inject
    private TenantDirectory directory;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private KeyChain keyChain;

    @Inject
    private PlatformKeys platformKeys;

    @Inject
    private ClientAddress addresses;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest call = (HttpServletRequest) request;
        Callable<Boolean> rest = () -> {
            chain.doFilter(request, response);
            return true;
        };
        try {
            if (call.getServletPath().startsWith("/platform")) {
                asOperator(call, rest);
            } else {
                asTenant(call, rest);
            }
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    private void asOperator(HttpServletRequest call, Callable<Boolean> rest) throws Exception {
        Optional<Actor> operator = secret(call).flatMap(platformKeys::actor);
        if (operator.isPresent()) {
            currentActor.call(operator.get(), addresses.of(call), rest);
        } else {
            rest.call();
        }
    }

    private void asTenant(HttpServletRequest call, Callable<Boolean> rest) throws Exception {
        Optional<String> secret = secret(call);
        Optional<TenantSlug> slug = secret.flatMap(Secrets::tenantOf);
        Optional<Tenant> tenant = slug.flatMap(directory::find);
        if (tenant.isEmpty()) {
            rest.call();
            return;
        }
        Optional<Refusal> closed = Doors.closed(tenant.get());
        if (closed.isPresent()) {
            call.setAttribute(REFUSED, closed.get());
            rest.call();
            return;
        }
        Optional<Actor> actor = keyChain.actor(tenant.get(), secret.get());
        if (actor.isEmpty()) {
            rest.call();
            return;
        }
        currentTenant.call(tenant.get(), () -> currentActor.call(actor.get(), addresses.of(call), rest));
    }

    private static Optional<String> secret(HttpServletRequest call) {
        return Optional.ofNullable(call.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }
}
