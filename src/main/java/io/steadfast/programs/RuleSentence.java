package io.steadfast.programs;

import io.steadfast.platform.i18n.Texts;
import io.steadfast.programs.core.Cap;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.Pending;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Trigger;
import io.steadfast.programs.core.Validity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An earning rule as one sentence; the designer, the terms, differences and audit say it in the same words. */
public final class RuleSentence {

    private final Words words;

    private RuleSentence(Words words) {
        this.words = words;
    }

    public static String of(ProgramDocument document, EarningRule rule, Locale language) {
        return of(Words.of("sentences", document, language), rule);
    }

    static String of(Words words, EarningRule rule) {
        return new RuleSentence(words.from("sentences")).sentence(rule);
    }

    private String sentence(EarningRule rule) {
        StringBuilder clauses = new StringBuilder();
        for (String clause : clauses(rule)) {
            clauses.append(words.text("clause", "clause", clause));
        }
        return words.text("sentence", "effect", effect(rule), "trigger", trigger(rule), "clauses", clauses);
    }

    private String trigger(EarningRule rule) {
        if (rule.trigger() instanceof Trigger.OnReferral referral) {
            return words.text("trigger.referral." + referral.side());
        }
        return rule.trigger() instanceof Trigger.OnActivity activity
                ? activity(activity.type())
                : words.text("trigger.order");
    }

    /** The product's own types by their names; a tenant's own by its code, which its members know from its own words. */
    private String activity(String type) {
        return activity(words, type);
    }

    /** An activity of a type, as a rule's sentence begins. */
    static String activity(Words words, String type) {
        Words sentences = words.from("sentences");
        String key = "trigger." + type;
        return Texts.has("sentences", key, words.language())
                ? sentences.text(key)
                : sentences.text("trigger.custom", "type", type);
    }

    /** What a kind of movement is called; a tenant's own by its code. */
    static String kind(Words words, String kind) {
        String key = "movement." + kind;
        return Texts.has("sentences", key, words.language())
                ? words.from("sentences").text(key)
                : kind;
    }

    private String effect(EarningRule rule) {
        Effect effect = rule.effect();
        if (effect instanceof Effect.PerAmount perAmount) {
            return words.text(
                    "effect.per_amount" + steps(perAmount.steps()),
                    "points",
                    points(perAmount.points(), rule),
                    "wallet",
                    wallet(rule),
                    "per",
                    words.amounts(perAmount.per()));
        }
        if (effect instanceof Effect.Percent percent) {
            return words.text("effect.percent", "percent", words.number(percent.percent()), "wallet", wallet(rule));
        }
        if (effect instanceof Effect.PerUnit perUnit) {
            return words.text(
                    "effect.per_unit" + steps(perUnit.steps()),
                    "points",
                    points(perUnit.points(), rule),
                    "wallet",
                    wallet(rule),
                    "per",
                    per(words, perUnit),
                    "unit",
                    perUnit.attribute().map(name -> measure(words, name)).orElseGet(() -> words.text("unit.quantity")));
        }
        if (effect instanceof Effect.Multiplier multiplier) {
            return multiplier(multiplier);
        }
        long points = ((Effect.Fixed) effect).points();
        return words.text("effect.fixed", "points", points(BigDecimal.valueOf(points), rule), "wallet", wallet(rule));
    }

    /** With its unit where the product knows the measure: 100 m of ascent. */
    static String per(Words words, Effect.PerUnit perUnit) {
        String number = words.number(perUnit.per());
        return perUnit.attribute()
                .filter(name -> isKnown(words, name))
                .map(name -> words.text("measure." + name + ".of", "per", number))
                .orElse(number);
    }

    static String measure(Words words, String attribute) {
        return isKnown(words, attribute) ? words.text("measure." + attribute) : attribute;
    }

    private static boolean isKnown(Words words, String attribute) {
        return Texts.has("sentences", "measure." + attribute, words.language());
    }

    private String multiplier(Effect.Multiplier multiplier) {
        List<String> names =
                multiplier.wallets().stream().map(words::walletName).toList();
        return words.text(
                "effect.multiplier." + multiplier.reach().name().toLowerCase(Locale.ROOT),
                "factor",
                words.number(multiplier.factor()),
                "wallets",
                names.isEmpty() ? "" : words.text("effect.wallets", "wallets", words.joined(names, "and")));
    }

