package io.steadfast.designer.faces;

import io.steadfast.programs.core.ExpiryCalculator;
import io.steadfast.programs.core.ExpiryPolicy;
import io.steadfast.programs.core.Pending;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.Wallet;
import io.steadfast.tiers.core.MetricChange;
import io.steadfast.tiers.core.TierMachine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What becomes of points that are earned today, and of a tier that is reached today, on the program's calendar. */
final class Timeline {

    private Timeline() {}

    /**
     * A day and what happens on it.
     *
     * @param date empty for what never comes
     */
    public record Stop(Optional<LocalDate> date, String day, String what, String tone) {}

    /** Of points: earned, usable, told of, lapsed. */
    static List<Stop> of(Say say, Instant now, Function<LocalDate, String> f) {
        ZoneId zone = say.document().basics().zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        List<Stop> stops = new ArrayList<>();
        if (say.document().wallets().isEmpty()) {
            return stops;
        }
        stops.add(stop(f, today, say.word("time.earned"), "gain"));
        usable(say.document().earning().pending(), today)
                .filter(day -> day.isAfter(today))
                .ifPresent(day -> stops.add(stop(f, day, say.word("time.usable"), "gain")));
        for (Wallet wallet : say.document().wallets()) {
            String name = say.in(wallet.name());
            Optional<LocalDate> last = lapses(wallet, now, zone).map(end -> lastDay(end, zone));
            wallet.notice()
                    .flatMap(notice -> last.map(day -> day.minusDays(notice.days())))
                    .ifPresent(day ->
                            stops.add(stop(f, day, say.word("time.notice").replace("{wallet}", name), "when")));
            stops.add(last.map(day -> stop(f, day, say.word("time.last").replace("{wallet}", name), "danger"))
                    .orElseGet(() -> never(say.word("time.never").replace("{wallet}", name))));
        }
        return sorted(stops);
    }

    /** Of tiers: what an order of today that reaches the second step leads to, by the ladder's own machine. */
    static List<Stop> ofTiers(Say say, Instant now, Function<LocalDate, String> f) {
        ZoneId zone = say.document().basics().zone();
        List<Stop> stops = new ArrayList<>();
        for (TierSet set : say.document().tierSets()) {
            if (set.tiers().size() > 1) {
                ofTier(say, set, now, f, stops);
            }
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        if (!stops.isEmpty()) {
            stops.add(stop(f, today, say.word("time.threshold"), "gain"));
        }
        return sorted(stops);
    }

    private static void ofTier(Say say, TierSet set, Instant now, Function<LocalDate, String> f, List<Stop> stops) {
        ZoneId zone = say.document().basics().zone();
        TierMachine machine = TierMachine.start(set, zone, now);
        machine.apply(
                new MetricChange(now, now, "example", "1", 0, set.tiers().get(1).threshold(), TierSet.METRIC));
        String name = say.in(set.tiers().get(1).name());
        Optional<Instant> begins = machine.state().upgradeAt();
        begins.ifPresent(at -> {
            stops.add(stop(f, at.atZone(zone).toLocalDate(), tier(say, "time.tier_begins", name), "gain"));
            machine.advanceTo(at);
        });
        if (machine.state().held().rank() == 0) {
            return;
        }
        Optional<Instant> until = machine.state().held().until();
        stops.add(until.map(end -> stop(f, lastDay(end, zone), tier(say, "time.tier_last", name), "danger"))
                .orElseGet(() -> never(tier(say, "time.tier_never", name))));
        machine.nextDue()
                .filter(at -> until.filter(at::equals).isEmpty())
                .ifPresent(at ->
                        stops.add(stop(f, at.atZone(zone).toLocalDate(), tier(say, "time.tier_review", name), "when")));
    }

    private static String tier(Say say, String key, String name) {
        return say.word(key).replace("{tier}", name);
    }

    private static Stop stop(Function<LocalDate, String> f, LocalDate day, String what, String tone) {
        return new Stop(Optional.of(day), f.apply(day), what, tone);
    }

    private static Stop never(String what) {
        return new Stop(Optional.empty(), "∞", what, "gain");
    }

    /** By day; what never comes stands last. */
    private static List<Stop> sorted(List<Stop> stops) {
        return stops.stream()
                .sorted(Comparator.comparing(stop -> stop.date().orElse(LocalDate.MAX)))
                .toList();
    }

    private static Optional<LocalDate> usable(Pending pending, LocalDate today) {
        if (pending instanceof Pending.AfterDays wait) {
            return Optional.of(today.plusDays(wait.days()));
        }
        return pending instanceof Pending.NextDate next
                ? ExpiryCalculator.nextOf(next.dates(), today)
                : Optional.of(today);
    }

    /** The last day of points that one earns now in the first wallet that one can spend from. */
    static Optional<LocalDate> lastDay(ProgramDocument document, Instant now) {
        ZoneId zone = document.basics().zone();
        return document.wallets().stream()
                .filter(wallet -> wallet.purpose() == Wallet.Purpose.REWARD)
                .findFirst()
                .flatMap(wallet -> lapses(wallet, now, zone))
                .map(end -> lastDay(end, zone));
    }

    private static LocalDate lastDay(Instant end, ZoneId zone) {
        return end.minus(1, ChronoUnit.MILLIS).atZone(zone).toLocalDate();
    }

    private static Optional<Instant> lapses(Wallet wallet, Instant now, ZoneId zone) {
        return Stream.concat(
                        ExpiryCalculator.lotExpiry(wallet.expiry(), now, Optional.of(now), zone).stream(),
                        ExpiryCalculator.inactivityDeadline(
                                wallet.expiry(), now, EnumSet.allOf(ExpiryPolicy.KeepsAlive.class), zone)
                                .stream())
                .min(Instant::compareTo);
    }
}
