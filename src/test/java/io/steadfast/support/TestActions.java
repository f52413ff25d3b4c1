package io.steadfast.support;

import io.steadfast.platform.refusals.Refusal;
import jakarta.el.MethodExpression;
import jakarta.faces.FactoryFinder;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.event.PhaseId;
import jakarta.faces.lifecycle.Lifecycle;
import jakarta.faces.lifecycle.LifecycleFactory;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Does what a page's button would do, for whoever is signed in and whether their page shows the button or not, and answers what came
 * of it: {@value #DONE}, the refusal's name, or the class of what was thrown. Stands in the war of the tests only.
 */
@WebServlet({TestActions.PATH, TestActions.OPERATORS_PATH})
public final class TestActions extends HttpServlet {

    public static final String PATH = "/test-only/act";
    /** Within the operators' own door. */
    public static final String OPERATORS_PATH = "/platform/test-only/act";

    public static final String DONE = "done";

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        FacesContext faces = begin(request, new Swallowed(response));
        String outcome;
        try {
            outcome = act(faces, request.getParameter("action"));
        } finally {
            faces.release();
        }
        response.setContentType("text/plain");
        response.getWriter().write(outcome);
    }

    private FacesContext begin(HttpServletRequest request, HttpServletResponse response) {
        Lifecycle lifecycle = ((LifecycleFactory) FactoryFinder.getFactory(FactoryFinder.LIFECYCLE_FACTORY))
                .getLifecycle(LifecycleFactory.DEFAULT_LIFECYCLE);
        FacesContext faces = ((FacesContextFactory) FactoryFinder.getFactory(FactoryFinder.FACES_CONTEXT_FACTORY))
                .getFacesContext(getServletContext(), request, response, lifecycle);
        UIViewRoot root =
                faces.getApplication().getViewHandler().createView(faces, request.getParameter("page") + ".xhtml");
        faces.setViewRoot(root);
        faces.setCurrentPhaseId(PhaseId.INVOKE_APPLICATION);
        return faces;
    }

    private static String act(FacesContext faces, String action) {
        try {
            MethodExpression meant = faces.getApplication()
                    .getExpressionFactory()
                    .createMethodExpression(faces.getELContext(), action, Object.class, new Class<?>[0]);
            meant.invoke(faces.getELContext(), new Object[0]);
            return DONE;
        } catch (RuntimeException thrown) {
            @Nullable Throwable at = thrown;
            Throwable deepest = thrown;
            while (at != null) {
                if (at instanceof Refusal refusal) {
                    return refusal.reason().name();
                }
                deepest = at;
                at = at.getCause();
            }
            return deepest.toString();
        }
    }

    /** A file that an action answers with is no answer for the test. */
    private static final class Swallowed extends HttpServletResponseWrapper {

        private final ByteArrayOutputStream swallowed = new ByteArrayOutputStream();

        Swallowed(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {
            swallowed.reset();
        }

        @Override
        public void sendError(int status, String message) {
            swallowed.reset();
        }

        @Override
        public void setContentType(String type) {
            swallowed.reset();
        }

        @Override
        public void setContentLength(int length) {
            swallowed.reset();
        }

        @Override
        public void setContentLengthLong(long length) {
            swallowed.reset();
        }

        @Override
        public void setHeader(String name, String value) {
            swallowed.reset();
        }

        @Override
        public void addHeader(String name, String value) {
            swallowed.reset();
        }

        @Override
        public void reset() {
            swallowed.reset();
        }

        @Override
        public void sendRedirect(String location) {
            swallowed.reset();
        }

        @Override
        public void flushBuffer() {
            swallowed.reset();
        }

        @Override
        public PrintWriter getWriter() {
            return new PrintWriter(swallowed, false, StandardCharsets.UTF_8);
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public void write(int value) {
                    swallowed.write(value);
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
