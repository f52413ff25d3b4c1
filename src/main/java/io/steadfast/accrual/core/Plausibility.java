package io.steadfast.accrual.core;

import io.steadfast.programs.core.ActivityCheck;
import io.steadfast.programs.core.ProgramDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether an activity can be believed at once. What isn't told can't be doubted: a speed needs a distance and a duration,
 * an overlap two durations.
 */
public final class Plausibility {

    /** Metres a second to kilometres an hour. */
    private static final BigDecimal KM_PER_HOUR = new BigDecimal("3.6");

    private static final int SHOWN_DECIMALS = 2;

    private Plausibility() {}

    /**
     * Why not; empty where nothing speaks against it.
     *
     * @param others what else the member did around that time and what wasn't found untrue; the activity itself among
     *     them counts nothing
     */
    public static List<Doubt> doubts(ProgramDocument document, Activity activity, List<Activity> others) {
        return document.activityCheck(activity.type())
                .map(check -> doubts(check, activity, others))
                .orElse(List.of());
    }

    private static List<Doubt> doubts(ActivityCheck check, Activity activity, List<Activity> others) {
        List<Doubt> doubts = new ArrayList<>();
        Optional<String> kind = ActivitySpan.kind(activity);
        check.speedLimits().stream()
                .filter(limit -> limit.isFor(kind))
                .map(ActivityCheck.SpeedLimit::kmPerHour)
                .min(BigDecimal::compareTo)
                .flatMap(limit -> speed(activity, limit))
                .ifPresent(doubts::add);
        if (check.overlap() == ActivityCheck.Overlap.REVIEW) {
            others.stream()
                    .filter(other -> !isSame(activity, other) && overlap(activity, other))
                    .findFirst()
                    .map(Doubt::overlaps)
                    .ifPresent(doubts::add);
        }
        return doubts;
    }

    /** Faster than the limit; compared without dividing, so that exactly the limit is believed. */
    private static Optional<Doubt> speed(Activity activity, BigDecimal limit) {
        Optional<BigDecimal> metres = ActivitySpan.metres(activity);
        Optional<BigDecimal> seconds = ActivitySpan.seconds(activity);
        if (metres.isEmpty() || seconds.isEmpty() || metres.get().signum() == 0) {
            return Optional.empty();
        }
        if (seconds.get().signum() == 0) {
            return Optional.of(Doubt.endless(limit));
        }
        BigDecimal travelled = metres.get().multiply(KM_PER_HOUR);
        return travelled.compareTo(limit.multiply(seconds.get())) > 0
                ? Optional.of(Doubt.tooFast(
                        // Up: 15.001 must not be shown as the 15 that would be believed.
                        travelled.divide(seconds.get(), SHOWN_DECIMALS, RoundingMode.UP), limit))
                : Optional.empty();
    }

    private static boolean overlap(Activity activity, Activity other) {
        Optional<ActivitySpan> own = ActivitySpan.of(activity);
        Optional<ActivitySpan> others = ActivitySpan.of(other);
        return own.isPresent() && others.isPresent() && own.get().overlaps(others.get());
    }

    private static boolean isSame(Activity one, Activity other) {
        return one.source().equals(other.source()) && one.reference().equals(other.reference());
    }
}
