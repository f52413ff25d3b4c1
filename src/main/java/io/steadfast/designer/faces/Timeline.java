package io.steadfast.designer.faces;

import io.steadfast.platform.faces.Formats;
import io.steadfast.programs.core.ExpiryCalculator;
import io.steadfast.programs.core.ExpiryPolicy;
import io.steadfast.programs.core.Pending;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Wallet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of points that are earned today, day by day on the program's calendar. */
final class Timeline {

    private Timeline() {}

    /** A day and what happens on it. */
    public record Stop(String day, String what, String tone) {}

    static List<Stop> of(Say say, Instant now, Formats f) {
        ZoneId zone = say.document().basics().zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        List<Stop> stops = new ArrayList<>();
        if (say.document().wallets().isEmpty()) {
            return stops;
        }
        stops.add(new Stop(f.day(today), say.word("time.earned"), "gain"));
        usable(say.document().earning().pending(), today)
                .filter(day -> day.isAfter(today))
                .ifPresent(day -> stops.add(new Stop(f.day(day), say.word("time.usable"), "gain")));
        for (Wallet wallet : say.document().wallets()) {
            String name = say.in(wallet.name());
            Optional<LocalDate> last = lapses(wallet, now, zone)
                    .map(end -> end.minus(1, ChronoUnit.MILLIS).atZone(zone).toLocalDate());
            wallet.notice()
                    .flatMap(notice -> last.map(day -> day.minusDays(notice.days())))
                    .ifPresent(day -> stops.add(
                            new Stop(f.day(day), say.word("time.notice").replace("{wallet}", name), "when")));
            stops.add(last.map(day -> new Stop(f.day(day), say.word("time.last").replace("{wallet}", name), "danger"))
                    .orElseGet(() -> new Stop("∞", say.word("time.never").replace("{wallet}", name), "gain")));
        }
        return stops;
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
                .map(end -> end.minus(1, ChronoUnit.MILLIS).atZone(zone).toLocalDate());
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
