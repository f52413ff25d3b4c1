package io.steadfast.programs;

import io.steadfast.platform.i18n.Texts;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.Pending;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.Trigger;
import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeSet;

/** What members do and what they get for it, in one sentence: the first rules, what multiplies them, and the limits over all. */
final class EarningBrief {

    private static final int RULES = 3;
    private static final int FACTORS = 4;

    private final BriefWords say;
    private final Words sentences;
    private final ProgramDocument document;

    EarningBrief(BriefWords say) {
        this.say = say;
        this.sentences = say.words().from("sentences");
        this.document = say.document();
    }

    String sentence() {
        List<String> parts = rules();
        if (parts.isEmpty()) {
            return document.wallets().isEmpty() ? "" : say.text("earn.none");
        }
        document.tierSets().forEach(set -> factors(set, parts));
        document.plans()
                .forEach(plan -> new TreeSet<>(plan.multipliers().values())
                        .forEach(factor -> parts.add(say.text(
                                "earn.factor.plan",
                                "factor",
                                say.words().number(factor),
                                "plan",
                                say.in(plan.name())))));
        document.earning().caps().forEach(cap -> parts.add(RuleSentence.cap(sentences, cap.cap())));
        if (!(document.earning().pending() instanceof Pending.Immediate)) {
            parts.add(RuleSentence.pending(sentences, document.earning().pending()));
        }
        return say.text("sentence", "parts", say.clauses(parts));
    }

    private List<String> rules() {
        List<EarningRule> rules = document.earning().rules().stream()
                .sorted(Comparator.comparingInt(EarningRule::priority))
                .toList();
        List<String> parts = new ArrayList<>();
        rules.stream().limit(RULES).map(this::rule).forEach(parts::add);
        if (rules.size() > RULES) {
            parts.add(say.text("earn.more", "count", rules.size() - RULES));
        }
        return parts;
    }

    private String rule(EarningRule rule) {
        String effect = effect(rule);
        String whole = rule.minimumBasket()
                .map(least -> say.text("earn.from", "rule", effect, "amount", say.amounts(least.amount())))
                .orElse(effect);
        List<String> limits = new ArrayList<>();
        if (rule.when().isPresent()
                || rule.lines().isPresent()
                || rule.validity().isPresent()) {
            limits.add(say.text("earn.conditions"));
        }
        if (!rule.caps().isEmpty()) {
            limits.add(say.limits(rule.caps()));
        }
        return limits.isEmpty() ? whole : say.text("earn.limited", "rule", whole, "limits", say.clauses(limits));
    }

    private String effect(EarningRule rule) {
        Effect effect = rule.effect();
        if (effect instanceof Effect.PerAmount amount) {
            return say.text(
                    "earn.per_amount" + steps(amount.steps()),
                    "points",
                    points(rule, amount.points()),
                    "per",
                    say.amounts(amount.per()));
        }
        if (effect instanceof Effect.Percent percent) {
            return say.text(
                    "earn.percent",
                    "percent",
                    say.words().number(percent.percent()),
                    "wallet",
                    rule.wallet().map(say.words()::walletName).orElse(""));
        }
        if (effect instanceof Effect.PerUnit unit) {
            return perUnit(rule, unit);
        }
        if (effect instanceof Effect.Multiplier multiplier) {
            return say.text(
                    "earn.factor.rule", "factor", say.words().number(multiplier.factor()), "rule", say.in(rule.name()));
        }
        long points = ((Effect.Fixed) effect).points();
        return say.text("earn.fixed", "points", points(rule, BigDecimal.valueOf(points)), "what", what(rule.trigger()));
    }

    private String perUnit(EarningRule rule, Effect.PerUnit unit) {
        return say.text(
                "earn.per_unit" + steps(unit.steps()),
                "points",
                points(rule, unit.points()),
                "per",
                RuleSentence.per(sentences, unit),
                "unit",
                unit.attribute()
                        .map(measure -> RuleSentence.measure(sentences, measure))
                        .orElseGet(() -> say.text("earn.pieces")));
    }

    private String points(EarningRule rule, BigDecimal points) {
        return rule.wallet()
                .map(wallet -> say.points(points, wallet))
                .orElseGet(() -> say.words().number(points));
    }

    private String what(Trigger trigger) {
        String type = trigger.activityType().orElse("order");
        return Texts.has("briefs", "earn." + type, say.words().language())
                ? say.text("earn." + type)
                : say.text("earn.custom", "type", type);
    }

    private static String steps(Effect.Steps steps) {
        return steps == Effect.Steps.EXACT ? "" : "." + steps.name().toLowerCase(Locale.ROOT);
    }

    /** Each tier's factor; of a long ladder only from which to which. */
    private void factors(TierSet set, List<String> parts) {
        List<Tier> faster = set.tiers().stream()
                .filter(tier -> !tier.multipliers().isEmpty())
                .toList();
        if (faster.size() <= FACTORS) {
            faster.forEach(tier -> parts.add(say.text(
                    "earn.factor",
                    "factor",
                    say.words().number(most(tier.multipliers())),
                    "tier",
                    say.in(tier.name()))));
            return;
        }
        TreeSet<BigDecimal> all = new TreeSet<>();
        faster.forEach(tier -> all.addAll(tier.multipliers().values()));
        parts.add(say.text(
                "earn.factors",
                "least",
                say.words().number(all.first()),
                "most",
                say.words().number(all.last())));
    }

    private static BigDecimal most(SortedMap<WalletCode, BigDecimal> multipliers) {
        return new TreeSet<>(multipliers.values()).last();
    }
}
