package io.steadfast.designer.faces;

import io.steadfast.designer.Basket;
import io.steadfast.designer.Numbers;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierEntitlement;
import io.steadfast.programs.core.TierSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the card of an example member says who has just reached a tier of the first ladder and buys the basket.
 *
 * @param next the way to the next tier; empty at the top, with a paid plan and without a ladder
 */
public record MemberCard(Optional<Next> next) {

    private static final int WHOLE = 100;

    /**
     * The next tier.
     *
     * @param reached how far the member is, in percent
     * @param missing in the ladder's unit
     * @param money whether that is minor units of the program's currency
     * @param unlocks what members have there that they don't have yet
     */
    public record Next(String tier, int reached, long missing, boolean money, List<String> unlocks) {

        public Next {
            unlocks = List.copyOf(unlocks);
        }

        public boolean isOfMoney() {
            return money;
        }
    }

    static MemberCard of(Say say, Basket basket, String tier) {
        Optional<TierSet> first = say.document().tierSets().stream().findFirst();
        return new MemberCard(first.flatMap(set -> next(say, set, basket, tier)));
    }

    private static Optional<Next> next(Say say, TierSet set, Basket basket, String tier) {
        for (int rank = 0; rank + 1 < set.tiers().size(); rank++) {
            Tier own = set.tiers().get(rank);
            if (own.code().value().equals(tier)) {
                Tier next = set.tiers().get(rank + 1);
                long stands = Math.min(next.threshold(), own.threshold() + adds(set, basket));
                return Optional.of(new Next(
                        say.in(next.name()),
                        next.threshold() <= 0 ? WHOLE : (int) (stands * WHOLE / next.threshold()),
                        next.threshold() - stands,
                        set.metric().kind() == TierSet.Metric.Kind.SPEND,
                        unlocks(say, set, rank + 1)));
            }
        }
        return Optional.empty();
    }

    /** What one basket brings on the ladder. */
    private static long adds(TierSet set, Basket basket) {
        return switch (set.metric().kind()) {
            case SPEND -> basket.amount();
            case ORDERS -> 1;
            case STATUS_POINTS, COUNTER -> 0;
        };
    }

    /** Faster points, the tier's own benefits, and the rights that begin there. */
    private static List<String> unlocks(Say say, TierSet set, int rank) {
        Tier tier = set.tiers().get(rank);
        ProgramDocument document = say.document();
        List<String> unlocks = new ArrayList<>();
        tier.multipliers().forEach((wallet, factor) -> {
            BigDecimal before = set.tiers().get(rank - 1).multipliers().getOrDefault(wallet, BigDecimal.ONE);
            if (factor.compareTo(before) > 0) {
                document.wallet(wallet)
                        .map(known -> say.word("card.factor")
                                .replace("{factor}", Numbers.plain(factor))
                                .replace("{wallet}", say.in(known.name())))
                        .ifPresent(unlocks::add);
            }
        });
        tier.benefits().stream().map(say::in).forEach(unlocks::add);
        document.entitlements().stream()
                .filter(right -> beginsAt(right, set, tier))
                .map(right -> say.in(right.name()))
                .forEach(unlocks::add);
        return unlocks;
    }

    private static boolean beginsAt(TierEntitlement right, TierSet set, Tier tier) {
        return right.tier()
                .filter(level -> level.set().equals(set.code()) && level.from().equals(tier.code()))
                .isPresent();
    }
}
