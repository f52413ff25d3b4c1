package io.steadfast.tiers.core;

import io.steadfast.programs.core.Basis;
import io.steadfast.programs.core.CalendarUnit;
import io.steadfast.programs.core.Keeping;
import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSet.Downgrade;
import io.steadfast.programs.core.TierSet.Metric.Kind;
import io.steadfast.programs.core.TierSet.OnReturn;
import io.steadfast.programs.core.TierSet.Period;
import io.steadfast.programs.core.TierSet.TierValidity;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.shared.TierCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tier sets that the tests climb. */
final class Ladders {

    static final long VIB = 350_00;
    static final long ROUGE = 1_000_00;

    private Ladders() {}

    /** P2: calendar-year spend, the rest of the year and the whole next one. */
    static TierSet beautyInsider() {
        return with(Period.Kind.CALENDAR_YEAR, TierValidity.Kind.TO_END_OF_NEXT_PERIOD, Downgrade.FULL);
    }

    static TierSet with(Period.Kind period, TierValidity.Kind validity, Downgrade downgrade) {
        return new TierSet(
                new TierSetCode("STATUS"),
                text("Status"),
                new TierSet.Metric(Kind.SPEND, Optional.empty(), Optional.empty(), Basis.NET),
                period(period),
                List.of(tier("INSIDER", 0), tier("VIB", VIB), tier("ROUGE", ROUGE)),
                TierSet.Upgrade.IMMEDIATE,
                new TierValidity(validity, Optional.of(12), Optional.of(CalendarUnit.MONTHS), Optional.empty()),
                downgrade,
                TierSet.Review.AT_ONCE,
                new TierSet.Grace(0, 0),
                OnReturn.REVIEW_NOW,
                TierSet.Crossing.BEFORE,
                Optional.empty());
    }

    static TierSet onReturn(TierSet set, OnReturn onReturn) {
        Edit edit = new Edit(set);
        edit.onReturn = onReturn;
        return edit.done();
    }

    static TierSet grace(TierSet set, int statusDays, TierSet.Upgrade upgrade) {
        Edit edit = new Edit(set);
        edit.grace = new TierSet.Grace(0, statusDays);
        edit.upgrade = upgrade;
        return edit.done();
    }

    static TierSet graces(TierSet set, int metricDays, int statusDays) {
        Edit edit = new Edit(set);
        edit.grace = new TierSet.Grace(metricDays, statusDays);
        return edit.done();
    }

    /** Up to so much comes over from period to period. */
    static TierSet carrying(TierSet set, long most) {
        Edit edit = new Edit(set);
        edit.rollover = Optional.of(new TierSet.Rollover(most));
        return edit.done();
    }

    /** Nothing comes over any more. */
    static TierSet without(TierSet set) {
        Edit edit = new Edit(set);
        edit.rollover = Optional.empty();
        return edit.done();
    }

    static TierSet rising(TierSet set, TierSet.Upgrade upgrade) {
        Edit edit = new Edit(set);
        edit.upgrade = upgrade;
        return edit.done();
    }

    static TierSet counting(TierSet set, Kind metric) {
        Edit edit = new Edit(set);
        edit.metric = new TierSet.Metric(metric, Optional.empty(), Optional.empty(), Basis.NET);
        return edit.done();
    }

    static TierSet reviewed(TierSet set, TierSet.Review review) {
        Edit edit = new Edit(set);
        edit.review = review;
        return edit.done();
    }

    static TierSet fixedDate(TierSet set, LocalDate lastDay) {
        Edit edit = new Edit(set);
        edit.validity = new TierValidity(
                TierValidity.Kind.FIXED_DATE, Optional.empty(), Optional.empty(), Optional.of(lastDay));
        return edit.done();
    }

    static TierSet startingIn(TierSet set, int month) {
        Edit edit = new Edit(set);
        edit.period = new Period(set.period().kind(), Optional.of(month), Optional.empty(), Optional.empty());
        return edit.done();
    }

    /** To stay VIB takes less than to become it. */
    static TierSet renewedAt(TierSet set, long vib) {
        return tiers(
                set,
                set.tiers().stream()
                        .map(tier -> tier.code().value().equals("VIB")
                                ? new Tier(
                                        tier.code(),
                                        tier.name(),
                                        tier.threshold(),
                                        Optional.of(vib),
                                        Optional.empty(),
                                        tier.multipliers(),
                                        tier.expiry(),
                                        tier.entryReward(),
                                        tier.benefits())
                                : tier)
                        .toList());
    }

    /** VIB is kept by so many of these goals. */
    static TierSet kept(TierSet set, int need, Keeping.Goal... goals) {
        return tiers(
                set,
                set.tiers().stream()
                        .map(tier -> tier.code().value().equals("VIB")
                                ? new Tier(
                                        tier.code(),
                                        tier.name(),
                                        tier.threshold(),
                                        Optional.empty(),
                                        Optional.of(new Keeping(need, List.of(goals))),
                                        tier.multipliers(),
                                        tier.expiry(),
                                        tier.entryReward(),
                                        tier.benefits())
                                : tier)
                        .toList());
    }

    static Keeping.Goal goal(Kind metric, long threshold) {
        return new Keeping.Goal(metric, Optional.empty(), Optional.empty(), threshold);
    }

    static TierSet thresholds(TierSet set, long vib, long rouge) {
        return tiers(set, List.of(tier("INSIDER", 0), tier("VIB", vib), tier("ROUGE", rouge)));
    }

    /** One tier more above the others. */
    static TierSet withTop(TierSet set, long threshold) {
        List<Tier> tiers = new ArrayList<>(set.tiers());
        tiers.add(tier("ICON", threshold));
        return tiers(set, tiers);
    }

    private static TierSet tiers(TierSet set, List<Tier> tiers) {
        Edit edit = new Edit(set);
        edit.tiers = tiers;
        return edit.done();
    }

    /** A set in which something is put in another's place. */
    private static final class Edit {

        private final TierSet before;
        private TierSet.Metric metric;
        private Period period;
        private List<Tier> tiers;
        private TierSet.Upgrade upgrade;
        private TierValidity validity;
        private TierSet.Review review;
        private TierSet.Grace grace;
        private OnReturn onReturn;
        private Optional<TierSet.Rollover> rollover;

        Edit(TierSet before) {
            this.before = before;
            metric = before.metric();
            period = before.period();
            tiers = before.tiers();
            upgrade = before.upgrade();
            validity = before.validity();
            review = before.review();
            grace = before.grace();
            onReturn = before.onReturn();
            rollover = before.rollover();
        }

        TierSet done() {
            return new TierSet(
                    before.code(),
                    before.name(),
                    metric,
                    period,
                    tiers,
                    upgrade,
                    validity,
                    before.downgrade(),
                    review,
                    grace,
                    onReturn,
                    before.crossing(),
                    rollover);
        }
    }

    private static Period period(Period.Kind kind) {
        return kind == Period.Kind.ROLLING
                ? new Period(kind, Optional.empty(), Optional.of(12), Optional.of(CalendarUnit.MONTHS))
                : new Period(kind, Optional.of(1), Optional.empty(), Optional.empty());
    }

    private static Tier tier(String code, long threshold) {
        return new Tier(
                new TierCode(code),
                text(code),
                threshold,
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                Optional.empty(),
                List.of());
    }

    private static LocalText text(String words) {
        return new LocalText(new TreeMap<>(Map.of("en", words)));
    }
}
