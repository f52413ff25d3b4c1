package io.steadfast.designer.faces;

import java.util.List;
import java.util.Optional;

/**
 * A member's card as it is read, every text in the language of whoever holds it.
 *
 * @param language its BCP 47 tag
 * @param until the first day after which something lapses
 * @param next the way up; empty at the top
 */
public record CardFace(
        String language,
        String title,
        List<String> balances,
        Optional<String> until,
        Optional<Next> next,
        Optional<Wanted> wanted,
        Optional<String> donated) {

    /**
     * The next tier.
     *
     * @param label what the ring says to whoever doesn't see it
     */
    public record Next(int percent, String label, String missing, List<String> unlocks) {}

    /** The reward within reach. */
    public record Wanted(int percent, String name, String text) {}
}
