package io.steadfast.support;

import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.NewPerson;
import io.steadfast.platform.security.OneTimeSecrets;
import io.steadfast.platform.security.PersonService;
import io.steadfast.platform.security.PersonView;
import io.steadfast.platform.security.Role;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.shared.TenantSlug;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives a test outside the server a person with a role and a password, which in life takes an invitation. Stands in the
 * war of the tests only.
 */
@WebServlet(TestPeople.PATH)
public final class TestPeople extends HttpServlet {

    static final String PATH = "/test-only/people";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CurrentTenant tenant;

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient PersonService people;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String password = OneTimeSecrets.password();
        try {
            tenant.call(
                    new TenantSlug(request.getParameter("tenant")),
                    () -> actor.call(Actor.job("test"), "local", () -> {
                        PersonView person = people.create(wanted(request));
                        people.setInitialPassword(person.id(), password);
                        return person;
                    }));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        response.setContentType("application/json");
        response.getWriter().write("{\"password\":\"" + password + "\"}");
    }

    private static NewPerson wanted(HttpServletRequest request) {
        Set<String> stores = Arrays.stream(request.getParameter("stores").split(","))
                .filter(store -> !store.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        Role role = Role.valueOf(request.getParameter("role"));
        return new NewPerson(request.getParameter("email"), "Pat " + role, Set.of(role), stores);
    }
}
