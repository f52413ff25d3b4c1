package io.steadfast.charities.core;

import io.steadfast.programs.core.CharityCode;
import java.time.Instant;
import java.util.Optional;

/**
 * A charity of the tenant's register.
 *
 * @param closedAt empty while it is open
 * @param version rises with every change
 */
public record Charity(CharityCode code, CharityProfile profile, Optional<Instant> closedAt, long version) {

    public boolean open() {
        return profile.status() == CharityStatus.OPEN;
    }
}
