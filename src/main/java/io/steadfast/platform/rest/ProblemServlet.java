package io.steadfast.platform.rest;

import io.steadfast.platform.refusals.RefusalTexts;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the container answers by itself (no such page, a filter that failed), in our words: its own error page tells
 * the server's name, version and stack.
 */
@WebServlet("/problem")
public class ProblemServlet extends HttpServlet {

    /** Where a page's script is led when the server failed: it can't show the answer itself. */
    public static final String OF_A_SCRIPT = "/problem?broken=true";

    private static final String BROKEN = "broken";

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Json json;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Object given = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = given instanceof Integer number && number >= 400 ? number : asked(request);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        if (path != null
                && (path.toString().startsWith("/api") || path.toString().startsWith("/platform/v1"))) {
            writeProblem(request, response, status);
        } else {
            writePage(request, response, status);
        }
    }

    private static int asked(HttpServletRequest request) {
        return request.getParameter(BROKEN) == null
                ? HttpServletResponse.SC_NOT_FOUND
                : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    private void writeProblem(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        DoorReason reason = Problems.reason(status);
        Locale language = Languages.accepted(request.getHeader("Accept-Language"));
        Object id = request.getAttribute(RequestIdFilter.ATTRIBUTE);
        Problem problem = new Problem(
                Problems.type(reason),
                Problems.title(status),
                status,
                RefusalTexts.text(reason, Map.of(), language),
                reason.name(),
                List.of(),
                Map.of(),
                id == null ? "" : id.toString());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(json.write(problem));
    }

    /** A page of the console's look, in the reader's language. */
    private static void writePage(HttpServletRequest request, HttpServletResponse response, int status)
            throws ServletException, IOException {
        String page = status == HttpServletResponse.SC_FORBIDDEN ? "forbidden" : status < 500 ? "missing" : "broken";
        request.getRequestDispatcher("/errors/" + page + ".xhtml").forward(request, response);
    }
}
