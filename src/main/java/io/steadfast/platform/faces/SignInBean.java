package io.steadfast.platform.faces;

import io.steadfast.platform.i18n.Texts;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page signin: brand, e-mail and password, and what to do when it didn't work. */
@Named("signIn")
@RequestScoped
public class SignInBean {
    private static final String START = "/index?faces-redirect=true";

    @Inject
    private SignInService service;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Reader reader;

    @Inject
    private PersonalLanguage personal;

    @Inject
    private RealClock realClock;

    private String brand = "";
    private String email = "";
    private String password = "";
    private @Nullable SignInOutcome outcome;

    public String signIn() {
        HttpServletResponse response = (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
        SignInOutcome came = service.signIn(request, response, new SignInService.Attempt(brand, email, password));
        outcome = came;
        if (came.kind() != SignInOutcome.Kind.SIGNED_IN) {
            return "";
        }
        personal.of(request).ifPresent(language -> response.addCookie(LanguageFilter.cookie(language, request)));
        return START;
    }

    public String signOut() {
        service.signOut(request);
        return "/signin?faces-redirect=true";
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
        long minutes = outcome == null ? 0 : outcome.minutesLeft(realClock.now());
        return Texts.text("faces", getTrouble() + "_text", reader.locale(), Map.of("count", minutes));
    }

    public String getBrand() {
        return brand;
    }

    public void setBrand(String brand) {
        this.brand = brand;
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
