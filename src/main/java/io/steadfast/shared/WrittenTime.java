package io.steadfast.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Days and instants as people and other systems write them, in ISO 8601. The calendar of Java reaches a thousand million years further than
 * the database's and than any program: what lies out there is refused at the door, like a text that is no day.
 */
public final class WrittenTime {

    /** The oldest person alive was born later. */
    private static final int FIRST_YEAR_OF_DAYS = 1800;

    /** No order, activity or joining was recorded by a computer before. */
    private static final int FIRST_YEAR_OF_INSTANTS = 1900;

    /** Four digits, and a year is left for what is worked out from it. */
    private static final int LAST_YEAR = 9998;

    private WrittenTime() {}

    /**
     * A day like 2026-02-28.
     *
     * @throws DateTimeException for anything else, and outside of the years 1800 to 9998
     */
    public static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        within(day.getYear(), FIRST_YEAR_OF_DAYS);
        return day;
    }

    /**
     * An instant like 2026-02-28T09:30:00+08:00; the offset is needed, since a time without one means another instant on every machine.
     *
     * @throws DateTimeException for anything else, and outside of the years 1900 to 9998
     */
    public static Instant instant(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        within(time.getYear(), FIRST_YEAR_OF_INSTANTS);
        return time.toInstant();
    }

    private static void within(int year, int first) {
        if (year < first || year > LAST_YEAR) {
            throw new DateTimeException("outside of the years " + first + " to " + LAST_YEAR);
        }
    }
}
