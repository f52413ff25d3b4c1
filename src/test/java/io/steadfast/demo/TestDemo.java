package io.steadfast.demo;

import io.steadfast.platform.rest.Json;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Makes the demo's brand of a template, for a test outside the server. Stands in the war of the tests only. */
@WebServlet(TestDemo.PATH)
public final class TestDemo extends HttpServlet {

    static final String PATH = "/test-only/demo";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient DemoSeed seed;

    @Inject
    private transient Json json;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        DemoBrand brand = DemoBrand.all().stream()
                .filter(one -> one.template().equals(request.getParameter("template")))
                .findFirst()
                .orElseThrow();
        DemoCredentials.Tenant made;
        try {
            made = actor.call(Actor.job("test"), "local", () -> seed.make(brand));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        response.setContentType("application/json");
        response.getWriter().write(json.mapper().writeValueAsString(made));
    }
}
