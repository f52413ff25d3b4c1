package io.steadfast.designer.faces;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Dated stops drawn to scale on a line from the first to the last of them. All places are units of a drawing {@link #WIDTH} wide, of
 * which the line takes the part between both margins.
 *
 * @param dots the stops, numbered as the list beside the picture numbers them
 * @param stretches of the line between them
 * @param ticks beginnings of months or years with their names
 */
public record TimelinePicture(List<Dot> dots, List<Stretch> stretches, List<Tick> ticks) {

    static final int WIDTH = 280;
    private static final int MARGIN = 12;
    private static final int LINE = WIDTH - 2 * MARGIN;

    /** Closer than this two dots can't be told apart. */
    private static final int APART = 17;

    private static final int TICKS = 5;

    /** Where what never comes stands beyond the last day. */
    private static final int BEYOND = 30;

    private static final List<Integer> STEPS = List.of(1, 2, 3, 6, 12, 24, 60, 120);
    private static final int MONTHS = 12;

    public TimelinePicture {
        dots = List.copyOf(dots);
        stretches = List.copyOf(stretches);
        ticks = List.copyOf(ticks);
    }

    /** @param x from the left */
    public record Dot(int number, int x, String tone) {}

    /** The line from one stop to the next, in the tone of where it leads from. */
    public record Stretch(int from, int to, String tone) {

        public int width() {
            return to - from;
        }
    }

    public record Tick(int x, String name) {}

    /** Empty where there are fewer than two stops to tell apart. */
    static Optional<TimelinePicture> of(List<Timeline.Stop> stops, Locale locale) {
        List<LocalDate> days =
                stops.stream().flatMap(stop -> stop.date().stream()).distinct().toList();
        if (stops.size() < 2 || days.isEmpty()) {
            return Optional.empty();
        }
        Scale scale = new Scale(days.get(0), days.get(days.size() - 1), stops.size() > dated(stops));
        List<Dot> dots = dots(stops, scale);
        return Optional.of(new TimelinePicture(dots, stretches(dots), ticks(scale, locale)));
    }

    private static long dated(List<Timeline.Stop> stops) {
        return stops.stream().filter(stop -> stop.date().isPresent()).count();
    }

    /** Days to places; the end of the line is kept free where something never comes. */
    private record Scale(LocalDate first, LocalDate last, boolean open) {

        long days() {
            return Math.max(1, ChronoUnit.DAYS.between(first, last));
        }

        int place(LocalDate day) {
            int end = open ? LINE - BEYOND : LINE;
            return (int) (MARGIN + ChronoUnit.DAYS.between(first, day) * end / days());
        }
    }

    /** To scale, but never one upon the other: stops of one day stand side by side. */
    private static List<Dot> dots(List<Timeline.Stop> stops, Scale scale) {
        int[] places = new int[stops.size()];
        for (int at = 0; at < places.length; at++) {
            int own = stops.get(at).date().map(scale::place).orElse(WIDTH - MARGIN);
            places[at] = at == 0 ? own : Math.max(own, places[at - 1] + APART);
        }
        int most = WIDTH - MARGIN;
        for (int at = places.length - 1; at >= 0; at--) {
            places[at] = Math.max(MARGIN, Math.min(places[at], most));
            most = places[at] - APART;
        }
        List<Dot> dots = new ArrayList<>();
        for (int at = 0; at < places.length; at++) {
            dots.add(new Dot(at + 1, places[at], stops.get(at).tone()));
        }
        return dots;
    }

    private static List<Stretch> stretches(List<Dot> dots) {
        List<Stretch> stretches = new ArrayList<>();
        for (int at = 0; at + 1 < dots.size(); at++) {
            stretches.add(new Stretch(
                    dots.get(at).x(), dots.get(at + 1).x(), dots.get(at).tone()));
        }
        return stretches;
    }

    /** The beginnings of so many months that at most five names stand below the line. */
    private static List<Tick> ticks(Scale scale, Locale locale) {
        long months = scale.days() / 28 + 1;
        int step = STEPS.stream()
                .filter(each -> months / each <= TICKS)
                .findFirst()
                .orElse(STEPS.get(STEPS.size() - 1));
        LocalDate day = scale.first().withDayOfMonth(1).plusMonths(1);
        while ((day.getMonthValue() - 1) % Math.min(step, MONTHS) != 0) {
            day = day.plusMonths(1);
        }
        DateTimeFormatter name = format(step, locale);
        List<Tick> ticks = new ArrayList<>();
        while (!day.isAfter(scale.last())) {
            ticks.add(new Tick(scale.place(day), name.format(day)));
            day = day.plusMonths(step);
        }
        return ticks;
    }

    private static DateTimeFormatter format(int step, Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        if (step >= MONTHS) {
            return DateTimeFormatter.ofPattern(chinese ? "yyyy年" : "yyyy", locale);
        }
        return DateTimeFormatter.ofPattern(chinese ? "yy年M月" : "MMM yy", locale);
    }
}
