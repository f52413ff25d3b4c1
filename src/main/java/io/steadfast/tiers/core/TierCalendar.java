package io.steadfast.tiers.core;

import io.steadfast.programs.core.CalendarUnit;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSet.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The calendar of a tier set for one member: to which period a moment belongs, how long a tier reached then is valid,
 * when it is reviewed (domain 28 to 32). All of it in whole local days of the program's zone.
 */
final class TierCalendar {

    /** The start of the only period of a metric that counts a whole life or since the tier's start. */
    static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    private static final int MONTHS_A_YEAR = 12;

    private final TierSet set;
    private final ZoneId zone;
    private final LocalDate joined;

    TierCalendar(TierSet set, ZoneId zone, Instant enrolledAt) {
        this.set = set;
        this.zone = zone;
        this.joined = date(enrolledAt);
    }

    LocalDate date(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    /** The bucket in which a moment's metric is summed: its period's first day, or the day itself where the window rolls. */
    LocalDate bucket(Instant countsAt) {
        return rolls() ? date(countsAt) : periodStart(date(countsAt));
    }

    boolean rolls() {
        return set.period().kind() == Period.Kind.ROLLING;
    }

    /** The first day of the period or window that a moment sees. */
    LocalDate windowStart(Instant at) {
        LocalDate day = date(at);
        return rolls() ? plus(day, -windowLength(), windowUnit()).plusDays(1) : periodStart(day);
    }

    /** The first day after the period that a day is in; empty where periods don't end. */
    Optional<LocalDate> periodEnd(LocalDate day) {
        return switch (set.period().kind()) {
            case CALENDAR_YEAR -> Optional.of(periodStart(day).plusYears(1));
            case CALENDAR_HALF -> Optional.of(periodStart(day).plusMonths(6));
            case CALENDAR_QUARTER -> Optional.of(periodStart(day).plusMonths(3));
            case CALENDAR_MONTH -> Optional.of(periodStart(day).plusMonths(1));
            case ANNIVERSARY -> Optional.of(anniversaryAfter(joined, day));
            case ROLLING -> Optional.of(plus(day, windowLength(), windowUnit()));
            case LIFETIME, SINCE_TIER_START -> Optional.empty();
        };
    }

    /** The exclusive instant to which a tier reached at {@code reached} is valid; empty where it has no end. */
    Optional<Instant> validUntil(Instant reached) {
        LocalDate day = date(reached);
        TierSet.TierValidity validity = set.validity();
        return switch (validity.kind()) {
            case TO_END_OF_PERIOD -> periodEnd(day).map(this::startOf);
            case TO_END_OF_NEXT_PERIOD ->
                periodEnd(day).flatMap(this::periodEnd).map(this::startOf);
            case DURATION ->
                Optional.of(startOf(plus(
                                day,
                                validity.amount().orElseThrow(),
                                validity.unit().orElseThrow())
                        .plusDays(1)));
            case LIFETIME -> Optional.empty();
            case FIXED_DATE -> Optional.of(startOf(validity.date().orElseThrow().plusDays(1)));
        };
    }

    /**
     * When a tier that is valid until {@code until} falls if it isn't kept: there and then or on the anniversary, once what was
     * reported late had its days to arrive (metric grace), and as many days later as benefits outlast the failing (status grace).
     */
    Instant reviewAt(Instant from, Instant until) {
        LocalDate end = date(until);
        LocalDate review = switch (set.review()) {
            case AT_ONCE -> end;
            case JOIN_ANNIVERSARY -> anniversaryFrom(joined, end);
            case TIER_ANNIVERSARY -> anniversaryFrom(date(from), end);
        };
        return startOf(
                review.plusDays(set.grace().metricDays()).plusDays(set.grace().statusDays()));
    }

    /** When a tier begins that is reached at an instant and doesn't begin at once; empty where nothing ends that it waits for. */
    Optional<Instant> beginsAt(Instant reached, Instant heldFrom) {
        LocalDate day = date(reached);
        return switch (set.upgrade()) {
            case IMMEDIATE -> Optional.of(reached);
            case NEXT_PERIOD -> periodEnd(day).map(this::startOf);
            case JOIN_ANNIVERSARY -> Optional.of(startOf(anniversaryAfter(joined, day)));
            case TIER_ANNIVERSARY -> Optional.of(startOf(anniversaryAfter(date(heldFrom), day)));
        };
    }

    private LocalDate periodStart(LocalDate day) {
        return switch (set.period().kind()) {
            case CALENDAR_YEAR -> calendarStart(day, MONTHS_A_YEAR);
            case CALENDAR_HALF -> calendarStart(day, 6);
            case CALENDAR_QUARTER -> calendarStart(day, 3);
            case CALENDAR_MONTH -> day.withDayOfMonth(1);
            case ANNIVERSARY -> joined.plusYears(yearsToAnniversaryAfter(joined, day) - 1);
            case ROLLING -> day;
            case LIFETIME, SINCE_TIER_START -> ALWAYS;
        };
    }

    private LocalDate calendarStart(LocalDate day, int months) {
        int startMonth = set.period().startMonth().orElse(1);
        int passed = Math.floorMod(day.getMonthValue() - startMonth, months);
        return day.withDayOfMonth(1).minusMonths(passed);
    }

    /** The anniversary after a day, clamped from the original day in each year: 29 February is 28 February in common years. */
    private static LocalDate anniversaryAfter(LocalDate origin, LocalDate day) {
        return origin.plusYears(yearsToAnniversaryAfter(origin, day));
    }

    private static long yearsToAnniversaryAfter(LocalDate origin, LocalDate day) {
        long years = ChronoUnit.YEARS.between(origin, day) - 1;
        while (!origin.plusYears(years).isAfter(day)) {
            years++;
        }
        return years;
    }

    private static LocalDate anniversaryFrom(LocalDate origin, LocalDate day) {
        return anniversaryAfter(origin, day.minusDays(1));
    }

    private int windowLength() {
        return set.period().amount().orElseThrow();
    }

    private CalendarUnit windowUnit() {
        return set.period().unit().orElseThrow();
    }

    /** A month after 31 January is the last day of February. */
    private static LocalDate plus(LocalDate day, int amount, CalendarUnit unit) {
        return day.plus(amount, unit.chronoUnit());
    }
}
