package io.steadfast.platform.security;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why the try of this request failed; Jakarta Security's answer has no room for it. */
@RequestScoped
class SignInTrouble {

    private @Nullable Instant lockedUntil;
    private boolean closed;

    void locked(Instant until) {
        lockedUntil = until;
    }

    void closed() {
        closed = true;
    }

    Optional<Instant> lockedUntil() {
        return Optional.ofNullable(lockedUntil);
    }

    boolean isClosed() {
        return closed;
    }
}
