package io.steadfast.members.core;

import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.Optional;

/**
 * An enrolment to be, or the acceptance of another version of the terms.
 *
 * @param at empty means when the member joined, and for a member who is known already, now
 * @param referralCode the code of the member who brought them
 */
public record NewEnrolment(
        ProgramCode program,
        String channel,
        Optional<String> termsVersion,
        Optional<Instant> at,
        Optional<String> referralCode) {

    /** Of somebody whom nobody brought. */
    public NewEnrolment(ProgramCode program, String channel, Optional<String> termsVersion, Optional<Instant> at) {
        this(program, channel, termsVersion, at, Optional.empty());
    }
}
