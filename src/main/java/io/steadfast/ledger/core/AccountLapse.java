package io.steadfast.ledger.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A lapse of an account that is posted, as an activity finds it that happened before and is heard of after.
 *
 * @param at the deadline that had passed
 * @param revivedAt the earliest activity since that counts for the account; empty: none
 * @param parts what it ended, and what ended with it since because a hold had kept it
 * @param dates when the lots it touched expire without it: as they stand, and as they stood before where it or a return to the lapsed
 *     account dated them last; empty: never
 */
public record AccountLapse(
        Instant at, Optional<Instant> revivedAt, List<Part> parts, Map<UUID, Optional<Instant>> dates) {

    /**
     * Points of a lot that the lapse ended.
     *
     * @param from the state they were in
     */
    public record Part(UUID lot, LotState from, long points) {}

    public AccountLapse {
        parts = List.copyOf(parts);
        dates = Map.copyOf(dates);
    }

    /** Whether an activity, had it been heard of in time, would have kept the account alive beyond this. */
    boolean undoneBy(Instant activity, Instant until) {
        return activity.isBefore(at)
                && until.isAfter(at)
                && revivedAt.map(until::isAfter).orElse(true);
    }
}
