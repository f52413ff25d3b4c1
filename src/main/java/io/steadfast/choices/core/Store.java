package io.steadfast.choices.core;

import java.time.LocalDate;

/**
 * A place where members buy.
 *
 * @param code in orders, keys and people's roles; never changes
 * @param version rises with each change
 */
public record Store(String code, StoreProfile profile, long version) {

    /** Whether it is active on a day of its own zone. */
    public boolean activeOn(LocalDate day) {
        return profile.activeFrom().filter(day::isBefore).isEmpty()
                && profile.activeUntil().filter(day::isAfter).isEmpty();
    }
}
