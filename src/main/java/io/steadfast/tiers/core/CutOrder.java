package io.steadfast.tiers.core;

import java.util.ArrayList;
import java.util.List;

/**
 * An order that was cut at the thresholds it crossed (domain 38).
 *
 * @param first the parts when it was first judged: they keep the thresholds, however the order changes
 * @param counted what it counts as it stands
 */
public record CutOrder(List<TierPart> first, long counted) {

    public CutOrder {
        first = List.copyOf(first);
    }

    public static CutOrder of(List<TierPart> parts) {
        return new CutOrder(parts, parts.stream().mapToLong(TierPart::counted).reduce(0, Math::addExact));
    }

    /** The same order when it counts something else. */
    public CutOrder counting(long other) {
        return new CutOrder(first, other);
    }

    /** Its parts as it stands, which add up to {@link #counted}; what lies above the last threshold falls into its tier. */
    public List<TierPart> parts() {
        List<TierPart> parts = new ArrayList<>();
        long left = counted;
        for (int at = 0; at < first.size() && left > 0; at++) {
            boolean last = at == first.size() - 1;
            long part = last ? left : Math.min(left, first.get(at).counted());
            parts.add(new TierPart(first.get(at).tier(), part));
            left -= part;
        }
        return List.copyOf(parts);
    }
}
