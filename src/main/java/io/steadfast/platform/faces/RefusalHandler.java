package io.steadfast.platform.faces;

import io.steadfast.platform.idempotency.RefusalProofService;
import io.steadfast.platform.refusals.FieldError;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.refusals.RefusalTexts;
import io.steadfast.platform.rest.DoorReason;
import io.steadfast.platform.rest.ProblemServlet;
import io.steadfast.shared.RefusalKind;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A refused command is a message on the page where it was given, and an expired page leads back to itself by way of
 * sign-in. Everything else stays an error of the server; where a script asked, which shows no page of an answer, it is led to
 * the page that says so.
 */
public class RefusalHandler extends ExceptionHandlerWrapper {
    private static final Logger LOG = Logger.getLogger(RefusalHandler.class.getName());
    private static final int DEEPEST = 20;
    private static final Pattern OF_THE_PAGE = Pattern.compile("id|member|program|code|draft|work|slug");

    public RefusalHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
        FacesContext faces = FacesContext.getCurrentInstance();
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            Throwable thrown = events.next().getContext().getException();
            if (handled(thrown, faces)) {
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private static boolean handled(Throwable thrown, FacesContext faces) {
        Optional<Refusal> refusal = find(thrown, Refusal.class);
        if (refusal.isPresent()) {
            if (faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE) {
                turnAway(refusal.get(), faces);
            } else {
                keep(refusal.get(), faces);
                tell(refusal.get(), faces);
            }
            return true;
        }
        Optional<ViewExpiredException> expired = find(thrown, ViewExpiredException.class);
        if (expired.isPresent()) {
            startAgain(expired.get(), faces);
            return true;
        }
        if (isWithoutParts(thrown, faces)) {
            tell(new Refusal(DoorReason.BAD_REQUEST), faces);
            return true;
        }
        if (faces.getPartialViewContext().isAjaxRequest()) {
            LOG.log(Level.SEVERE, "A page failed at " + faces.getCurrentPhaseId(), thrown);
            leadTo(ProblemServlet.OF_A_SCRIPT, faces);
            return true;
        }
        return false;
    }

    /** A form for files that was sent as if it were for none: the container finds no parts to read. */
    private static boolean isWithoutParts(Throwable thrown, FacesContext faces) {
        String type = Optional.ofNullable(faces.getExternalContext().getRequestContentType())
                .orElse("");
        return find(thrown, ServletException.class).isPresent()
                && !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** What a page would show isn't there, or not for this person: there is no page to put a message on. */
    private static void turnAway(Refusal refusal, FacesContext faces) {
        boolean forbidden = refusal.reason().kind() == RefusalKind.FORBIDDEN;
        try {
            faces.getExternalContext().responseReset();
            faces.getExternalContext()
                    .responseSendError(
                            forbidden ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND,
                            refusal.reason().name());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        faces.responseComplete();
    }

    /** A message is gone with the page; why something was refused stays with the member. */
    private static void keep(Refusal refusal, FacesContext faces) {
        CDI.current()
                .select(RefusalProofService.class)
                .get()
                .keepOfPage("PAGE " + faces.getViewRoot().getViewId(), refusal);
    }

    private static void tell(Refusal refusal, FacesContext faces) {
        Locale language = faces.getViewRoot().getLocale();
        faces.validationFailed();
        CDI.current().getBeanManager().getEvent().fire(new Refused());
        if (refusal.errors().isEmpty()) {
            add(faces, RefusalTexts.text(refusal.reason(), refusal.details(), language));
        }
        for (FieldError error : refusal.errors()) {
            add(faces, RefusalTexts.text(error.reason(), error.details(), language));
        }
        faces.renderResponse();
    }

    private static void add(FacesContext faces, String text) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    /** The page itself is asked for again; whoever isn't signed in any more is led to sign-in and back by the door. */
    private static void startAgain(ViewExpiredException expired, FacesContext faces) {
        String view =
                Optional.ofNullable(expired.getViewId()).orElse("/index.xhtml").replaceAll("\\.xhtml$", "");
        leadTo(view + "?expired=true" + about(faces), faces);
    }

    /** What the page is about, as its forms send it beside their fields: a page of one member asks for that member again. */
    private static String about(FacesContext faces) {
        StringBuilder query = new StringBuilder();
        faces.getExternalContext().getRequestParameterMap().forEach((name, value) -> {
            boolean formItself = name.equals(value);
            if (OF_THE_PAGE.matcher(name).matches() && !formItself) {
                query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return query.toString();
    }

    private static void leadTo(String target, FacesContext faces) {
        try {
            faces.getExternalContext().redirect(faces.getExternalContext().getRequestContextPath() + target);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        faces.responseComplete();
    }

    private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        @Nullable Throwable at = thrown;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
            at = at.getCause();
        }
        return Optional.empty();
    }
}
