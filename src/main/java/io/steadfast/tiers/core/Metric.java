package io.steadfast.tiers.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a member has collected towards the tiers of a set, summed by period or, where the window rolls, by local day.
 * Immutable; in the metric's unit.
 */
public record Metric(SortedMap<LocalDate, Long> buckets) {

    static final Metric NONE = new Metric(new TreeMap<>());

    public Metric {
        buckets = Collections.unmodifiableSortedMap(new TreeMap<>(buckets));
    }

    /** The sum of those that count, by the calendar's periods. */
    static Metric of(Collection<MetricChange> changes, Predicate<MetricChange> counts, TierCalendar calendar) {
        SortedMap<LocalDate, Long> sums = new TreeMap<>();
        changes.stream()
                .filter(counts)
                .forEach(change -> sums.merge(calendar.bucket(change.countsAt()), change.delta(), Math::addExact));
        return new Metric(sums);
    }

    Metric plus(LocalDate bucket, long delta) {
        SortedMap<LocalDate, Long> changed = new TreeMap<>(buckets);
        changed.merge(bucket, delta, Math::addExact);
        return new Metric(changed);
    }

    /** What the period or window that {@code at} is in holds. */
    long at(TierCalendar calendar, Instant at) {
        if (!calendar.rolls()) {
            return buckets.getOrDefault(calendar.bucket(at), 0L);
        }
        return buckets.subMap(calendar.windowStart(at), calendar.date(at).plusDays(1)).values().stream()
                .reduce(0L, Math::addExact);
    }
}
