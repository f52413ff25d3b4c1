package io.steadfast.rewards.core;

import java.util.OptionalLong;

/**
 * How many of a reward there were and are.
 *
 * @param supplied put in stock, the places of an event included; empty: endless
 * @param taken by redemptions that stand
 */
public record Stock(OptionalLong supplied, long taken) {

    public static final Stock ENDLESS = new Stock(OptionalLong.empty(), 0);

    /** Empty: endless. */
    public OptionalLong left() {
        return supplied.isPresent() ? OptionalLong.of(supplied.getAsLong() - taken) : OptionalLong.empty();
    }
}
