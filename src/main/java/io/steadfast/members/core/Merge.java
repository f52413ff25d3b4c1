package io.steadfast.members.core;

import io.steadfast.shared.MemberId;

/**
 * Two members who are one person.
 *
 * @param source whose membership ends
 * @param survivor who has everything afterwards
 * @param tier what becomes of a tier of the source's that is higher than what both earned together
 */
public record Merge(MemberId source, MemberId survivor, Tier tier) {

    /** How tiers come together. */
    public enum Tier {
        /** What both did counts for the survivor, and the tier is what that makes of it. */
        COUNTED,
        /** The same; and where the source's tier is higher still, the survivor keeps it until it would have ended. */
        HIGHER
    }
}
