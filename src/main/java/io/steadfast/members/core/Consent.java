package io.steadfast.members.core;

import java.time.Instant;
import java.util.Optional;

/**
 * A yes or no to one purpose on one channel. Marketing consent, apart from enrolment and from acceptance of the terms.
 *
 * @param answer whether it was given or withdrawn
 * @param source where it was said, as in {@code checkout}
 * @param textVersion which wording was shown
 */
public record Consent(
        String purpose,
        String channel,
        Answer answer,
        Instant at,
        String source,
        String textVersion,
        Optional<String> evidence) {

    public enum Answer {
        GRANTED,
        WITHDRAWN
    }
}
