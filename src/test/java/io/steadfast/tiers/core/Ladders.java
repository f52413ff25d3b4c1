package io.steadfast.tiers.core;

import io.steadfast.programs.core.Basis;
import io.steadfast.programs.core.CalendarUnit;
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
                TierSet.Crossing.BEFORE);
    }

    static TierSet onReturn(TierSet set, OnReturn onReturn) {
        return new TierSet(
                set.code(),
                set.name(),
                set.metric(),
                set.period(),
                set.tiers(),
                set.upgrade(),
                set.validity(),
                set.downgrade(),
                set.review(),
                set.grace(),
                onReturn,
                set.crossing());
    }

    static TierSet grace(TierSet set, int statusDays, TierSet.Upgrade upgrade) {
        return new TierSet(
                set.code(),
                set.name(),
                set.metric(),
                set.period(),
                set.tiers(),
                upgrade,
                set.validity(),
                set.downgrade(),
                set.review(),
                new TierSet.Grace(0, statusDays),
                set.onReturn(),
                set.crossing());
    }

    static TierSet counting(TierSet set, Kind metric) {
        return new TierSet(
                set.code(),
                set.name(),
                new TierSet.Metric(metric, Optional.empty(), Optional.empty(), Basis.NET),
                set.period(),
                set.tiers(),
                set.upgrade(),
                set.validity(),
                set.downgrade(),
                set.review(),
                set.grace(),
                set.onReturn(),
                set.crossing());
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

    static TierSet tiers(TierSet set, List<Tier> tiers) {
        return new TierSet(
                set.code(),
                set.name(),
                set.metric(),
                set.period(),
                tiers,
                set.upgrade(),
                set.validity(),
                set.downgrade(),
                set.review(),
                set.grace(),
                set.onReturn(),
                set.crossing());
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
                new TreeMap<>(),
                new TreeMap<>(),
                List.of());
    }

    private static LocalText text(String words) {
        return new LocalText(new TreeMap<>(Map.of("en", words)));
    }
}
