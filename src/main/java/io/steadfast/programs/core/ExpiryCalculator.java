package io.steadfast.programs.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When points lapse (domain 16 to 25b). A last usable day is reckoned on the program's calendar and becomes the
 * exclusive instant at which the next day starts there, so that daylight saving and zones take nothing away.
 */
public final class ExpiryCalculator {

    private ExpiryCalculator() {}

    /**
     * The exclusive instant of a lot's own date, the earliest of all policies.
     *
     * @param occurredAt of the order or activity
     * @param activeAt when the lot becomes usable; empty while that isn't known, policies from then on say nothing yet
     * @return empty where no policy sets a date of the lot's own
     */
    public static Optional<Instant> lotExpiry(
            List<ExpiryPolicy> policies, Instant occurredAt, Optional<Instant> activeAt, ZoneId zone) {
        return policies.stream()
                .flatMap(policy -> lastDay(policy, occurredAt, activeAt, zone).stream())
                .min(LocalDate::compareTo)
                .map(day -> endOf(day, zone));
    }

    /**
     * To when an activity moves the account's deadline.
     *
     * @param kinds what the activity is: an order that earned is both
     * @return the exclusive instant; empty where the policies know no inactivity or the activity doesn't count
     */
    public static Optional<Instant> inactivityDeadline(
            List<ExpiryPolicy> policies, Instant occurredAt, Set<ExpiryPolicy.KeepsAlive> kinds, ZoneId zone) {
        LocalDate day = occurredAt.atZone(zone).toLocalDate();
        return policies.stream()
                .filter(ExpiryPolicy.Inactivity.class::isInstance)
                .map(ExpiryPolicy.Inactivity.class::cast)
                .filter(policy -> policy.activities().stream().anyMatch(kinds::contains))
                .map(policy -> day.plus(policy.amount(), policy.unit().chronoUnit()))
                .min(LocalDate::compareTo)
                .map(last -> endOf(last, zone));
    }

    /** The first instant after a day of the zone's calendar; a day that a jump of the clock leaves out is no trouble. */
    public static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static Optional<LocalDate> lastDay(
            ExpiryPolicy policy, Instant occurredAt, Optional<Instant> activeAt, ZoneId zone) {
        LocalDate occurred = occurredAt.atZone(zone).toLocalDate();
        if (policy instanceof ExpiryPolicy.AfterDuration duration) {
            Optional<LocalDate> start = duration.start() == ExpiryPolicy.Start.ACTIVITY
                    ? Optional.of(occurred)
                    : activeAt.map(instant -> instant.atZone(zone).toLocalDate());
            return start.map(day -> day.plus(duration.amount(), duration.unit().chronoUnit()))
                    .map(day -> duration.roundUpTo()
                            .map(period -> roundedUp(day, period))
                            .orElse(day));
        }
        if (policy instanceof ExpiryPolicy.FixedDates fixed) {
            return nextOf(fixed.dates(), occurred.plusDays(fixed.minDays()));
        }
        return Optional.empty();
    }

    /** The first of the days of the year that isn't before the given one; 29 February is the 28th in common years. */
    public static Optional<LocalDate> nextOf(List<MonthDay> dates, LocalDate earliest) {
        return dates.stream()
                .map(date -> {
                    LocalDate thisYear = date.atYear(earliest.getYear());
                    return thisYear.isBefore(earliest) ? date.atYear(earliest.getYear() + 1) : thisYear;
                })
                .min(LocalDate::compareTo);
    }

    private static LocalDate roundedUp(LocalDate day, ExpiryPolicy.RoundUp period) {
        return switch (period) {
            case DAY -> day;
            case MONTH -> endOfMonths(day, 1);
            case QUARTER -> endOfMonths(day, 3);
            case HALF -> endOfMonths(day, 6);
            case YEAR -> endOfMonths(day, 12);
        };
    }

    /** The last day of the stretch of so many months, counted from January, in which the day lies. */
    private static LocalDate endOfMonths(LocalDate day, int months) {
        int lastMonth = ((day.getMonthValue() - 1) / months + 1) * months;
        return LocalDate.of(day.getYear(), lastMonth, 1).plusMonths(1).minusDays(1);
    }
}
