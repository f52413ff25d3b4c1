package io.steadfast.rewards.core;

import java.util.OptionalLong;

/**
 * How many of a reward there are.
 *
 * @param left empty: endless
 * @param had how many the member has had in the present window of the limit
 * @param donations whether somebody takes them
 */
public record Supply(OptionalLong left, long had, Donations donations) {

    public enum Donations {
        TAKEN,
        NOT_TAKEN
    }
}
