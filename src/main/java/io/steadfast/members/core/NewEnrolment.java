package io.steadfast.members.core;

import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.Optional;

/**
 * An enrolment to be, or the acceptance of another version of the terms.
 *
 * @param at empty means when the member joined, and for a member who is known already, now
 */
public record NewEnrolment(ProgramCode program, String channel, Optional<String> termsVersion, Optional<Instant> at) {}
