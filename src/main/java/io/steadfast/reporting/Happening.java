package io.steadfast.reporting;

import io.steadfast.shared.MemberId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened, for the list of last events.
 *
 * @param at when it was booked, in real time
 * @param points moved by an entry; 0 for others
 * @param kind of an entry, as in {@code ACCRUAL}
 * @param program and {@code version}, {@code rule}: what judged it
 * @param subject the order or activity, as {@code source / reference}; of a version, who published it
 */
public record Happening(
        Sort sort,
        Instant at,
        Optional<MemberId> member,
        Optional<String> memberName,
        long points,
        String kind,
        Optional<String> program,
        Optional<Integer> version,
        Optional<String> rule,
        Optional<String> subject) {

    /** What sort of thing. */
    public enum Sort {
        ENTRY,
        /** An order or activity that gave nothing. */
        SKIPPED,
        JOINED,
        PUBLISHED
    }
}
