package io.steadfast.platform.faces;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIParameter;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ActionEvent;
import jakarta.faces.event.ActionListener;
import java.util.Map;
import java.util.Optional;

/**
 * Carries out what a button meant when it was drawn, or nothing. A page that comes back is worked out anew: by then somebody else may
 * have added a row, so that the same place means another, or taken away what it was about. A command that is about something says
 * about what by a parameter named {@value #MEANS}; where that differs from what stands there now, the person is told.
 */
public final class MeantCommands implements ActionListener {

    static final String MEANS = "means";

    private static final String RAN = MeantCommands.class.getName();

    private final ActionListener wrapped;

    public MeantCommands(ActionListener wrapped) {
        this.wrapped = wrapped;
    }

    @Override
    public void processAction(ActionEvent event) {
        FacesContext faces = event.getFacesContext();
        faces.getAttributes().put(RAN, true);
        Optional<String> means = event.getComponent().getChildren().stream()
                .filter(UIParameter.class::isInstance)
                .map(UIParameter.class::cast)
                .filter(parameter -> MEANS.equals(parameter.getName()))
                .findFirst()
                .map(UIParameter::getValue)
                .map(Object::toString);
        if (means.isEmpty() || means.equals(meant(faces))) {
            wrapped.processAction(event);
        } else {
            tell(faces);
        }
    }

    private static Optional<String> meant(FacesContext faces) {
        Map<String, String> sent = faces.getExternalContext().getRequestParameterMap();
        return Optional.ofNullable(sent.get(MEANS));
    }

    /** Whether a button was pressed that isn't there any more. */
    static boolean isUnmet(FacesContext faces) {
        return meant(faces).isPresent()
                && !faces.getAttributes().containsKey(RAN)
                && !faces.isValidationFailed()
                && !faces.getResponseComplete();
    }

    static void tell(FacesContext faces) {
        CDI.current().getBeanManager().getEvent().fire(new Refused());
        PageTexts texts = CDI.current().select(PageTexts.class).get();
        faces.addMessage(
                null, new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.text("faces", "changed_meanwhile"), null));
    }
}
