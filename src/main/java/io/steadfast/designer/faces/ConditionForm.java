package io.steadfast.designer.faces;

import io.steadfast.choices.core.AttributeDefinition;
import io.steadfast.choices.core.AttributeSubject;
import io.steadfast.designer.Edit;
import io.steadfast.designer.faces.Value.Choice;
import io.steadfast.programs.ConditionSentence;
import io.steadfast.programs.Words;
import io.steadfast.programs.core.Condition;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.FactKind;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.Trigger;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Conditions as sentences of their own, one for each fact that must hold, and the facts one can add. */
final class ConditionForm {

    private static final List<FactKind> OF_LINES = List.of(FactKind.CATEGORY, FactKind.SKU, FactKind.BRAND);
    private static final List<FactKind> OF_ORDERS =
            List.of(FactKind.ORDER_AMOUNT, FactKind.STORE, FactKind.CHANNEL, FactKind.FIRST_ORDER);
    private static final List<FactKind> OF_ALL =
            List.of(FactKind.WEEKDAY, FactKind.TIME_OF_DAY, FactKind.BIRTHDAY_MONTH);
    private static final Set<Condition.Operator> NAMED =
            Set.of(Condition.Operator.IS_ONE_OF, Condition.Operator.IS_NONE_OF);

    private final Say say;
    private final ConditionSentence plain;

    ConditionForm(Say say) {
        this.say = say;
        this.plain = new ConditionSentence(Words.of("sentences", say.document(), say.locale()));
    }

    /** Adds a sentence for each fact that must hold; groups have one of their own, and what is in them stands below it. */
    void write(Condition condition, String path, Block.Builder block) {
        write(condition, path, block, 0);
    }

    private void write(Condition condition, String path, Block.Builder block, int depth) {
        if (condition instanceof Condition.All all) {
            if (depth > 0) {
                block.say(group("fact.all", path, depth));
            }
            several(all.of(), path + "/of/", block, depth > 0 ? depth + 1 : 0);
        } else if (condition instanceof Condition.Any any) {
            block.say(group("fact.any", path, depth));
            several(any.of(), path + "/of/", block, depth + 1);
        } else if (condition instanceof Condition.Not not) {
            denied(not, path, block, depth);
        } else {
            Condition.Fact fact = (Condition.Fact) condition;
            block.say(fact(fact, path).with(say.remove(path)).below(depth));
            switches(fact, path + "/values", block);
        }
    }

    private void several(List<Condition> of, String path, Block.Builder block, int depth) {
        for (int at = 0; at < of.size(); at++) {
            write(of.get(at), path + at, block, depth);
        }
    }

    /** What must not hold: one thing, or none of several. */
    private void denied(Condition.Not not, String path, Block.Builder block, int depth) {
        if (not.of() instanceof Condition.Any any) {
            block.say(say.sentence("fact.none", alternatives(path + "/of/of"))
                    .with(say.remove(path))
                    .below(depth));
            several(any.of(), path + "/of/of/", block, depth + 1);
        } else {
            block.say(say.sentence("fact.not").with(say.remove(path)).below(depth));
            write(not.of(), path + "/of", block, depth + 1);
        }
    }

    private Sentence group(String key, String path, int depth) {
        return say.sentence(key, alternatives(path + "/of"))
                .with(say.remove(path))
                .below(depth);
    }

