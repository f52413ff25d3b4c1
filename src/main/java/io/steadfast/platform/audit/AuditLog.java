package io.steadfast.platform.audit;

import io.steadfast.platform.audit.store.AuditRows;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The trail, read. Refuses NOT_PERMITTED a person without {@code AUDIT_VIEW}. */
@ApplicationScoped
public class AuditLog {

    private static final int MOST = 200;

    @Inject
    private AuditRows rows;

    @Inject
    private CurrentActor currentActor;

    /** What was done before the row given, the latest first; with a text only actions that begin with it. */
    @Transactional
    public List<AuditLine> page(Optional<UUID> before, String action, int limit) {
        currentActor.actor().must(Permission.AUDIT_VIEW);
        return rows.page(before, action, Math.min(limit, MOST));
    }

    /** What was done to one object, the latest first. */
    @Transactional
    public List<AuditLine> of(String objectKind, String objectId, int limit) {
        currentActor.actor().must(Permission.AUDIT_VIEW);
        return rows.of(objectKind, objectId, Math.min(limit, MOST));
    }
}
