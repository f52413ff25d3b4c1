package io.steadfast.programs.core;

import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A ladder of tiers with one metric (domain 26 to 39).
 *
 * @param tiers from the base tier upward
 * @param validity how long an earned tier lasts
 * @param rollover what of the metric comes over into the next period; nothing where it is left out
 */
public record TierSet(
        TierSetCode code,
        LocalText name,
        Metric metric,
        Period period,
        List<Tier> tiers,
        Upgrade upgrade,
        TierValidity validity,
        Downgrade downgrade,
        Review review,
        Grace grace,
        OnReturn onReturn,
        Crossing crossing,
        Optional<Rollover> rollover) {

    /** By what name the set's own metric is counted. */
    public static final String METRIC = "";

    public TierSet {
        tiers = List.copyOf(tiers);
    }

    /** The place on the ladder from 0 up; -1 for a code that isn't on it. */
    public int rankOf(TierCode tier) {
        for (int rank = 0; rank < tiers.size(); rank++) {
            if (tiers.get(rank).code().equals(tier)) {
                return rank;
            }
        }
        return -1;
    }

    /** What is measured beside the metric, for goals that keep a tier, by {@link #measure}. */
    public SortedMap<String, Metric> measures() {
        SortedMap<String, Metric> measures = new TreeMap<>();
        for (Tier tier : tiers) {
            for (Keeping.Goal goal : tier.keeps().map(Keeping::goals).orElse(List.of())) {
                measures.put(measure(goal), new Metric(goal.metric(), goal.wallet(), goal.counter(), metric.basis()));
            }
        }
        measures.remove(METRIC);
        return measures;
    }

    /** By what name the thing that a goal measures is counted; {@link #METRIC} where it is the set's own metric. */
    public String measure(Keeping.Goal goal) {
        if (metric.measures(goal)) {
            return METRIC;
        }
        return goal.metric().name().toLowerCase(Locale.ROOT)
                + goal.wallet().map(wallet -> ":" + wallet).orElse("")
                + goal.counter().map(counter -> ":" + counter).orElse("");
    }

    /**
     * What is measured.
     *
     * @param wallet of status points
     * @param counter the activity type counted
     * @param basis of spend: the same switches as earning has
     */
    public record Metric(Kind kind, Optional<WalletCode> wallet, Optional<String> counter, Basis basis) {

        /** Whether a goal is about the same thing; spend is spend, whatever else counts into it. */
        boolean measures(Keeping.Goal goal) {
            return kind == goal.metric() && wallet.equals(goal.wallet()) && counter.equals(goal.counter());
        }

        public enum Kind {
            SPEND,
            STATUS_POINTS,
            ORDERS,
            COUNTER
        }
    }

    /**
     * Over which time it is measured (domain 28).
     *
     * @param startMonth of the calendar year, 1 to 12; for calendar periods
     * @param amount and {@code unit}: of a rolling period
     */
    public record Period(
            Kind kind, Optional<Integer> startMonth, Optional<Integer> amount, Optional<CalendarUnit> unit) {

        /** Whether there is nothing after it: a window that rolls has no next one either. */
        public boolean hasNoEnd() {
            return kind == Kind.ROLLING || kind == Kind.LIFETIME || kind == Kind.SINCE_TIER_START;
        }

        public enum Kind {
            CALENDAR_YEAR,
            CALENDAR_HALF,
            CALENDAR_QUARTER,
            CALENDAR_MONTH,
            ANNIVERSARY,
            ROLLING,
            LIFETIME,
            SINCE_TIER_START
        }
    }

    /**
     * What lies above the highest tier that a period reaches counts in the next period too (domain 35).
     *
     * @param most at most so much of it, in the metric's unit
     */
    public record Rollover(long most) {}

    /** When a reached tier begins (domain 29); apart from when one is lost, which {@link Review} says (domain 31). */
    public enum Upgrade {
        IMMEDIATE,
        NEXT_PERIOD,
        JOIN_ANNIVERSARY,
        TIER_ANNIVERSARY
    }

    /**
     * How long an earned tier lasts (domain 30).
     *
     * @param amount and {@code unit}: of a duration
     * @param date of a fixed date, the last day
     */
    public record TierValidity(
            Kind kind, Optional<Integer> amount, Optional<CalendarUnit> unit, Optional<LocalDate> date) {

        public enum Kind {
            TO_END_OF_PERIOD,
            TO_END_OF_NEXT_PERIOD,
            DURATION,
            LIFETIME,
            FIXED_DATE
        }
    }

    /** To where a member falls who doesn't keep the tier (domain 33). */
    public enum Downgrade {
        FULL,
        ONE_STEP,
        NONE
    }

    /** When it is judged (domain 31). */
    public enum Review {
        AT_ONCE,
        JOIN_ANNIVERSARY,
        TIER_ANNIVERSARY
    }

    /**
     * Two different patiences (domain 32).
     *
     * @param metricDays late postings for the closed period still count this long
     * @param statusDays benefits stay this long after failing
     */
    public record Grace(int metricDays, int statusDays) {}

    /** What a return does that takes the metric below the threshold (domain 27). */
    public enum OnReturn {
        REVIEW_NOW,
        KEEP_UNTIL_REVIEW
    }

    /** The rate of the order that crosses a threshold (domain 38). */
    public enum Crossing {
        BEFORE,
        AFTER,
        SPLIT
    }
}