    private static String steps(Effect.Steps steps) {
        return steps == Effect.Steps.EXACT ? "" : "." + steps.name().toLowerCase(Locale.ROOT);
    }

    private String points(BigDecimal points, EarningRule rule) {
        return rule.wallet().map(wallet -> words.points(points, wallet)).orElseGet(() -> words.number(points));
    }

    private String wallet(EarningRule rule) {
        return rule.wallet().map(words::walletName).orElse("");
    }

    private List<String> clauses(EarningRule rule) {
        List<String> clauses = new ArrayList<>();
        ConditionSentence conditions = new ConditionSentence(words);
        rule.lines().ifPresent(lines -> clauses.add(words.text("lines", "condition", conditions.of(lines))));
        rule.when().ifPresent(when -> clauses.add(words.text("when", "condition", conditions.of(when))));
        rule.minimumBasket()
                .ifPresent(minimum -> clauses.add(words.text(
                        "minimum." + minimum.onReturn().name().toLowerCase(Locale.ROOT),
                        "amount",
                        words.amounts(minimum.amount()))));
        rule.validity().flatMap(this::validity).ifPresent(clauses::add);
        rule.caps().forEach(cap -> clauses.add(cap(cap)));
        rule.budgets().forEach(budget -> clauses.add(words.text("budget", "budget", budgetName(budget))));
        if (!(rule.effect() instanceof Effect.Multiplier)) {
            clauses.addAll(ofGrant(rule));
        }
        return clauses;
    }

    private List<String> ofGrant(EarningRule rule) {
        List<String> clauses = new ArrayList<>();
        if (!(rule.effect() instanceof Effect.Fixed) || isMultiplied()) {
            clauses.add(words.text("rounding." + rule.rounding().direction() + "."
                    + rule.rounding().level()));
        }
        if (rule.pointsClass() == EarningRule.PointsClass.BONUS) {
            clauses.add(words.text("class.bonus"));
        }
        rule.basis().ifPresent(basis -> clauses.add(BasisSentence.phrase(words, basis)));
        rule.pending().ifPresent(pending -> clauses.add(pending(words, pending)));
        if (!rule.expiry().isEmpty()) {
            clauses.add(new ExpirySentence(words).of(rule.expiry()));
        }
        return clauses;
    }

    /** A fixed number of points is only rounded where something may multiply it. */
    private boolean isMultiplied() {
        return !words.document().tierSets().isEmpty()
                || words.document().earning().rules().stream()
                        .anyMatch(rule -> rule.effect() instanceof Effect.Multiplier);
    }

    private Optional<String> validity(Validity validity) {
        if (validity.from().isPresent() && validity.through().isPresent()) {
            return Optional.of(words.text(
                    "validity.both",
                    "from",
                    words.date(validity.from().get()),
                    "through",
                    words.date(validity.through().get())));
        }
        return validity.from()
                .map(from -> words.text("validity.from", "from", words.date(from)))
                .or(() -> validity.through()
                        .map(through -> words.text("validity.through", "through", words.date(through))));
    }

    private String cap(Cap cap) {
        return cap(words, cap);
    }

    static String cap(Words words, Cap cap) {
        String key = "cap." + cap.unit() + "." + cap.scope();
        return words.text(
                        key.toLowerCase(Locale.ROOT),
                        "count",
                        cap.limit(),
                        "period",
                        words.text("period." + cap.period()))
                + (cap.mode() == Cap.Mode.REJECT && cap.unit() == Cap.Unit.POINTS ? words.text("cap.reject") : "");
    }

    private String budgetName(String code) {
        return words.document()
                .budget(code)
                .map(budget -> budget.name().in(words.language()))
                .orElse(code);
    }

    static String pending(Words words, Pending pending) {
        if (pending instanceof Pending.AfterDays wait) {
            return words.text(
                    "pending.after_days." + wait.start().name().toLowerCase(Locale.ROOT), "days", wait.days());
        }
        if (pending instanceof Pending.NextDate next) {
            return words.text("pending.next_date", "dates", words.days(next.dates()));
        }
        if (pending instanceof Pending.OnEvent event) {
            return words.text("pending.on_event", "event", event.event(), "days", event.cancelAfterDays());
        }
        return words.text("pending.immediate");
    }
}
