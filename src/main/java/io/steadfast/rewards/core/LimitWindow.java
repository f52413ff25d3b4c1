package io.steadfast.rewards.core;

import io.steadfast.programs.core.Cap;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * The stretch of the program's calendar over which a member's redemptions are counted.
 *
 * @param start inclusive; empty: since ever
 * @param end exclusive; empty: for ever
 */
public record LimitWindow(Optional<Instant> start, Optional<Instant> end) {

    /** The window in which the instant lies. */
    public static LimitWindow of(Cap.Period period, Instant now, ZoneId zone) {
        LocalDate day = now.atZone(zone).toLocalDate();
        return switch (period) {
            case DAY -> between(day, day.plusDays(1), zone);
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield between(monday, monday.plusWeeks(1), zone);
            }
            case MONTH -> between(day.withDayOfMonth(1), day.withDayOfMonth(1).plusMonths(1), zone);
            case QUARTER -> {
                LocalDate first = LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
                yield between(first, first.plusMonths(3), zone);
            }
            case YEAR -> between(day.withDayOfYear(1), day.withDayOfYear(1).plusYears(1), zone);
            case EVER -> new LimitWindow(Optional.empty(), Optional.empty());
        };
    }

    private static LimitWindow between(LocalDate first, LocalDate next, ZoneId zone) {
        return new LimitWindow(
                Optional.of(first.atStartOfDay(zone).toInstant()),
                Optional.of(next.atStartOfDay(zone).toInstant()));
    }
}
