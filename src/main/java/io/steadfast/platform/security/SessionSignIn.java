package io.steadfast.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Set;

/**
 * People's sign-in through a page of ours: the credential comes from the page, the session remembers the person. Systems come with
 * keys and pass by.
 */
@ApplicationScoped
public class SessionSignIn implements HttpAuthenticationMechanism {

    @Inject
    private IdentityStoreHandler stores;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Credential typed = context.getAuthParameters().getCredential();
        if (typed != null) {
            return signIn(request, context, stores.validate(typed));
        }
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(SessionPerson.ATTRIBUTE) instanceof SessionPerson person) {
            return context.notifyContainerAboutLogin(new PersonPrincipal(person), Set.of(PeopleStore.GROUP));
        }
        if (session != null && session.getAttribute(SessionOperator.ATTRIBUTE) instanceof SessionOperator operator) {
            return context.notifyContainerAboutLogin(new OperatorPrincipal(operator), Set.of(OperatorsStore.GROUP));
        }
        return context.doNothing();
    }

    private static AuthenticationStatus signIn(
            HttpServletRequest request, HttpMessageContext context, CredentialValidationResult result) {
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        if (result.getCallerPrincipal() instanceof PersonPrincipal principal) {
            begin(request, SessionPerson.ATTRIBUTE, principal.person());
        } else if (result.getCallerPrincipal() instanceof OperatorPrincipal principal) {
            begin(request, SessionOperator.ATTRIBUTE, principal.operator());
        } else {
            return AuthenticationStatus.SEND_FAILURE;
        }
        return context.notifyContainerAboutLogin(result.getCallerPrincipal(), result.getCallerGroups());
    }

    /** Whoever was there before leaves: a session is a tenant's person's or an operator's. */
    private static void begin(HttpServletRequest request, String attribute, Object who) {
        // A new id: whoever planted the old one in the browser doesn't get in with it.
        HttpSession session = request.getSession();
        request.changeSessionId();
        session.removeAttribute(SessionPerson.ATTRIBUTE);
        session.removeAttribute(SessionOperator.ATTRIBUTE);
        session.setAttribute(attribute, who);
    }
}
