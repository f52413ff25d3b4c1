package io.steadfast.dates.core;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.List;

/** Which days of the year are celebrated on a date. */
public final class Celebration {

    private static final int MONTH = 100;
    private static final int LEAP_DAY = 229;

    private Celebration() {}

    /** As month times 100 plus day; on 28 February of a common year those of the 29th too. */
    public static List<Integer> on(LocalDate date) {
        int day = date.getMonthValue() * MONTH + date.getDayOfMonth();
        boolean leapDayToo =
                date.getMonth() == Month.FEBRUARY && date.getDayOfMonth() == 28 && !Year.isLeap(date.getYear());
        return leapDayToo ? List.of(day, LEAP_DAY) : List.of(day);
    }
}
