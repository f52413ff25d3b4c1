package io.steadfast.programs.core;

/**
 * A limit on what a rule, or in {@link Earning#caps()} the program in one wallet, gives (domain 44).
 *
 * @param scope over what it is counted
 * @param period the calendar period in the program's zone; {@link Period#EVER} for {@link Scope#ACTIVITY}
 * @param limit points in the wallet's smallest unit, or times
 */
public record Cap(Scope scope, Period period, Unit unit, long limit, Mode mode) {

    public enum Scope {
        ACTIVITY,
        MEMBER,
        EVERYONE
    }

    public enum Period {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR,
        EVER
    }

    public enum Unit {
        POINTS,
        TIMES
    }

    /** Gives what is left, or nothing when not all of it fits. */
    public enum Mode {
        TRIM,
        REJECT
    }
}
