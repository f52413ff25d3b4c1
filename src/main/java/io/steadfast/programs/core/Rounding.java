package io.steadfast.programs.core;

/** How a rule's exact value becomes whole points, once per wallet and rule (domain 15). */
public record Rounding(Direction direction, Level level) {

    public static final Rounding DEFAULT = new Rounding(Direction.FLOOR, Level.ORDER);

    public enum Direction {
        FLOOR,
        HALF_UP,
        CEIL
    }

    public enum Level {
        ORDER,
        LINE
    }
}
