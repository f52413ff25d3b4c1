package io.steadfast.sandbox;

import io.steadfast.shared.MemberId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened in a sandbox.
 *
 * @param type as events have it, as in {@code points.expired}
 * @param at by the sandbox's clock
 * @param memberName empty for one without a name, and for one who was erased
 * @param details of the event that are plain words or figures, by name
 */
public record Occurrence(
        String type, Instant at, Optional<MemberId> member, Optional<String> memberName, Map<String, String> details) {

    public Occurrence {
        details = Map.copyOf(details);
    }

    /** A detail; empty where the event has none of that name. */
    public String detail(String name) {
        return details.getOrDefault(name, "");
    }
}
