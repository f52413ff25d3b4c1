package io.steadfast.programs.core;

import java.time.MonthDay;
import java.util.List;

/** When points become spendable (domain 6). */
public sealed interface Pending {

    /** At once. */
    record Immediate() implements Pending {}

    /** So many days after the start; at the same time of day in the program's zone. */
    record AfterDays(int days, Start start) implements Pending {}

    /** At the start of the next of these days of the year, in the program's zone. */
    record NextDate(List<MonthDay> dates) implements Pending {

        public NextDate {
            dates = List.copyOf(dates);
        }
    }

    /** When the event is reported; cancelled when it hasn't come within so many days. */
    record OnEvent(String event, int cancelAfterDays) implements Pending {}

    enum Start {
        ACTIVITY,
        FULFILMENT
    }
}
