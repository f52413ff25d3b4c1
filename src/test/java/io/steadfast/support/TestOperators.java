package io.steadfast.support;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.OneTimeSecrets;
import io.steadfast.platform.security.OperatorService;
import io.steadfast.platform.security.OperatorView;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/**
 * Gives a test outside the server an operator with a password, which in life takes an invitation. Stands in the war of the
 * tests only.
 */
@WebServlet(TestOperators.PATH)
public final class TestOperators extends HttpServlet {

    static final String PATH = "/test-only/operators";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient OperatorService operators;

    /** A further operator, called Opal Operator. */
    public static TestTenant.Person make() {
        String email = "opal-" + UUID.randomUUID().toString().substring(0, 8) + "@platform.test";
        JsonNode made = Api.root().get(PATH + "?email=" + email).expect(200).json();
        return new TestTenant.Person(email, Secrets.isOne(made.path("password").asText()));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String password = OneTimeSecrets.password();
        try {
            actor.call(Actor.job("test"), "local", () -> {
                OperatorView operator = operators.create(request.getParameter("email"), "Opal Operator");
                operators.setInitialPassword(operator.id(), password);
                return operator;
            });
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        response.setContentType("application/json");
        response.getWriter().write("{\"password\":\"" + password + "\"}");
    }
}
