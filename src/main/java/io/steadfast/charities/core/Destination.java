package io.steadfast.charities.core;

import io.steadfast.programs.core.CharityCode;
import java.time.Instant;
import java.util.Optional;

/**
 * Who gets a donation.
 *
 * @param charity empty while nobody chose one
 * @param fallback gets it when nobody has chosen by {@code fallbackAt}; both empty where it waits for a choice
 */
public record Destination(Optional<CharityCode> charity, Optional<CharityCode> fallback, Optional<Instant> fallbackAt) {

    /** Nobody's until somebody chooses. */
    public static final Destination OPEN = new Destination(Optional.empty(), Optional.empty(), Optional.empty());

    public static Destination of(CharityCode charity) {
        return new Destination(Optional.of(charity), Optional.empty(), Optional.empty());
    }

    public static Destination waiting(CharityCode fallback, Instant at) {
        return new Destination(Optional.empty(), Optional.of(fallback), Optional.of(at));
    }

    /** As the clock has it, whether the job ran or not. */
    public Destination at(Instant now) {
        boolean due =
                charity.isEmpty() && fallbackAt.filter(at -> !at.isAfter(now)).isPresent();
        return due ? of(fallback.orElseThrow()) : this;
    }
}
