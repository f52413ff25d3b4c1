package io.steadfast.designer.faces;

import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.Tenant;
import io.steadfast.platform.tenancy.TenantDirectory;
import io.steadfast.platform.tenancy.TenantStatus;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TenantSlug;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /p/{tenant}/{program}/terms}: the terms as anybody may read them. The address names the tenant, whoever is signed
 * in; a tenant whose doors are closed isn't there.
 */
@WebServlet("/p/*")
public class PublicTermsServlet extends HttpServlet {

    static final String PROGRAM = "io.steadfast.designer.program";

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern ADDRESS = Pattern.compile("/([a-z0-9-]{1,63})/([A-Za-z0-9_.-]{1,63})/terms");

    @Inject
    private transient TenantDirectory directory;

    @Inject
    private transient CurrentTenant currentTenant;

    @Inject
    private transient ProgramService programs;

    @Inject
    private transient TenantClock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Matcher address =
                ADDRESS.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        Optional<Tenant> tenant = address.matches() ? tenant(address.group(1)) : Optional.empty();
        if (tenant.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Callable<Boolean> page = () -> {
            if (!isInForce(address.group(2))) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return false;
            }
            request.setAttribute(PROGRAM, address.group(2));
            request.getRequestDispatcher("/terms.xhtml").forward(request, response);
            return true;
        };
        try {
            currentTenant.call(tenant.get(), page);
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    private boolean isInForce(String program) {
        try {
            return programs.inForce(new ProgramCode(program), clock.now()).isPresent();
        } catch (IllegalArgumentException noCode) {
            return false;
        }
    }

    private Optional<Tenant> tenant(String slug) {
        try {
            return directory.find(new TenantSlug(slug)).filter(found -> found.status() == TenantStatus.ACTIVE);
        } catch (IllegalArgumentException noSlug) {
            return Optional.empty();
        }
    }
}
