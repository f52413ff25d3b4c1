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
        Object known = session == null ? null : session.getAttribute(SessionPerson.ATTRIBUTE);
        if (known instanceof SessionPerson person) {
            return context.notifyContainerAboutLogin(new PersonPrincipal(person), Set.of(PeopleStore.GROUP));
        }
        return context.doNothing();
    }

    private static AuthenticationStatus signIn(
            HttpServletRequest request, HttpMessageContext context, CredentialValidationResult result) {
        if (result.getStatus() != CredentialValidationResult.Status.VALID
                || !(result.getCallerPrincipal() instanceof PersonPrincipal principal)) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        // A new id: whoever planted the old one in the browser doesn't get in with it.
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(SessionPerson.ATTRIBUTE, principal.person());
        return context.notifyContainerAboutLogin(principal, result.getCallerGroups());
    }
}
