package io.steadfast.reporting.faces;

import io.steadfast.reporting.DayFigures;
import java.util.ArrayList;
import java.util.List;

/**
 * The geometry of the chart of days, in the units of its view box: a wide column for what was accrued, a narrow one
 * beside it for what was redeemed, three lines to read them by.
 */
public record ColumnChart(List<Column> columns, List<Line> lines, boolean idle) {
    public static final int WIDTH = 720;
    public static final int HEIGHT = 220;
    private static final int LEFT = 44;
    private static final int TOP = 14;
    private static final int FOOT = 190;
    private static final int LABEL_EVERY = 5;

    public ColumnChart {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /**
     * One day.
     *
     * @param labelled whether its date is written under it
     */
    public record Column(
            DayFigures figures,
            int x,
            int width,
            int accruedY,
            int accruedHeight,
            int redeemedX,
            int redeemedY,
            int redeemedHeight,
            boolean labelled) {}

    /** A line to read by, and the points it stands for. */
    public record Line(int y, long points) {}

    public static ColumnChart of(List<DayFigures> days) {
        long most = days.stream()
                .mapToLong(day -> Math.max(day.accrued(), day.redeemed()))
                .max()
                .orElse(0);
        long top = roundUp(most);
        int step = (WIDTH - LEFT) / Math.max(1, days.size());
        List<Column> columns = new ArrayList<>();
        for (int at = 0; at < days.size(); at++) {
            columns.add(column(days.get(at), LEFT + at * step, step, top, days.size() - 1 - at));
        }
        List<Line> lines = List.of(new Line(y(top, top), top), new Line(y(top / 2, top), top / 2), new Line(FOOT, 0));
        return new ColumnChart(columns, lines, most == 0);
    }

    private static Column column(DayFigures day, int x, int step, long top, int fromTheLast) {
        int wide = step * 5 / 10;
        int accrued = y(day.accrued(), top);
        int redeemed = y(day.redeemed(), top);
        return new Column(
                day,
                x,
                wide,
                accrued,
                FOOT - accrued,
                x + wide + 1,
                redeemed,
                FOOT - redeemed,
                fromTheLast % LABEL_EVERY == 0);
    }

    /** Negative days, where more came back than was used, stand at nought. */
    private static int y(long points, long top) {
        long height = Math.max(0, points) * (FOOT - TOP) / Math.max(1, top);
        return FOOT - Math.toIntExact(height);
    }

    /** The next of 2, 4, 6, 8 or 10 times a power of ten, so that the half is even too. */
    private static long roundUp(long most) {
        long power = 1;
        while (power * 10 <= most) {
            power *= 10;
        }
        long step = 2 * power;
        return most == 0 ? 10 : (most + step - 1) / step * step;
    }
}
