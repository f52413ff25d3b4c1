package io.steadfast.rewards.core;

import io.steadfast.programs.core.Cap;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.RewardKind;
import io.steadfast.programs.core.RewardPrice;
import io.steadfast.programs.core.TierLevel;
import io.steadfast.programs.core.TierPrice;
import io.steadfast.programs.core.TierSet;
import io.steadfast.shared.TierCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Whether a member can have a reward now (domain 55): on sale, in its window, for this member, in stock, within the
 * limit and affordable; with <i>all</i> reasons against it.
 *
 * @param points what it costs this member for one; empty where it isn't for sale
 */
public record Availability(List<Unmet> reasons, OptionalLong points) {

    public Availability {
        reasons = List.copyOf(reasons);
    }

    public boolean available() {
        return reasons.isEmpty();
    }

    /**
     * Judges so many of a reward of a document.
     *
     */
    public static Availability of(Reward reward, ProgramDocument document, Buyer buyer, Supply supply, Wanted wanted) {
        ZoneId zone = document.basics().zone();
        List<Unmet> reasons = new ArrayList<>();
        if (buyer.standing() == Buyer.Standing.BLOCKED) {
            reasons.add(Unmet.of(UnmetReason.MEMBER_NOT_ACTIVE));
        }
        window(reward, wanted.now().atZone(zone).toLocalDate()).ifPresent(reasons::add);
        reward.audience()
                .filter(level -> !reaches(document, buyer, level))
                .ifPresent(level -> reasons.add(Unmet.tier(level)));
        reward.plan().filter(plan -> !buyer.plans().contains(plan)).ifPresent(plan -> reasons.add(Unmet.plan(plan)));
        if (supply.left().isPresent() && supply.left().getAsLong() < wanted.quantity()) {
            reasons.add(Unmet.stock(Math.max(0, supply.left().getAsLong())));
        }
        limit(reward, supply, wanted, zone).ifPresent(reasons::add);
        if (reward.gives() instanceof RewardKind.Donation && supply.donations() == Supply.Donations.NOT_TAKEN) {
            reasons.add(Unmet.of(UnmetReason.DONATIONS_NOT_TAKEN));
        }
        OptionalLong points = reward.price()
                .map(price -> OptionalLong.of(pointsFor(document, buyer, price)))
                .orElse(OptionalLong.empty());
        if (points.isEmpty()) {
            reasons.add(Unmet.of(UnmetReason.REWARD_NOT_SOLD));
        } else {
            // Nobody has so many points that a price beyond half of all numbers makes a difference.
            long cost = Math.min(points.getAsLong(), Long.MAX_VALUE / 2 / wanted.quantity()) * wanted.quantity();
            long spendable =
                    buyer.spendable().getOrDefault(reward.price().orElseThrow().wallet(), 0L);
            if (spendable < cost) {
                reasons.add(Unmet.points(cost - spendable));
            }
        }
        return new Availability(reasons, points);
    }

    /** With one reason more. */
    public Availability and(Unmet unmet) {
        return new Availability(
                Stream.concat(reasons.stream(), Stream.of(unmet)).toList(), points);
    }

    /**
     * How many are wanted, and when.
     *
     * @param quantity at least 1
     */
    public record Wanted(int quantity, Instant now) {

        public Wanted {
            if (quantity < 1) {
                throw new IllegalArgumentException("Nobody wants " + quantity);
            }
        }
    }

    private static Optional<Unmet> window(Reward reward, LocalDate today) {
        Optional<LocalDate> from = reward.visible().from().filter(today::isBefore);
        if (from.isPresent()) {
            return Optional.of(Unmet.from(UnmetReason.REWARD_NOT_OPEN_YET, from.get()));
        }
        return reward.visible().through().filter(today::isAfter).map(last -> Unmet.of(UnmetReason.REWARD_CLOSED));
    }

    private static Optional<Unmet> limit(Reward reward, Supply supply, Wanted wanted, ZoneId zone) {
        return reward.perMember()
                .filter(limit -> supply.had() + wanted.quantity() > limit.times())
                .map(limit -> {
                    // Waiting helps only where the wish fits into an empty window.
                    boolean waits = limit.period() != Cap.Period.EVER && wanted.quantity() <= limit.times();
                    return waits
                            ? LimitWindow.of(limit.period(), wanted.now(), zone)
                                    .end()
                                    .map(end -> Unmet.from(
                                            UnmetReason.LIMIT_REACHED,
                                            end.atZone(zone).toLocalDate()))
                                    .orElseThrow()
                            : Unmet.of(UnmetReason.LIMIT_REACHED_FOR_GOOD);
                });
    }

    /** The lowest price that the member's tiers give them. */
    private static long pointsFor(ProgramDocument document, Buyer buyer, RewardPrice price) {
        return price.byTier().stream()
                .filter(own -> reaches(document, buyer, new TierLevel(own.set(), own.from())))
                .mapToLong(TierPrice::points)
                .reduce(price.points(), Math::min);
    }

    /** Whether the member stands on a level or above it. */
    public static boolean reaches(ProgramDocument document, Buyer buyer, TierLevel level) {
        Optional<TierSet> set = document.tierSet(level.set());
        if (set.isEmpty()) {
            return false;
        }
        int needed = set.get().rankOf(level.from());
        TierCode own = Optional.ofNullable(buyer.tiers().get(level.set()))
                .orElseGet(() -> set.get().tiers().get(0).code());
        return needed >= 0 && set.get().rankOf(own) >= needed;
    }
}
