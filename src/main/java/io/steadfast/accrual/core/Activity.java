package io.steadfast.accrual.core;

import io.steadfast.shared.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Something a member did that isn't an order; unique in the tenant by source and reference.
 *
 * @param type as in {@code review}, {@code social_share}, or the tenant's own
 * @param attributes each with its values; numbers as plain decimals
 */
public record Activity(
        String type,
        String source,
        String reference,
        MemberId member,
        Instant occurredAt,
        Map<String, List<String>> attributes) {

    public Activity {
        attributes = Map.copyOf(attributes);
    }

    /** The same of another member. */
    public Activity of(MemberId other) {
        return new Activity(type, source, reference, other, occurredAt, attributes);
    }
}
