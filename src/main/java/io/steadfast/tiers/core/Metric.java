package io.steadfast.tiers.core;

import io.steadfast.programs.core.TierSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a member has collected towards the tiers of a set, summed by period or, where the window rolls, by local day.
 * Immutable; in the metric's unit.
 *
 * @param others the same of what is measured beside the metric, by its name
 * @param carries what comes over from period to period, by rising day; empty where nothing does
 * @param late what returns took of a period after its end, where they leave alone what came over
 */
public record Metric(
        SortedMap<LocalDate, Long> buckets,
        SortedMap<String, SortedMap<LocalDate, Long>> others,
        List<Carry> carries,
        SortedMap<LocalDate, Long> late) {

    static final Metric NONE = new Metric(new TreeMap<>(), new TreeMap<>(), List.of(), new TreeMap<>());

    public Metric {
        buckets = Collections.unmodifiableSortedMap(new TreeMap<>(buckets));
        SortedMap<String, SortedMap<LocalDate, Long>> copy = new TreeMap<>();
        others.forEach((measure, sums) -> copy.put(measure, Collections.unmodifiableSortedMap(new TreeMap<>(sums))));
        others = Collections.unmodifiableSortedMap(copy);
        carries = List.copyOf(carries);
        late = Collections.unmodifiableSortedMap(new TreeMap<>(late));
    }

    /** The same where into periods that begin from a day on comes over what a set says. */
    Metric under(TierSet set, LocalDate from) {
        Optional<Carry> stated = Carry.of(set, from);
        if (stated.isEmpty() && carries.isEmpty()) {
            return this;
        }
        Carry next = stated.orElseGet(() -> Carry.none(from));
        boolean known = !carries.isEmpty() && carries.get(carries.size() - 1).carriesLike(next);
        if (known) {
            return this;
        }
        List<Carry> all = new ArrayList<>(carries);
        all.add(next);
        return new Metric(buckets, others, all, late);
    }

    /** This and the sum of those that count, by the calendar's periods. */
    Metric with(Collection<MetricChange> changes, Predicate<MetricChange> counts, TierCalendar calendar) {
        SortedMap<LocalDate, Long> sums = new TreeMap<>(buckets);
        SortedMap<String, SortedMap<LocalDate, Long>> beside = new TreeMap<>();
        others.forEach((measure, known) -> beside.put(measure, new TreeMap<>(known)));
        SortedMap<LocalDate, Long> taken = new TreeMap<>(late);
        for (MetricChange change : changes) {
            if (!counts.test(change)) {
                continue;
            }
            LocalDate bucket = calendar.bucket(change.countsAt());
            SortedMap<LocalDate, Long> changed =
                    change.isOfMetric() ? sums : beside.computeIfAbsent(change.measure(), measure -> new TreeMap<>());
            changed.merge(bucket, change.delta(), Math::addExact);
            if (change.isOfMetric() && isLate(change, bucket, calendar)) {
                taken.merge(bucket, change.delta(), Math::addExact);
            }
        }
        return new Metric(sums, beside, carries, taken);
    }

    Metric plus(MetricChange change, TierCalendar calendar) {
        return with(List.of(change), any -> true, calendar);
    }

    /** Whether it took back something of a period that was over, and nothing of what had come over. */
    private boolean isLate(MetricChange change, LocalDate bucket, TierCalendar calendar) {
        return !carries.isEmpty()
                && carries.get(carries.size() - 1).onReturn() == TierSet.OnReturn.KEEP_UNTIL_REVIEW
                && change.delta() < 0
                && calendar.periodEnd(bucket)
                        .filter(end -> !end.isAfter(calendar.date(change.at())))
                        .isPresent();
    }

    /** What the period or window that {@code at} is in holds. */
    long at(TierCalendar calendar, Instant at) {
        return Math.addExact(sum(buckets, calendar, at), carriedInto(calendar, at));
    }

    /** How much of that came over from the period before. */
    long carriedInto(TierCalendar calendar, Instant at) {
        if (carries.isEmpty() || buckets.isEmpty() || calendar.rolls()) {
            return 0;
        }
        LocalDate present = calendar.bucket(at);
        LocalDate period = buckets.firstKey();
        long over = 0;
        while (period.isBefore(present)) {
            LocalDate next = calendar.periodEnd(period).orElse(present);
            long held = over + buckets.getOrDefault(period, 0L) - late.getOrDefault(period, 0L);
            over = into(next).map(carry -> carry.over(held)).orElse(0L);
            period = next;
        }
        return over;
    }

    /** By what rules something comes over into a period. */
    private Optional<Carry> into(LocalDate start) {
        return carries.stream().filter(carry -> !carry.from().isAfter(start)).reduce((earlier, later) -> later);
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
