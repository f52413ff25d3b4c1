package io.steadfast.accrual.core;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When an activity took place, and how far it went: what its {@code occurredAt} and its attributes say.
 *
 * <p>The attributes that the product understands: {@code kind} as in {@code hike}; {@code distance} and {@code ascent} in
 * metres; {@code duration} in seconds, or as ISO 8601 as in {@code PT3H20M}. {@code occurredAt} is the start.
 *
 * @param until excluded; the start where it took no time
 */
public record ActivitySpan(Instant from, Instant until) {

    public static final String KIND = "kind";
    public static final String DISTANCE = "distance";
    public static final String DURATION = "duration";

    /** Longer than that isn't one activity. */
    public static final Duration LONGEST = Duration.ofDays(31);

    /** More is no figure that anybody could read. */
    private static final BigDecimal MOST_SECONDS =
            BigDecimal.valueOf(Duration.ofDays(36_500).toSeconds());

    /** Empty for an activity that doesn't say how long it took, or says it took longer than {@link #LONGEST}. */
    public static Optional<ActivitySpan> of(Activity activity) {
        return seconds(activity)
                .filter(seconds -> seconds.compareTo(BigDecimal.valueOf(LONGEST.toSeconds())) <= 0)
                .map(seconds -> Duration.ofNanos(seconds.movePointRight(9).longValue()))
                .map(duration -> new ActivitySpan(
                        activity.occurredAt(), activity.occurredAt().plus(duration)));
    }

    /** A figure that was told; empty for what no condition reads as one, which keeps it short. */
    public static Optional<BigDecimal> figure(String text) {
        return FactComparison.number(text);
    }

    /** How long it took; empty where it doesn't say so. */
    public static Optional<Duration> duration(Activity activity) {
        return seconds(activity)
                .filter(seconds -> seconds.compareTo(MOST_SECONDS) <= 0)
                .map(seconds -> Duration.ofSeconds(seconds.longValue()));
    }

    /** Whether both share some time; one that ends as the other begins shares none. */
    public boolean overlaps(ActivitySpan other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    static Optional<String> kind(Activity activity) {
        return single(activity, KIND);
    }

    /** Not negative. */
    static Optional<BigDecimal> metres(Activity activity) {
        return single(activity, DISTANCE).flatMap(FactComparison::number).filter(metres -> metres.signum() >= 0);
    }

    /** Not negative. */
    static Optional<BigDecimal> seconds(Activity activity) {
        return single(activity, DURATION)
                .flatMap(text -> FactComparison.number(text).or(() -> iso(text)))
                .filter(seconds -> seconds.signum() >= 0);
    }

    private static Optional<BigDecimal> iso(String text) {
        try {
            Duration duration = Duration.parse(text);
            return Optional.of(
                    BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9)));
        } catch (DateTimeException notADuration) {
            return Optional.empty();
        }
    }

    private static Optional<String> single(Activity activity, String name) {
        List<String> values = activity.attributes().getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
}
