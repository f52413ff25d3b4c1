package io.steadfast.accrual.core;

import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.shared.WalletCode;
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
                parts.add(new MultiplierPart(
                        MultiplierPart.Source.RULE, match.rule().code().value(), multiplier.factor()));
            }
        }
        return parts.stream()
                .filter(part -> part.factor().compareTo(BigDecimal.ONE) != 0)
                .toList();
    }

    private static boolean reaches(Effect.Multiplier multiplier, EarningRule rule, WalletCode wallet) {
        return (multiplier.reach() == Effect.Reach.ALL || rule.pointsClass() == EarningRule.PointsClass.BASE)
                && (multiplier.wallets().isEmpty() || multiplier.wallets().contains(wallet));
    }

    private List<MultiplierPart> ofTiers(WalletCode wallet) {
        List<MultiplierPart> parts = new ArrayList<>();
        for (TierSet set : reader.document().tierSets()) {
            currentTier(reader, set)
                    .flatMap(tier -> Optional.ofNullable(tier.multipliers().get(wallet))
                            .map(factor -> new MultiplierPart(
                                    MultiplierPart.Source.TIER, tier.code().value(), factor)))
                    .ifPresent(parts::add);
        }
        return parts;
    }

    private Optional<MultiplierPart> ofPlan(WalletCode wallet) {
        ProgramDocument document = reader.document();
        return reader.plan(document.basics().code())
                .flatMap(code -> document.plan(new PlanCode(code)))
                .flatMap(plan -> Optional.ofNullable(plan.multipliers().get(wallet))
                        .map(factor -> new MultiplierPart(
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
