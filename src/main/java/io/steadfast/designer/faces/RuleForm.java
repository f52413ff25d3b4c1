package io.steadfast.designer.faces;

import io.steadfast.designer.faces.Value.Tone;
import io.steadfast.programs.core.Amounts;
import io.steadfast.programs.core.Cap;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.Rounding;
import io.steadfast.programs.core.Trigger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One rule as sentences: what it gives, then its limits. Reads the changed values back into a rule. */
public final class RuleForm {
    private final EarningRule rule;
    private final Words words;
    private final Currency currency;
    private final List<Sentence> sentences = new ArrayList<>();
    private final Value points;
    private final Value per;
    private final Value rounding;
    private final List<CapForm> caps = new ArrayList<>();

    /** A limit's two controls. */
    private record CapForm(Cap cap, Value limit, Value period) {}

    RuleForm(EarningRule rule, Words words, Currency currency) {
        this.rule = rule;
        this.words = words;
        this.currency = currency;
        this.points = Value.typed(Tone.GAIN, words.of("value.points"), shown(rule.effect()));
        this.per = per(rule.effect());
        this.rounding = Value.chosen(
                words.of("value.rounding"),
                words.choices("rounding", Rounding.Direction.values()),
                rule.rounding().direction().name());
        sentences.add(Sentence.of(
                words.of(pattern()).replace("{unit}", currency.getSymbol(words.locale())),
                Map.of("points", points, "per", per, "rounding", rounding, "what", trigger())));
        for (Cap cap : rule.caps()) {
            addCap(cap);
        }
    }

    private void addCap(Cap cap) {
        Value limit = Value.typed(Tone.WHEN, words.of("value.limit"), Long.toString(cap.limit()));
        Value period = Value.chosen(
                words.of("value.period"),
                words.choices("period", Cap.Period.values()),
                cap.period().name());
        caps.add(new CapForm(cap, limit, period));
        String pattern = "cap." + cap.unit() + "." + cap.scope();
        sentences.add(Sentence.of(words.of(pattern), Map.of("limit", limit, "period", period)));
    }

    private String pattern() {
        String kind = rule.effect().getClass().getSimpleName();
        boolean ofOrder = rule.trigger() instanceof Trigger.OnOrder;
        return rule.effect() instanceof Effect.Fixed
                ? "give.Fixed." + (ofOrder ? "order" : "activity")
                : "give." + kind;
    }

    private Value trigger() {
        String type = rule.trigger() instanceof Trigger.OnActivity activity ? activity.type() : "order";
        return Value.fixed(Tone.WHEN, words.orCode("activity", type));
    }

    private static String shown(Effect effect) {
        if (effect instanceof Effect.PerAmount perAmount) {
            return plain(perAmount.points());
        }
        if (effect instanceof Effect.Fixed fixed) {
            return Long.toString(fixed.points());
        }
        if (effect instanceof Effect.Percent percent) {
            return plain(percent.percent());
        }
        if (effect instanceof Effect.PerUnit perUnit) {
            return plain(perUnit.points());
        }
        return effect instanceof Effect.Multiplier multiplier ? plain(multiplier.factor()) : "";
    }

    private Value per(Effect effect) {
        if (effect instanceof Effect.PerAmount perAmount) {
            long minor = perAmount.per().in(currency.getCurrencyCode()).orElse(0);
            BigDecimal major = BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
            return Value.typed(Tone.WHEN, words.of("value.per"), plain(major));
        }
        if (effect instanceof Effect.PerUnit perUnit) {
            return Value.typed(Tone.WHEN, words.of("value.per"), plain(perUnit.per()));
        }
        return Value.fixed(Tone.WHEN, "");
    }

    /** The rule with what was changed; throws {@link NotANumber} with the words that are none. */
    EarningRule read() {
        List<Cap> read = new ArrayList<>();
        for (CapForm form : caps) {
            Cap cap = form.cap();
            long limit = form.limit().isChanged() ? Numbers.whole(form.limit().getText()) : cap.limit();
            read.add(new Cap(cap.scope(), Cap.Period.valueOf(form.period().getText()), cap.unit(), limit, cap.mode()));
        }
        Rounding.Direction direction = Rounding.Direction.valueOf(rounding.getText());
        return new EarningRule(
                rule.code(),
                rule.name(),
                rule.priority(),
                rule.group(),
                rule.trigger(),
                rule.when(),
                rule.lines(),
                rule.minimumBasket(),
                rule.validity(),
                rule.wallet(),
                rule.pointsClass(),
                effect(),
                rule.basis(),
                new Rounding(direction, rule.rounding().level()),
                read,
                rule.budgets(),
                rule.pending(),
                rule.expiry());
    }

    private Effect effect() {
        Effect effect = rule.effect();
        if (!points.isChanged() && !per.isChanged()) {
            return effect;
        }
        BigDecimal given = Numbers.decimal(points.getText());
        if (effect instanceof Effect.PerAmount perAmount) {
            return new Effect.PerAmount(given, amounts(perAmount.per()), perAmount.steps());
        }
        if (effect instanceof Effect.Fixed) {
            return new Effect.Fixed(Numbers.whole(points.getText()));
        }
        if (effect instanceof Effect.Percent) {
            return new Effect.Percent(given);
        }
        if (effect instanceof Effect.PerUnit perUnit) {
            return new Effect.PerUnit(given, perUnit.attribute(), Numbers.decimal(per.getText()), perUnit.steps());
        }
        return effect instanceof Effect.Multiplier multiplier
                ? new Effect.Multiplier(given, multiplier.reach(), multiplier.wallets())
                : effect;
    }

    /** The figure in the program's currency is replaced; what is stated in others stays. */
    private Amounts amounts(Amounts before) {
        if (!per.isChanged()) {
            return before;
        }
        var byCurrency = new java.util.TreeMap<>(before.byCurrency());
        byCurrency.put(currency.getCurrencyCode(), Numbers.minorUnits(per.getText(), currency));
        return new Amounts(byCurrency);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    public String getCode() {
        return rule.code().value();
    }

    public String getName() {
        return rule.name().in(words.locale());
    }

    public List<Sentence> getSentences() {
        return sentences;
    }

    /** What else holds and isn't a control yet: conditions, a minimum basket, dates, a budget. */
    public List<String> getNotes() {
        List<String> notes = new ArrayList<>();
        Optional.of("conditions")
                .filter(key -> rule.when().isPresent() || rule.lines().isPresent())
                .ifPresent(notes::add);
        rule.minimumBasket().ifPresent(basket -> notes.add("basket"));
        rule.validity().ifPresent(validity -> notes.add("dates"));
        Optional.of("budget").filter(key -> !rule.budgets().isEmpty()).ifPresent(notes::add);
        return notes;
    }
}
