package io.steadfast.tiers.core;

import io.steadfast.programs.core.TierSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a member has collected towards the tiers of a set, summed by period or, where the window rolls, by local day.
 * Immutable; in the metric's unit.
 *
 * @param others the same of what is measured beside the metric, by its name
 */
public record Metric(SortedMap<LocalDate, Long> buckets, SortedMap<String, SortedMap<LocalDate, Long>> others) {

    static final Metric NONE = new Metric(new TreeMap<>(), new TreeMap<>());

    public Metric {
        buckets = Collections.unmodifiableSortedMap(new TreeMap<>(buckets));
        SortedMap<String, SortedMap<LocalDate, Long>> copy = new TreeMap<>();
        others.forEach((measure, sums) -> copy.put(measure, Collections.unmodifiableSortedMap(new TreeMap<>(sums))));
        others = Collections.unmodifiableSortedMap(copy);
    }

    /** The sum of those that count, by the calendar's periods. */
    static Metric of(Collection<MetricChange> changes, Predicate<MetricChange> counts, TierCalendar calendar) {
        return changes.stream()
                .filter(counts)
                .reduce(NONE, (sum, change) -> sum.plus(change, calendar), (one, other) -> one);
    }

    Metric plus(MetricChange change, TierCalendar calendar) {
        LocalDate bucket = calendar.bucket(change.countsAt());
        if (change.isOfMetric()) {
            return new Metric(plus(buckets, bucket, change.delta()), others);
        }
        SortedMap<String, SortedMap<LocalDate, Long>> changed = new TreeMap<>(others);
        changed.put(
                change.measure(), plus(others.getOrDefault(change.measure(), new TreeMap<>()), bucket, change.delta()));
        return new Metric(buckets, changed);
    }

    private static SortedMap<LocalDate, Long> plus(SortedMap<LocalDate, Long> sums, LocalDate bucket, long delta) {
        SortedMap<LocalDate, Long> changed = new TreeMap<>(sums);
        changed.merge(bucket, delta, Math::addExact);
        return changed;
    }

    /** What the period or window that {@code at} is in holds. */
    long at(TierCalendar calendar, Instant at) {
        return sum(buckets, calendar, at);
    }

    /** The same of anything that is measured. */
    long at(TierCalendar calendar, Instant at, String measure) {
        return measure.equals(TierSet.METRIC)
                ? at(calendar, at)
                : sum(others.getOrDefault(measure, Collections.emptySortedMap()), calendar, at);
    }

    private static long sum(SortedMap<LocalDate, Long> sums, TierCalendar calendar, Instant at) {
        Map<LocalDate, Long> seen = calendar.rolls()
                ? sums.subMap(calendar.windowStart(at), calendar.date(at).plusDays(1))
                : Map.of(calendar.bucket(at), sums.getOrDefault(calendar.bucket(at), 0L));
        return seen.values().stream().reduce(0L, Math::addExact);
    }
}
