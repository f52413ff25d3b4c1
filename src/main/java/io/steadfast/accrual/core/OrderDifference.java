package io.steadfast.accrual.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What must be posted so that the books agree with an order's present state: what should stand, less what was posted. A
 * repeat has no difference, and whatever way led here, the books end at the same sums.
 *
 * @param changes what to post, points given before points taken, so that a correction finds its own replacement
 * @param targets what stands once they are posted; their lots are those from before
 */
public record OrderDifference(List<GrantChange> changes, List<StandingGrant> targets) {

    public OrderDifference {
        changes = List.copyOf(changes);
        targets = List.copyOf(targets);
    }

    /**
     * @param standing what stands, with its lots
     * @param wanted what should stand; its lots are ignored
     */
    public static OrderDifference between(List<StandingGrant> standing, List<StandingGrant> wanted) {
        Map<GrantKey, StandingGrant> before = new LinkedHashMap<>();
        standing.forEach(grant -> before.put(grant.key(), grant));
        List<GrantChange> gives = new ArrayList<>();
        List<GrantChange> takes = new ArrayList<>();
        List<StandingGrant> targets = new ArrayList<>();
        for (StandingGrant want : wanted) {
            StandingGrant known = before.remove(want.key());
            List<StandingLot> lots = known == null ? List.of() : known.lots();
            long difference = want.net() - (known == null ? 0 : known.posted());
            if (difference > 0) {
                gives.add(new GrantChange.Give(want.key(), want.version(), want.grant(), difference));
            } else if (difference < 0 && known != null) {
                lots = takeFrom(known, -difference, takes);
            }
            targets.add(new StandingGrant(want.key(), want.version(), want.grant(), want.taken(), lots));
        }
        before.values().forEach(gone -> takeFrom(gone, gone.posted(), takes));
        gives.addAll(takes);
        return new OrderDifference(gives, targets);
    }

    /** From the youngest lot first: a correction undoes what was posted last. */
    private static List<StandingLot> takeFrom(StandingGrant from, long points, List<GrantChange> takes) {
        List<StandingLot> lots = new ArrayList<>(from.lots());
        long open = points;
        for (int at = lots.size() - 1; at >= 0 && open > 0; at--) {
            StandingLot lot = lots.get(at);
            long part = Math.min(open, lot.left());
            if (part > 0) {
                takes.add(new GrantChange.Take(from.key(), from.version(), lot.lot(), part));
                lots.set(at, lot.taking(part));
                open -= part;
            }
        }
        return lots;
    }

    /** Whether the books agree already. */
    public boolean isNothing() {
        return changes.isEmpty();
    }

    /**
     * What stands once everything is posted.
     *
     * @param posted for each {@link GrantChange.Give}, by its key, the lot it was posted to
     */
    public List<StandingGrant> standing(Map<GrantKey, UUID> posted) {
        Map<GrantKey, Long> given = new HashMap<>();
        for (GrantChange change : changes) {
            if (change instanceof GrantChange.Give give) {
                given.put(give.key(), give.points());
            }
        }
        return targets.stream()
                .map(target -> withLot(target, given.getOrDefault(target.key(), 0L), posted))
                .toList();
    }

    private static StandingGrant withLot(StandingGrant target, long points, Map<GrantKey, UUID> posted) {
        if (points == 0) {
            return target;
        }
        UUID lot = posted.get(target.key());
        if (lot == null) {
            throw new IllegalStateException("Points of rule " + target.key().rule() + " were posted to no lot");
        }
        List<StandingLot> lots = new ArrayList<>(target.lots());
        lots.add(new StandingLot(lot, points, 0));
        return new StandingGrant(target.key(), target.version(), target.grant(), target.taken(), lots);
    }
}
