package io.steadfast.platform.faces;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.io.Serial;

/** Tells whoever pressed a button that is gone by now: a page that only comes back without it would look as if nothing had been pressed. */
public final class UnmetCommands implements PhaseListener {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public void afterPhase(PhaseEvent event) {
        if (MeantCommands.isUnmet(event.getFacesContext())) {
            MeantCommands.tell(event.getFacesContext());
        }
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.INVOKE_APPLICATION;
    }
}
