package io.steadfast.cards.core;

import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierEntitlement;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.Wallet;
import io.steadfast.rewards.core.Availability;
import io.steadfast.rewards.core.Unmet;
import io.steadfast.rewards.core.UnmetReason;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a member sees of a program at a glance.
 *
 * @param level on the program's first ladder; empty where it has none
 * @param wallets those one can spend from
 * @param next the way up from there; empty at the top
 * @param reward the one of which the fewest points are missing and nothing else; where there is none, the cheapest that can be had
 * @param donated what the member's orders and points have brought to charity
 */
public record MemberCard(
        ProgramCode program,
        LocalText name,
        Optional<Level> level,
        List<Purse> wallets,
        Optional<NextTier> next,
        Optional<NextReward> reward,
        Money donated) {

    private static final int WHOLE = 100;

    public MemberCard {
        wallets = List.copyOf(wallets);
    }

    /** @param through the last day of an earned tier; empty where it has no end or is lent */
    public record Level(TierSetCode set, TierCode code, LocalText name, Optional<LocalDate> through) {}

    /** @param spendable in the wallet's smallest unit, or minor units of the program's currency */
    public record Purse(
            WalletCode wallet,
            LocalText name,
            Wallet.Unit unit,
            int decimals,
            long spendable,
            Optional<CardFacts.Lapsing> lapsing) {}

    /**
     * The next tier.
     *
     * @param missing in the metric's unit: minor units of the program's currency, points or a count
     * @param percent how far the member is
     * @param unlocks what members have there that they don't have yet
     */
    public record NextTier(
            TierCode code,
            LocalText name,
            TierSet.Metric.Kind metric,
            long missing,
            int percent,
            List<Unlock> unlocks) {

        public NextTier {
            unlocks = List.copyOf(unlocks);
        }
    }

    /**
     * Faster points in a wallet, or a benefit by its name.
     *
     * @param factor of what basic rules give; with {@code wallet}
     */
    public record Unlock(Optional<WalletCode> wallet, Optional<BigDecimal> factor, Optional<LocalText> benefit) {}

    /** @param points what one costs this member; {@code missing} of them, in the wallet's smallest unit */
    public record NextReward(RewardCode code, LocalText name, WalletCode wallet, long points, long missing) {

        /** How far the member is. */
        public int percent() {
            return points <= 0 ? WHOLE : (int) ((points - missing) * WHOLE / points);
        }
    }

    public static MemberCard of(ProgramDocument document, CardFacts facts) {
        Optional<Stand> stand = document.tierSets().stream()
                .flatMap(set -> Optional.ofNullable(facts.places().get(set.code())).stream()
                        .map(place -> new Stand(set, place)))
                .findFirst();
        return new MemberCard(
                document.basics().code(),
                document.basics().name(),
                stand.map(each -> level(each, document.basics().zone())),
                purses(document, facts),
                stand.flatMap(each -> next(document, each)),
                reward(document, facts),
                new Money(facts.donated(), document.basics().currency()));
    }

    /** A ladder, and where the member is on it. */
    private record Stand(TierSet set, CardFacts.Place place) {

        int rank() {
            return Math.max(0, set.rankOf(place.current()));
        }
    }

    private static Level level(Stand stand, ZoneId zone) {
        Tier tier = stand.set().tiers().get(stand.rank());
        Optional<LocalDate> through =
                stand.place().until().map(end -> end.minusMillis(1).atZone(zone).toLocalDate());
        return new Level(stand.set().code(), tier.code(), tier.name(), through);
    }

    private static List<Purse> purses(ProgramDocument document, CardFacts facts) {
        CardFacts.Purse empty = new CardFacts.Purse(0, Optional.empty());
        return document.wallets().stream()
                .filter(wallet -> wallet.purpose() == Wallet.Purpose.REWARD)
                .map(wallet -> {
                    CardFacts.Purse purse = facts.purses().getOrDefault(wallet.code(), empty);
                    return new Purse(
                            wallet.code(),
                            wallet.name(),
                            wallet.unit(),
                            wallet.decimals(),
                            purse.spendable(),
                            purse.lapsing());
                })
                .toList();
    }

    private static Optional<NextTier> next(ProgramDocument document, Stand stand) {
        TierSet set = stand.set();
        int rank = stand.rank() + 1;
        if (rank >= set.tiers().size()) {
            return Optional.empty();
        }
        Tier tier = set.tiers().get(rank);
        long stands =
                Math.max(0, Math.min(tier.threshold(), stand.place().earned().metric()));
        return Optional.of(new NextTier(
                tier.code(),
                tier.name(),
                set.metric().kind(),
                tier.threshold() - stands,
                tier.threshold() <= 0 ? WHOLE : (int) (stands * WHOLE / tier.threshold()),
                unlocks(document, set, rank)));
    }

    /** Faster points, the gift for reaching it, the tier's own benefits, and the rights that begin there. */
    private static List<Unlock> unlocks(ProgramDocument document, TierSet set, int rank) {
        Tier tier = set.tiers().get(rank);
        List<Unlock> unlocks = new ArrayList<>();
        tier.multipliers().forEach((wallet, factor) -> {
            BigDecimal before = rank == 0
                    ? BigDecimal.ONE
                    : set.tiers().get(rank - 1).multipliers().getOrDefault(wallet, BigDecimal.ONE);
            if (factor.compareTo(before) > 0) {
                unlocks.add(new Unlock(Optional.of(wallet), Optional.of(factor), Optional.empty()));
            }
        });
        Stream.of(
                        tier.entryReward().flatMap(document::reward).map(Reward::name).stream(),
                        tier.benefits().stream(),
                        document.entitlements().stream()
                                .filter(right -> beginsAt(right, set, tier))
                                .map(TierEntitlement::name))
                .flatMap(names -> names)
                .forEach(benefit -> unlocks.add(new Unlock(Optional.empty(), Optional.empty(), Optional.of(benefit))));
        return unlocks;
    }

    private static boolean beginsAt(TierEntitlement right, TierSet set, Tier tier) {
        return right.tier()
                .filter(level -> level.set().equals(set.code()) && level.from().equals(tier.code()))
                .isPresent();
    }

    private static Optional<NextReward> reward(ProgramDocument document, CardFacts facts) {
        List<NextReward> waiting = new ArrayList<>();
        List<NextReward> within = new ArrayList<>();
        for (Reward reward : document.rewards()) {
            Availability judged = facts.rewards().get(reward.code());
            if (judged != null && judged.points().isPresent() && reward.price().isPresent()) {
                long missing = judged.reasons().stream()
                        .flatMap(unmet -> unmet.points().stream())
                        .mapToLong(Long::longValue)
                        .sum();
                NextReward next = new NextReward(
                        reward.code(),
                        reward.name(),
                        reward.price().get().wallet(),
                        judged.points().getAsLong(),
                        missing);
                if (judged.available()) {
                    within.add(next);
                } else if (judged.reasons().stream().map(Unmet::reason).allMatch(UnmetReason.POINTS_MISSING::equals)) {
                    waiting.add(next);
                }
            }
        }
        return waiting.stream()
                .min(Comparator.comparingLong(NextReward::missing))
                .or(() -> within.stream().min(Comparator.comparingLong(NextReward::points)));
    }
}
