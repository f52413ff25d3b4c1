package io.steadfast.platform.faces;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.PersonService;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.NoTenantException;
import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The page invitation: whoever holds the link chooses a password, once. */
@Named("invitation")
@RequestScoped
public class InvitationBean {

    @Inject
    private PersonService people;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private HttpServletRequest request;

    private String password = "";

    /** The person's name; empty where the link isn't good any more. */
    public String getName() {
        try {
            return inBrand(() -> people.invited(getToken()).name());
        } catch (Refusal notValid) {
            return "";
        }
    }

    public String accept() {
        inBrand(() -> people.accept(getToken(), password));
        return "/signin?faces-redirect=true&welcome=true";
    }

    public String getBrand() {
        return Optional.ofNullable(request.getParameter("brand")).orElse("");
    }

    public String getToken() {
        return Optional.ofNullable(request.getParameter("token")).orElse("");
    }

    private <T> T inBrand(Callable<T> work) {
        try {
            return currentTenant.call(new TenantSlug(getBrand()), work);
        } catch (IllegalArgumentException | NoTenantException noBrand) {
            throw new Refusal(SecurityRefusal.INVITATION_NOT_VALID);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
