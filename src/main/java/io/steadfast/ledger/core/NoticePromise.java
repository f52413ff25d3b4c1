package io.steadfast.ledger.core;

import io.steadfast.shared.ProgramCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;

/**
 * The promise that points of a wallet lapse only after their member was told (domain 25).
 *
 * @param program that makes it, by its version in force
 * @param days the least between the notice and the expiry, more than 0
 * @param zone of the program's calendar
 */
public record NoticePromise(ProgramCode program, int version, int days, ZoneId zone) {

    /** So long before the last moment the notice is asked for: a channel may be down for a while. */
    private static final Duration AHEAD = Duration.ofDays(7);

    public NoticePromise {
        if (days < 1) {
            throw new IllegalArgumentException("A notice of " + days + " days");
        }
    }

    /** The same for what was promised other days. */
    public NoticePromise of(int other) {
        return new NoticePromise(program, version, other, zone);
    }

    /** When the notice of a planned date is asked for. */
    public Instant askAt(Instant planned) {
        return askAt(planned, days, zone);
    }

    /** The same for what was promised once and isn't any more. */
    public static Instant askAt(Instant planned, int days, ZoneId zone) {
        return planned.atZone(zone).minusDays(days).toInstant().minus(AHEAD);
    }

    /**
     * The date that a lot or account has from now on: the planned one, or where the notice came late the end of its last day, and
     * never one that has passed before anybody knew of it.
     *
     * @param sentAt when the member was told
     */
    public Instant dateAfter(Instant planned, Instant sentAt, Instant now) {
        return Stream.of(planned, endOf(sentAt, days), endOf(now, 0))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private Instant endOf(Instant start, int later) {
        LocalDate last = start.atZone(zone).toLocalDate().plusDays(later);
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
