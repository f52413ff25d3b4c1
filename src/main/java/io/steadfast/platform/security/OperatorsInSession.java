package io.steadfast.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.steadfast.platform.security.store.OperatorRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Who the operators behind sessions are right now; what was read is believed for 2.5 s. */
@ApplicationScoped
class OperatorsInSession {

    private static final Duration FRESH = Duration.ofMillis(2500);
    private static final int MOST = 1_000;

    private record Known(Actor actor, int epoch) {}

    private final Cache<UUID, Known> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();

    @Inject
    private OperatorRows rows;

    /** The actor of this session; empty when it has ended: signed out everywhere, locked out. */
    Optional<Actor> actor(SessionOperator operator) {
        Known found = known.getIfPresent(operator.id());
        if (found == null) {
            Optional<OperatorRows.Kept> row = rows.find(operator.id()).filter(OperatorRows.Kept::active);
            if (row.isEmpty()) {
                return Optional.empty();
            }
            found = new Known(
                    Actor.operator(operator.id().toString(), row.get().name()),
                    row.get().epoch());
            known.put(operator.id(), found);
        }
        return found.epoch() == operator.epoch() ? Optional.of(found.actor()) : Optional.empty();
    }

    void forget(UUID operator) {
        known.invalidate(operator);
    }
}
