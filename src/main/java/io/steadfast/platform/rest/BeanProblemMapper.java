package io.steadfast.platform.rest;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What an enterprise bean wraps, as the problem inside it; without it the server's own mapper answers. */
@Provider
@ApplicationScoped
public class BeanProblemMapper implements ExceptionMapper<EJBException> {

    @Inject
    private Problems problems;

    @Override
    public Response toResponse(EJBException thrown) {
        return problems.response(thrown);
    }
}
