package io.steadfast.members.core;

import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.Optional;

/**
 * A member's time in a program.
 *
 * @param channel where it happened, of the tenant's list
 * @param termsVersion the latest accepted; empty when none was
 * @param leftAt exclusive; empty while it lasts
 */
public record Enrolment(
        ProgramCode program,
        String channel,
        Instant enrolledAt,
        Optional<Instant> leftAt,
        Optional<String> termsVersion) {

    /** Whether the member was in the program at that instant. */
    public boolean covers(Instant at) {
        return !at.isBefore(enrolledAt) && leftAt.map(at::isBefore).orElse(true);
    }
}
