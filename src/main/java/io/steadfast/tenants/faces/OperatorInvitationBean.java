package io.steadfast.tenants.faces;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.OperatorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The page platform/invitation: whoever holds an operator's link chooses a password, once. */
@Named("operatorInvitation")
@RequestScoped
public class OperatorInvitationBean {

    @Inject
    private OperatorService operators;

    @Inject
    private HttpServletRequest request;

    private String password = "";

    /** The operator's name; empty where the link isn't good any more. */
    public String getName() {
        try {
            return operators.invited(getToken()).name();
        } catch (Refusal notValid) {
            return "";
        }
    }

    public String accept() {
        operators.accept(getToken(), password);
        return "/platform/signin?faces-redirect=true&welcome=true";
    }

    public String getToken() {
        return Optional.ofNullable(request.getParameter("token")).orElse("");
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
