package io.steadfast.platform.security;

import io.steadfast.platform.time.RealClock;
import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.Credential;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Signs people in and out of the browser's session. */
@ApplicationScoped
public class SignInService {

    @Inject
    private SecurityContext securityContext;

    @Inject
    private SignInTrouble trouble;

    @Inject
    private SignInLimit limit;

    @Inject
    private ClientAddress addresses;

    @Inject
    private RealClock clock;

    /** As typed. */
    public record Attempt(String brand, String email, String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "Attempt[" + brand + "]";
        }
    }

    /**
     * Tries to sign in. After success the session has a new id and the next request carries the person; send the browser to
     * {@code /console/home} or {@code /store}.
     */
    public SignInOutcome signIn(HttpServletRequest request, HttpServletResponse response, Attempt attempt) {
        TenantSlug brand;
        try {
            brand = new TenantSlug(attempt.brand().strip().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noSlug) {
            return SignInOutcome.of(SignInOutcome.Kind.WRONG);
        }
        return signIn(request, response, new BrandCredential(brand, attempt.email(), attempt.password()));
    }

    /** A number and a PIN, as typed at a till that is known already. */
    public record AtTill(TenantSlug brand, String number, String pin) {

        /** Without the PIN. */
        @Override
        public String toString() {
            return "AtTill[" + brand + "]";
        }
    }

    /** As {@link #signIn(HttpServletRequest, HttpServletResponse, Attempt)}, at a registered till; whoever was there before leaves. */
    public SignInOutcome signIn(HttpServletRequest request, HttpServletResponse response, AtTill attempt) {
        return signIn(request, response, new PinCredential(attempt.brand(), attempt.number(), attempt.pin()));
    }

    /** An operator's e-mail and password, as typed on the operators' own page. */
    public record AsOperator(String email, String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "AsOperator[]";
        }
    }

    /** As {@link #signIn(HttpServletRequest, HttpServletResponse, Attempt)}, into the pages of the platform and no brand's. */
    public SignInOutcome signIn(HttpServletRequest request, HttpServletResponse response, AsOperator attempt) {
        return signIn(request, response, new OperatorCredential(attempt.email(), attempt.password()));
    }

    private SignInOutcome signIn(HttpServletRequest request, HttpServletResponse response, Credential credential) {
        String address = addresses.of(request);
        long wait = limit.tried(address);
        if (wait > 0) {
            Instant until = clock.now().plusSeconds(wait);
            return new SignInOutcome(SignInOutcome.Kind.PAUSED_HERE, Optional.of(until));
        }
        AuthenticationStatus status = securityContext.authenticate(
                request, response, AuthenticationParameters.withParams().credential(credential));
        if (status == AuthenticationStatus.SUCCESS || trouble.isClosed()) {
            limit.wasNotWrong(address);
        }
        if (status == AuthenticationStatus.SUCCESS) {
            return SignInOutcome.of(SignInOutcome.Kind.SIGNED_IN);
        }
        if (trouble.isClosed()) {
            return SignInOutcome.of(SignInOutcome.Kind.CLOSED);
        }
        return trouble.lockedUntil().isPresent()
                ? new SignInOutcome(SignInOutcome.Kind.LOCKED, trouble.lockedUntil())
                : SignInOutcome.of(SignInOutcome.Kind.WRONG);
    }

    /** Ends this browser's session. */
    public void signOut(HttpServletRequest request) {
        try {
            request.logout();
        } catch (ServletException nobodyThere) {
            throw new IllegalStateException(nobodyThere);
        } finally {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
    }
}
