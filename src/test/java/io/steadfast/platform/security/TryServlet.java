package io.steadfast.platform.security;

import io.steadfast.platform.tenancy.CurrentTenant;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A page without looks, in the tests' archive only: signs in and out as the sign-in page does, and tells who is in hand. Below
 * {@code /store}, where a person is needed, it only tells.
 */
@WebServlet({"/try/sign-in", "/try/sign-out", "/try/password", "/store/try"})
public class TryServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SignInService signIn;

    @Inject
    private transient PersonService people;

    @Inject
    private transient CurrentActor currentActor;

    @Inject
    private transient CurrentTenant currentTenant;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getServletPath()) {
            case "/try/sign-in" -> {
                SignInOutcome outcome = signIn.signIn(
                        request,
                        response,
                        new SignInService.Attempt(
                                request.getParameter("brand"),
                                request.getParameter("email"),
                                request.getParameter("password")));
                response.setStatus(HttpServletResponse.SC_OK);
                response.getWriter().print(outcome.kind());
            }
            case "/try/sign-out" -> {
                signIn.signOut(request);
                response.getWriter().print("out");
            }
            case "/try/password" -> {
                people.changePassword(
                        UUID.fromString(currentActor.actor().id()),
                        request.getParameter("present"),
                        request.getParameter("next"));
                response.getWriter().print("changed");
            }
            default -> response.getWriter().print(inHand());
        }
    }

    private String inHand() {
        Optional<Actor> actor = currentActor.known();
        return actor.map(known -> known.name() + "@" + currentTenant.slug() + " " + Instant.now())
                .orElse("nobody");
    }
}
