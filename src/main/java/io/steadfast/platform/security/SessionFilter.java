package io.steadfast.platform.security;

import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.Tenant;
import io.steadfast.platform.tenancy.TenantDirectory;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The pages' door: puts the tenant and the person of the session in hand for the whole request, and takes them out again. Pages of
 * the console and the store send others to the sign-in page. On the operators' pages an operator is in hand and never a tenant;
 * everywhere else an operator's session is nobody's.
 */
@WebFilter(urlPatterns = "/*")
public class SessionFilter implements Filter {

    private static final String SIGN_IN = "/signin";
    private static final String OPERATORS_SIGN_IN = "/platform/signin";
    private static final String TILL = "/till";

    /** The cookie of a browser that was made a till; what it is worth is judged on the till's own page. */
    private static final String TILL_COOKIE = "steadfast_till";

    @Inject
    private TenantDirectory directory;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private PeopleInSession people;

    @Inject
    private OperatorsInSession operators;

    @Inject
    private ClientAddress addresses;

    private record SignedIn(Tenant tenant, Actor actor) {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest call = (HttpServletRequest) request;
        if (PagePaths.isNoPage(call)) {
            chain.doFilter(request, response);
            return;
        }
        if (SameOrigin.isForeign(call)) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (PlainText.isBroken(call)) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        Callable<Boolean> rest = () -> {
            chain.doFilter(request, response);
            return true;
        };
        try {
            if (PagePaths.isOfOperators(call)) {
                forOperators(call, (HttpServletResponse) response, rest);
                return;
            }
            Optional<SignedIn> signedIn = signedIn(call);
            if (signedIn.isPresent()) {
                Actor actor = signedIn.get().actor();
                currentTenant.call(signedIn.get().tenant(), () -> currentActor.call(actor, addresses.of(call), rest));
            } else if (PagePaths.needsPerson(call)) {
                PagePaths.sendTo(isTill(call) ? TILL : SIGN_IN, call, (HttpServletResponse) response);
            } else {
                rest.call();
            }
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    private void forOperators(HttpServletRequest call, HttpServletResponse response, Callable<Boolean> rest)
            throws Exception {
        Optional<Actor> operator = operator(call);
        if (operator.isPresent()) {
            currentActor.call(operator.get(), addresses.of(call), rest);
        } else if (PagePaths.needsOperator(call)) {
            PagePaths.sendTo(OPERATORS_SIGN_IN, call, response);
        } else {
            rest.call();
        }
    }

    private Optional<Actor> operator(HttpServletRequest call) {
        HttpSession session = call.getSession(false);
        if (session == null || !(session.getAttribute(SessionOperator.ATTRIBUTE) instanceof SessionOperator operator)) {
            return Optional.empty();
        }
        Optional<Actor> actor = operators.actor(operator);
        if (actor.isEmpty()) {
            session.invalidate();
        }
        return actor;
    }

    private static boolean isTill(HttpServletRequest call) {
        Cookie[] cookies = call.getCookies();
        return cookies != null
                && call.getRequestURI().startsWith("/store")
                && Arrays.stream(cookies).anyMatch(cookie -> cookie.getName().equals(TILL_COOKIE));
    }

    private Optional<SignedIn> signedIn(HttpServletRequest call) throws Exception {
        HttpSession session = call.getSession(false);
        if (session == null || !(session.getAttribute(SessionPerson.ATTRIBUTE) instanceof SessionPerson person)) {
            return Optional.empty();
        }
        Optional<Tenant> tenant = directory
                .find(person.slug())
                .filter(found -> Doors.closed(found).isEmpty());
        Optional<Actor> actor = tenant.isPresent() ? people.actor(tenant.get(), person) : Optional.empty();
        if (actor.isEmpty()) {
            session.invalidate();
            return Optional.empty();
        }
        return Optional.of(new SignedIn(tenant.get(), actor.get()));
    }
}
