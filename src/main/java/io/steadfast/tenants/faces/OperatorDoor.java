package io.steadfast.tenants.faces;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.SecurityRefusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What every bean of the operators' pages asks before it shows or does anything, whatever the filter let through. */
@Named("operatorDoor")
@RequestScoped
public class OperatorDoor {

    @Inject
    private CurrentActor currentActor;

    /** Refuses NOT_PERMITTED everybody but an operator. */
    void mustOperate() {
        boolean operates = currentActor
                .known()
                .filter(actor -> actor.kind() == Actor.Kind.OPERATOR)
                .isPresent();
        if (!operates) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }
}
