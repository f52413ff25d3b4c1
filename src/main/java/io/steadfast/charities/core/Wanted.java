package io.steadfast.charities.core;

import io.steadfast.shared.RuleCode;

/**
 * What one pledge comes to for an order as it stands, returns taken off.
 *
 * @param amount minor units of the order's currency; may be 0
 */
public record Wanted(RuleCode pledge, Part part, long amount) {

    /** Money of a member that came with the order though no pledge asked for it. */
    public static final RuleCode ADDED = new RuleCode("added");
}
