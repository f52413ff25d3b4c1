package io.steadfast.platform.audit;

import io.steadfast.platform.security.AccessChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Writes changes of people's and keys' access into the trail. */
@ApplicationScoped
class AccessAudit {

    @Inject
    private AuditTrail trail;

    void onChange(@Observes AccessChange change) {
        trail.record(change.action(), change.objectKind(), change.objectId(), change.before(), change.after());
    }
}
