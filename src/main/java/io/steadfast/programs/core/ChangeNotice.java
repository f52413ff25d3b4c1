package io.steadfast.programs.core;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When a change of the terms may begin at the earliest, by what the version in force promises. */
public final class ChangeNotice {

    /** What whoever publishes says of the change. */
    public enum Declared {
        NOTHING,
        /** Nobody is worse off by it, so that it may begin at once; kept with the publisher's name. */
        IN_MEMBERS_FAVOUR
    }

    private ChangeNotice() {}

    /** The first midnight of the program's zone that is the promised days away; empty where nothing is promised. */
    public static Optional<Instant> earliest(ProgramDocument inForce, Instant now) {
        ZoneId zone = inForce.basics().zone();
        return inForce.terms().changeNoticeDays().map(days -> {
            ZonedDateTime due = now.atZone(zone).plusDays(days);
            ZonedDateTime midnight = due.toLocalDate().atStartOfDay(zone);
            return (midnight.isBefore(due) ? due.toLocalDate().plusDays(1).atStartOfDay(zone) : midnight).toInstant();
        });
    }
}
