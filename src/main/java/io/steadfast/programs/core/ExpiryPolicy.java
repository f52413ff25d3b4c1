package io.steadfast.programs.core;

import java.time.MonthDay;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** When points of a wallet lapse (domain 16 to 20). Every date ends at the end of its day in the program's zone. */
public sealed interface ExpiryPolicy {

    /** Never. */
    record Never() implements ExpiryPolicy {}

    /**
     * A while after the activity or the activation; 31 January and a month is the last day of February.
     *
     * @param roundUpTo the last usable day moves to the end of this period
     */
    record AfterDuration(int amount, CalendarUnit unit, Start start, Optional<RoundUp> roundUpTo)
            implements ExpiryPolicy {}

    /** The next of the listed days of the year that is at least {@code minDays} ahead of the activity. */
    record FixedDates(List<MonthDay> dates, int minDays) implements ExpiryPolicy {

        public FixedDates {
            dates = List.copyOf(dates);
        }
    }

    /** The account lapses a while after the last qualifying activity; one deadline that each of them moves. */
    record Inactivity(int amount, CalendarUnit unit, Set<KeepsAlive> activities) implements ExpiryPolicy {

        public Inactivity {
            // In one order, so that the same document is always written alike.
            activities = Collections.unmodifiableSet(new TreeSet<>(activities));
        }
    }

    /** From where a duration is counted. */
    enum Start {
        ACTIVITY,
        ACTIVATION
    }

    /** The period at whose end a duration really ends. */
    enum RoundUp {
        DAY,
        MONTH,
        QUARTER,
        HALF,
        YEAR
    }

    /** What moves the inactivity deadline. */
    enum KeepsAlive {
        ORDER,
        EARN,
        BURN,
        ACTIVITY
    }
}
