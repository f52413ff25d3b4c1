package io.steadfast.tills.faces;

import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.refusals.RefusalTexts;
import io.steadfast.platform.security.SignInOutcome;
import io.steadfast.platform.security.SignInService;
import io.steadfast.platform.time.RealClock;
import io.steadfast.tills.TillLocks;
import io.steadfast.tills.core.Till;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page till: a registered till between two people. Whoever served before is signed out when it is shown. */
@Named("lock")
@RequestScoped
public class LockBean {

    /** A till that is left with nobody near locks itself in its page; the session is the net below that. */
    private static final int LONGEST = Math.toIntExact(Duration.ofMinutes(60).toSeconds());

    @Inject
    private TillHere here;

    @Inject
    private SignInService service;

    @Inject
    private TillLocks locks;

    @Inject
    private FrameBean frame;

    @Inject
    private RealClock clock;

    @Inject
    private HttpServletRequest request;

    @Inject
    private PageTexts t;

    private String number = "";
    private String pin = "";
    private String tillLocked = "";
    private @Nullable SignInOutcome outcome;

    @PostConstruct
    void leave() {
        boolean shown = !FacesContext.getCurrentInstance().isPostback();
        if (shown && request.getUserPrincipal() != null) {
            service.signOut(request);
        }
    }

    public Optional<Till> getTill() {
        return here.getTill();
    }

    /** Signs in by number and PIN; the next page is the store screen. */
    public String enter() {
        Optional<Till> till = here.getTill();
        if (till.isEmpty()) {
            return "/signin?faces-redirect=true";
        }
        UUID id = till.get().id();
        try {
            inBrand(() -> locks.tryPin(id));
        } catch (Refusal locked) {
            tillLocked = RefusalTexts.text(locked.reason(), locked.details(), frame.getLocale());
            return "";
        }
        HttpServletResponse response = (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
        SignInOutcome came = service.signIn(
                request, response, new SignInService.AtTill(here.brand().orElseThrow(), number, pin));
        outcome = came;
        if (came.kind() != SignInOutcome.Kind.SIGNED_IN) {
            return "";
        }
        inBrand(() -> locks.wasRight(id));
        request.getSession().setMaxInactiveInterval(LONGEST);
        return "/store/index?faces-redirect=true";
    }

    /** Nobody is signed in here, so the brand is in hand only as long as it takes. */
    private void inBrand(Runnable work) {
        here.inBrand(() -> {
            work.run();
            return Optional.of(true);
        });
    }

    /** What went wrong; empty when nothing did. */
    public String getTrouble() {
        if (!tillLocked.isEmpty()) {
            return tillLocked;
        }
        if (outcome == null || outcome.kind() == SignInOutcome.Kind.SIGNED_IN) {
            return "";
        }
        return switch (outcome.kind()) {
            case PAUSED_HERE -> t.with("tills", "lock_paused_here", "count", outcome.minutesLeft(clock.now()));
            case LOCKED -> t.text("tills", "lock_locked");
            default -> t.text("tills", "lock_wrong");
        };
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number.strip();
    }

    public String getPin() {
        return pin;
    }

    public void setPin(String pin) {
        this.pin = pin.strip();
    }
}
