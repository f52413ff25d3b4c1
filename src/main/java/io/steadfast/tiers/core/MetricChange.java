package io.steadfast.tiers.core;

import io.steadfast.programs.core.TierSet;
import java.time.Instant;
import java.util.Comparator;

/**
 * Something that moves a metric.
 *
 * @param at when it takes effect: the order's instant, or the return's
 * @param countsAt which moment's period it belongs to: the original order's instant, for a return too
 * @param source and {@code reference}: of the order or activity; they decide between changes of one instant
 * @param part tells an order from its returns at one instant
 * @param delta in the metric's unit; negative for a return
 * @param measure by what name it is counted; {@link TierSet#METRIC} for the metric itself
 */
public record MetricChange(
        Instant at, Instant countsAt, String source, String reference, int part, long delta, String measure)
        implements Comparable<MetricChange> {

    private static final Comparator<MetricChange> EFFECT_ORDER = Comparator.comparing(MetricChange::at)
            .thenComparing(MetricChange::source)
            .thenComparing(MetricChange::reference)
            .thenComparingInt(MetricChange::part);

    private static final Comparator<MetricChange> WHOLE_ORDER = EFFECT_ORDER.thenComparing(MetricChange::measure);

    /** Whether it is the metric itself that moves. */
    public boolean isOfMetric() {
        return measure.equals(TierSet.METRIC);
    }

    /** Whether it takes effect after another one: of what one order moves at once nothing comes first. */
    boolean isAfter(MetricChange other) {
        return EFFECT_ORDER.compare(this, other) > 0;
    }

    /** The same moved so many times as far; {@code -1} undoes it. */
    public MetricChange times(int factor) {
        return new MetricChange(at, countsAt, source, reference, part, Math.multiplyExact(delta, factor), measure);
    }

    /** The same as if it had moved so far. */
    public MetricChange of(long other) {
        return new MetricChange(at, countsAt, source, reference, part, other, measure);
    }

    /** The order in which changes take effect (domain 39). */
    @Override
    public int compareTo(MetricChange other) {
        return WHOLE_ORDER.compare(this, other);
    }
}
