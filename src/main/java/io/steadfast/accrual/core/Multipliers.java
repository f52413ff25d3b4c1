package io.steadfast.accrual.core;

import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.shared.WalletCode;
import io.steadfast.tiers.core.TierPart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which factors reach a line of a rule: the member's tiers', their paid plan's and those of multiplying rules (domain 43). */
final class Multipliers {

    private final FactReader reader;
    private final List<RuleMatch> rules;

    Multipliers(FactReader reader, List<RuleMatch> rules) {
        this.reader = reader;
        this.rules = List.copyOf(rules);
    }

    static Optional<Effect.Multiplier> effectOf(EarningRule rule) {
        return rule.effect() instanceof Effect.Multiplier multiplier ? Optional.of(multiplier) : Optional.empty();
    }

    /** A factor of 1 changes nothing and isn't listed. */
    List<MultiplierPart> reaching(EarningRule rule, WalletCode wallet, Optional<String> lineId) {
        List<MultiplierPart> parts = new ArrayList<>();
        if (rule.pointsClass() == EarningRule.PointsClass.BASE) {
            parts.addAll(ofTiers(wallet));
            ofPlan(wallet).ifPresent(parts::add);
        }
        for (RuleMatch match : rules) {
            Effect.Multiplier multiplier = effectOf(match.rule()).orElseThrow();
            if (reaches(multiplier, rule, wallet)
                    && lineId.map(match::covers).orElse(match.rule().lines().isEmpty())) {
                parts.add(MultiplierPart.whole(
                        MultiplierPart.Source.RULE, match.rule().code().value(), multiplier.factor()));
            }
        }
        return parts.stream().filter(part -> !part.changesNothing()).toList();
    }

    private static boolean reaches(Effect.Multiplier multiplier, EarningRule rule, WalletCode wallet) {
        return (multiplier.reach() == Effect.Reach.ALL || rule.pointsClass() == EarningRule.PointsClass.BASE)
                && (multiplier.wallets().isEmpty() || multiplier.wallets().contains(wallet));
    }

    private List<MultiplierPart> ofTiers(WalletCode wallet) {
        List<MultiplierPart> parts = new ArrayList<>();
        for (TierSet set : reader.document().tierSets()) {
            List<TierPart> cut = reader.crossed(set.code());
            if (cut.size() > 1) {
                parts.addAll(ofCrossed(set, cut, wallet));
                continue;
            }
            currentTier(reader, set)
                    .flatMap(tier -> Optional.ofNullable(tier.multipliers().get(wallet))
                            .map(factor -> MultiplierPart.whole(
                                    MultiplierPart.Source.TIER, tier.code().value(), factor)))
                    .ifPresent(parts::add);
        }
        return parts;
    }

    /** Each tier's factor for its share of the order; none where all tiers multiply alike. */
    private static List<MultiplierPart> ofCrossed(TierSet set, List<TierPart> cut, WalletCode wallet) {
        long whole = cut.stream().mapToLong(TierPart::counted).reduce(0, Math::addExact);
        List<MultiplierPart> parts = cut.stream()
                .map(part -> new MultiplierPart(
                        MultiplierPart.Source.TIER,
                        part.tier().value(),
                        factor(set, part, wallet),
                        Optional.of(new MultiplierPart.Share(part.counted(), whole))))
                .toList();
        return parts.stream().allMatch(part -> part.factor().compareTo(BigDecimal.ONE) == 0) ? List.of() : parts;
    }

    /** A tier that another version of the document doesn't have multiplies nothing. */
    private static BigDecimal factor(TierSet set, TierPart part, WalletCode wallet) {
        int rank = set.rankOf(part.tier());
        return rank < 0 ? BigDecimal.ONE : set.tiers().get(rank).multipliers().getOrDefault(wallet, BigDecimal.ONE);
    }

    private Optional<MultiplierPart> ofPlan(WalletCode wallet) {
        ProgramDocument document = reader.document();
        return reader.plan(document.basics().code())
                .flatMap(code -> document.plan(new PlanCode(code)))
                .flatMap(plan -> Optional.ofNullable(plan.multipliers().get(wallet))
                        .map(factor -> MultiplierPart.whole(
                                MultiplierPart.Source.PLAN, plan.code().value(), factor)));
    }

    static Optional<Tier> currentTier(FactReader reader, TierSet set) {
        ProgramDocument document = reader.document();
        return reader.tier(set.code().value())
                .map(code -> document.tierSet(set.code()).orElseThrow().rankOf(code))
                .filter(rank -> rank >= 0)
                .map(rank -> set.tiers().get(rank));
    }
}
