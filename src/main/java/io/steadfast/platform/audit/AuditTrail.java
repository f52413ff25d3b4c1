package io.steadfast.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.steadfast.platform.audit.store.AuditEntity;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.RealClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The trail of what was done to the tenant in hand's objects. */
@ApplicationScoped
public class AuditTrail {

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

    @Inject
    private TenantStore store;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private RealClock clock;

    /**
     * Writes one row in the transaction under way, with the actor in hand and the address they call from. At real time, not the
     * sandbox's: it tells of people.
     *
     * @param action in the product's words, as in {@code program.published}
     * @param objectKind as in {@code program}
     * @param before what stood, as records or maps that become JSON; null where there was nothing
     * @param after what stands now; null where nothing is left. Neither may hold a secret
     */
    public void record(
            String action, String objectKind, String objectId, @Nullable Object before, @Nullable Object after) {
        Actor actor = currentActor.actor();
        AuditEntity row = new AuditEntity();
        row.id = Ids.next();
        row.recordedAt = clock.now().atOffset(ZoneOffset.UTC);
        row.actorKind = actor.kind().name();
        row.actorId = actor.id();
        row.actorName = actor.name();
        row.address = currentActor.address();
        row.action = action;
        row.objectKind = objectKind;
        row.objectId = objectId;
        row.before = written(before);
        row.after = written(after);
        store.em().persist(row);
    }

    private @Nullable String written(@Nullable Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("Not writable as JSON: " + value.getClass(), failure);
        }
    }
}
