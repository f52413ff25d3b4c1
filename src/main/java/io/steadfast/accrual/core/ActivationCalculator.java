package io.steadfast.accrual.core;

import io.steadfast.programs.core.ExpiryCalculator;
import io.steadfast.programs.core.Pending;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** When granted points become spendable (domain 6), on the program's calendar. */
public final class ActivationCalculator {

    private ActivationCalculator() {}

    public static Activation of(Pending pending, Instant occurredAt, Optional<Instant> fulfilledAt, ZoneId zone) {
        if (pending instanceof Pending.AfterDays wait) {
            return wait.start() == Pending.Start.ACTIVITY
                    ? at(daysAfter(occurredAt, wait.days(), zone))
                    : new Activation(
                            Activation.Kind.AFTER_FULFILMENT,
                            fulfilledAt.map(instant -> daysAfter(instant, wait.days(), zone)),
                            Optional.of(wait.days()),
                            Optional.empty(),
                            Optional.empty());
        }
        if (pending instanceof Pending.NextDate next) {
            return ExpiryCalculator.nextOf(
                            next.dates(), occurredAt.atZone(zone).toLocalDate().plusDays(1))
                    .map(day -> at(day.atStartOfDay(zone).toInstant()))
                    .orElseGet(() -> Activation.immediate(occurredAt));
        }
        if (pending instanceof Pending.OnEvent event) {
            return new Activation(
                    Activation.Kind.ON_EVENT,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(event.event()),
                    Optional.of(daysAfter(occurredAt, event.cancelAfterDays(), zone)));
        }
        return Activation.immediate(occurredAt);
    }

    /** The same time of day so many days later: a day of 23 or 25 hours is a day. */
    public static Instant daysAfter(Instant instant, int days, ZoneId zone) {
        return instant.atZone(zone).plusDays(days).toInstant();
    }

    private static Activation at(Instant instant) {
        return new Activation(
                Activation.Kind.AT_DATE, Optional.of(instant), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
