package io.steadfast.memberships.core;

import io.steadfast.programs.core.Plan;
import io.steadfast.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What was agreed when a membership began; a later version of the program changes none of it.
 *
 * @param price for one interval; a notice may announce another
 * @param trialDays granted to this membership, 0 for none
 */
public record PlanTerms(
        Plan.Interval interval,
        Money price,
        int trialDays,
        int graceDays,
        Plan.Renewal renewal,
        Plan.PastDue pastDue,
        Plan.Refund refund,
        int priceNoticeDays,
        ZoneId zone) {

    LocalDate date(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** The first instant of a day, where the clocks skip midnight the first that there is. */
    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The exclusive end of the n-th period from an anchor: the anchor's day, or the last of a shorter month (domain 60). */
    Instant periodEnd(LocalDate anchor, int periods) {
        return startOf(anchor.plusMonths((long) interval.months() * periods));
    }

    Instant graceEnd(Instant dueAt) {
        return startOf(date(dueAt).plusDays(graceDays));
    }
}
