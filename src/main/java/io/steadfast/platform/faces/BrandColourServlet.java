package io.steadfast.platform.faces;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** One line of style that gives a page its brand's colour. The address holds the colour, so browsers keep it for good. */
@WebServlet("/brand.css")
public class BrandColourServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String colour = request.getParameter("colour");
        if (colour == null || !colour.matches("[0-9a-f]{6}")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/css;charset=UTF-8");
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.getWriter().write("html:root{--brand-base:#" + colour + "}");
    }
}
