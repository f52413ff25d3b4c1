package io.steadfast.programs;

import io.steadfast.programs.core.Condition;
import io.steadfast.programs.core.FactKind;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.TierCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Optional;

/** A tree of conditions as one phrase. */
public final class ConditionSentence {

    private final Words words;

    public ConditionSentence(Words words) {
        this.words = words.from("sentences");
    }

    public String of(Condition condition) {
        if (condition instanceof Condition.All all) {
            return parts(all.of(), "all");
        }
        if (condition instanceof Condition.Any any) {
            return parts(any.of(), "or");
        }
        if (condition instanceof Condition.Not not) {
            return words.text("not", "condition", of(not.of()));
        }
        Condition.Fact fact = (Condition.Fact) condition;
        return words.text("fact", "fact", name(fact.fact(), fact.of()), "comparison", comparison(fact));
    }

    /** What a fact is called. */
    public String name(FactKind fact, Optional<String> of) {
        return words.text("fact." + fact, "name", of.orElse(""));
    }

    private String parts(List<Condition> parts, String word) {
        if (parts.isEmpty()) {
            return words.text("nothing");
        }
        return parts.stream()
                .map(part -> isCompound(part) ? words.text("nested", "condition", of(part)) : of(part))
                .reduce((one, other) -> one + words.text(word) + other)
                .orElseThrow();
    }

    private static boolean isCompound(Condition part) {
        return part instanceof Condition.All all && all.of().size() > 1
                || part instanceof Condition.Any any && any.of().size() > 1;
    }

    private String comparison(Condition.Fact fact) {
        List<String> shown = fact.amounts()
                .map(amounts -> List.of(words.amounts(amounts)))
                .orElseGet(() ->
                        fact.values().stream().map(value -> value(fact, value)).toList());
        return switch (fact.operator()) {
            case IS_ONE_OF -> words.text("is.one", "values", words.joined(shown, "or"));
            case IS_NONE_OF -> words.text("is.none", "values", words.joined(shown, "or"));
            case AT_LEAST -> words.text("is.least", "values", words.joined(shown, "or"));
            case AT_MOST -> words.text("is.most", "values", words.joined(shown, "or"));
            case BETWEEN ->
                words.text(
                        "is.between",
                        "from",
                        shown.stream().findFirst().orElse(""),
                        "to",
                        shown.stream().skip(1).findFirst().orElse(""));
        };
    }

    private String value(Condition.Fact fact, String value) {
        return switch (fact.fact().type()) {
            case YES_NO -> words.text(value.equals("true") ? "yes" : "no");
            case WEEKDAY -> weekday(value);
            case DATE -> value.matches("\\d{4}-\\d\\d-\\d\\d") ? words.date(LocalDate.parse(value)) : value;
            case TIER -> tier(fact, value);
            default -> value;
        };
    }

    private String weekday(String value) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(value)) {
                return day.getDisplayName(TextStyle.FULL, words.language());
            }
        }
        return value;
    }

    private String tier(Condition.Fact fact, String value) {
        return fact.of()
                .filter(set -> set.indexOf('/') < 0)
                .map(set -> TierSetRef.parse(set, words.document().basics().code()))
                .flatMap(ref -> words.document().tierSet(ref.set()))
                .flatMap(set -> set.tiers().stream()
                        .filter(tier -> tier.code().equals(new TierCode(value)))
                        .findFirst())
                .map(tier -> tier.name().in(words.language()))
                .orElse(value);
    }
}
