package io.steadfast.tenants.faces;

import io.steadfast.platform.faces.LanguageFilter;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.security.PersonalLanguage;
import io.steadfast.platform.security.SignInOutcome;
import io.steadfast.platform.security.SignInService;
import io.steadfast.platform.time.RealClock;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The page platform/signin: operators come in here, and by no brand's door. */
@Named("operatorSignIn")
@RequestScoped
public class OperatorSignInBean {

    private static final String START = "/platform/tenants?faces-redirect=true";
    private static final String DOOR = "/platform/signin?faces-redirect=true";

    @Inject
    private SignInService service;

    @Inject
    private HttpServletRequest request;

    @Inject
    private PersonalLanguage personal;

    @Inject
    private RealClock clock;

    @Inject
    private PageTexts t;

    private String email = "";
    private String password = "";
    private @Nullable SignInOutcome outcome;

    public String signIn() {
        HttpServletResponse response = (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
        SignInOutcome came = service.signIn(request, response, new SignInService.AsOperator(email, password));
        outcome = came;
        if (came.kind() != SignInOutcome.Kind.SIGNED_IN) {
            return "";
        }
        personal.of(request).ifPresent(language -> response.addCookie(LanguageFilter.cookie(language, request)));
        return START;
    }

    public String signOut() {
        service.signOut(request);
        return DOOR;
    }

    /** Whether a session ended by itself and led here. */
    public boolean isExpired() {
        return outcome == null && request.getParameter("expired") != null;
    }

    /** What went wrong, as the beginning of its texts' keys; empty when nothing did. */
    public String getTrouble() {
        return outcome == null || outcome.kind() == SignInOutcome.Kind.SIGNED_IN
                ? ""
                : outcome.kind().name().toLowerCase(Locale.ROOT);
    }

    public String getTroubleText() {
        long minutes = outcome == null ? 0 : outcome.minutesLeft(clock.now());
        return t.with("tenants", getTrouble() + "_text", "count", minutes);
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
