package io.steadfast.tiers.core;

import io.steadfast.shared.TierCode;

/**
 * The part of what an order counts that falls into one tier, where the order crosses thresholds (domain 38).
 *
 * @param counted in the metric's unit, more than 0; the parts of an order follow each other up the ladder
 */
public record TierPart(TierCode tier, long counted) {

    public TierPart {
        if (counted <= 0) {
            throw new IllegalArgumentException("A part of nothing in " + tier);
        }
    }
}