    /** A list of what can be put among several; choosing one adds it. */
    private Value alternatives(String path) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", say.word("fact.add")));
        Stream.of(OF_LINES, OF_ORDERS, OF_ALL)
                .flatMap(List::stream)
                .forEach(fact -> choices.add(new Choice(say.choices().wish(fact), say.word("add.fact." + fact))));
        return say.choice("add", Edit.Op.CONDITION, path, choices, "");
    }

    private void switches(Condition.Fact fact, String path, Block.Builder block) {
        if (fact.fact() == FactKind.WEEKDAY) {
            block.switches(say.word("weekdays"), weekdays(fact, path));
            return;
        }
        List<Choice> known = NAMED.contains(fact.operator()) ? say.choices().of(fact) : List.of();
        if (!known.isEmpty()) {
            List<Act> acts = known.stream()
                    .map(one -> new Act(Edit.Op.TOGGLE, path, one.code(), one.label())
                            .pressed(Boolean.toString(fact.values().contains(one.code()))))
                    .toList();
            block.switches(say.word("your_own").replace("{fact}", plain.name(fact.fact(), fact.of())), acts);
        }
    }

    /** What can be asked besides, of a rule like this. */
    List<Act> offers(EarningRule rule, String path) {
        boolean ofOrder = rule.trigger() instanceof Trigger.OnOrder;
        List<Act> offers = new ArrayList<>();
        if (ofOrder) {
            OF_LINES.forEach(fact -> offers.add(offer(fact, path + "/lines")));
            OF_ORDERS.forEach(fact -> offers.add(offer(fact, path + "/when")));
            offers.add(group("ANY", path + "/when"));
            offers.add(group("NOT", path + "/when"));
        }
        OF_ALL.forEach(fact -> offers.add(offer(fact, path + "/when")));
        offers.addAll(tiers(path + "/when"));
        say.choices().attributes().stream()
                .filter(one -> fits(one, ofOrder))
                .forEach(one -> offers.add(offer(one, path)));
        return offers;
    }

    /** One for each ladder; with several each says which it is. */
    private List<Act> tiers(String path) {
        List<TierSet> sets = say.document().tierSets();
        if (sets.size() < 2) {
            return sets.stream().map(set -> offer(FactKind.TIER, path)).toList();
        }
        return sets.stream()
                .filter(set -> !set.tiers().isEmpty())
                .map(set -> new Act(
                                Edit.Op.CONDITION,
                                path,
                                FactKind.TIER + ":" + set.code() + ":"
                                        + set.tiers()
                                                .get(set.tiers().size() - 1)
                                                .code(),
                                say.of("add.fact." + FactKind.TIER, set))
                        .withIcon("pi-plus"))
                .toList();
    }

    private static boolean fits(AttributeDefinition attribute, boolean ofOrder) {
        return switch (attribute.subject()) {
            case MEMBER -> true;
            case LINE -> ofOrder;
            case ACTIVITY -> !ofOrder;
        };
    }

    private Act offer(AttributeDefinition attribute, String path) {
        String place = path + (attribute.subject() == AttributeSubject.LINE ? "/lines" : "/when");
        return new Act(Edit.Op.CONDITION, place, Choices.wish(attribute), attribute.name()).withIcon("pi-plus");
    }

    private Act group(String kind, String path) {
        return new Act(Edit.Op.CONDITION, path, kind, say.word("add.fact." + kind)).withIcon("pi-plus");
    }

    private Act offer(FactKind fact, String path) {
        return new Act(Edit.Op.CONDITION, path, say.choices().wish(fact), say.word("add.fact." + fact))
                .withIcon("pi-plus");
    }

    private Sentence fact(Condition.Fact fact, String path) {
        Value name = say.fixed("fact", plain.name(fact.fact(), fact.of()));
        if (fact.amounts().isPresent()) {
            String currency = say.currency().getCurrencyCode();
            long figure = fact.amounts().get().in(currency).orElse(0);
            return say.sentence(
                    "fact.figure",
                    name,
                    operator(fact, path, List.of(Condition.Operator.AT_LEAST, Condition.Operator.AT_MOST)),
                    say.money("amount", path + "/amounts/" + currency, figure));
        }
        return switch (fact.fact().type()) {
            case TIER -> tier(fact, path, name);
            case YES_NO -> say.sentence("fact.figure", name, say.fixed("operator", ""), yesNo(fact, path));
            case WEEKDAY ->
                say.sentence("fact.figure", name, operator(fact, path, named()), say.fixed("amount", days(fact)));
            default -> values(fact, path, name);
        };
    }

    private static List<Condition.Operator> named() {
        return List.of(Condition.Operator.IS_ONE_OF, Condition.Operator.IS_NONE_OF);
    }

    private Sentence values(Condition.Fact fact, String path, Value name) {
        if (NAMED.contains(fact.operator())) {
            return say.sentence(
                    "fact.figure",
                    name,
                    operator(fact, path, named()),
                    say.list("amount", path + "/values", fact.values()));
        }
        if (fact.operator() == Condition.Operator.BETWEEN && fact.values().size() == 2) {
            return say.sentence(
                    "fact.between",
                    name,
                    say.words("from", path + "/values/0", fact.values().get(0)),
                    say.words("through", path + "/values/1", fact.values().get(1)));
        }
        return say.sentence(
                "fact.figure",
                name,
                operator(fact, path, List.of(Condition.Operator.AT_LEAST, Condition.Operator.AT_MOST)),
                say.list("amount", path + "/values", fact.values()));
    }

    private Sentence tier(Condition.Fact fact, String path, Value name) {
        List<Choice> tiers = say.document().tierSets().stream()
                .filter(set -> fact.of().filter(set.code().value()::equals).isPresent())
                .flatMap(set -> set.tiers().stream())
                .map(tier -> new Choice(tier.code().value(), say.in(tier.name())))
                .toList();
        if (tiers.isEmpty() || fact.values().size() != 1) {
            return say.sentence("fact.other", say.fixed("condition", plain.of(fact)));
        }
        return say.sentence(
                "fact.figure",
                name,
                operator(
                        fact,
                        path,
                        List.of(Condition.Operator.AT_LEAST, Condition.Operator.AT_MOST, Condition.Operator.IS_ONE_OF)),
                say.choice(
                        "amount",
                        Edit.Op.CHOICE,
                        path + "/values/0",
                        tiers,
                        fact.values().get(0)));
    }

    private Value yesNo(Condition.Fact fact, String path) {
        List<Choice> choices = List.of(new Choice("true", say.word("yes")), new Choice("false", say.word("no")));
        return say.choice(
                "amount",
                Edit.Op.CHOICE,
                path + "/values/0",
                choices,
                fact.values().stream().findFirst().orElse("true"));
    }

    private Value operator(Condition.Fact fact, String path, List<Condition.Operator> operators) {
        List<Choice> choices = Stream.concat(operators.stream(), Stream.of(fact.operator()))
                .distinct()
                .map(one -> new Choice(Say.lower(one), say.word("operator." + one)))
                .toList();
        return say.choice("operator", Edit.Op.CHOICE, path + "/operator", choices, Say.lower(fact.operator()));
    }

    private List<Act> weekdays(Condition.Fact fact, String path) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Act(Edit.Op.TOGGLE, path, day.name(), day.getDisplayName(TextStyle.SHORT, say.locale()))
                        .pressed(Boolean.toString(fact.values().contains(day.name()))))
                .toList();
    }

    private String days(Condition.Fact fact) {
        return String.join(
                say.word("comma"),
                fact.values().stream()
                        .filter(value -> Arrays.stream(DayOfWeek.values())
                                .anyMatch(day -> day.name().equals(value)))
                        .map(value -> DayOfWeek.valueOf(value).getDisplayName(TextStyle.FULL, say.locale()))
                        .toList());
    }
}
