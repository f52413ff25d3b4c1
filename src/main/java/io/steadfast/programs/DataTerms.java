package io.steadfast.programs;

import io.steadfast.programs.core.ActivityCheck;
import io.steadfast.programs.core.Condition;
import io.steadfast.programs.core.DateGift;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.FactKind;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Trigger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the terms say of members' data: for each thing that the program does, what it looks at, and what is left when it is erased. */
final class DataTerms {

    private static final Map<FactKind, String> SAID = said();

    private final Words terms;
    private final ProgramDocument document;

    DataTerms(Words terms) {
        this.terms = terms;
        this.document = terms.document();
    }

    /** Facts by what people call what they are taken from; amount and day are always looked at. */
    private static Map<FactKind, String> said() {
        Map<FactKind, String> said = new EnumMap<>(FactKind.class);
        for (FactKind fact : FactKind.values()) {
            switch (fact) {
                case STORE, STORE_BRAND, STORE_REGION, STORE_COUNTRY, HOME_STORE -> said.put(fact, "store");
                case CHANNEL -> said.put(fact, "channel");
                case TENDER -> said.put(fact, "tender");
                case SEGMENT -> said.put(fact, "segment");
                case MEMBER_KIND -> said.put(fact, "kind");
                case EMPLOYEE -> said.put(fact, "employee");
                case BIRTHDAY_MONTH -> said.put(fact, "birthday");
                case FIRST_ORDER, ORDERS_BEFORE -> said.put(fact, "before");
                case DAYS_SINCE_ENROLMENT -> said.put(fact, "joined");
                default -> {
                    if (fact.subject() == FactKind.Subject.LINE) {
                        said.put(fact, "articles");
                    } else if (fact == FactKind.TIME_OF_DAY) {
                        said.put(fact, "time");
                    }
                }
            }
        }
        return said;
    }

    List<Terms.Section> sections() {
        List<String> paragraphs = new ArrayList<>();
        if (earning().anyMatch(rule -> rule.trigger() instanceof Trigger.OnOrder)) {
            paragraphs.add(terms.text("data.orders", "facts", terms.joined(facts(), "and")));
        }
        activities().ifPresent(paragraphs::add);
        say("data.tiers", document.tierSets(), paragraphs);
        say("data.plans", document.plans(), paragraphs);
        say("data.stamps", document.stampCards(), paragraphs);
        say("data.giving", document.giving().pledges(), paragraphs);
        say("data.birthday", birthdays(), paragraphs);
        say("data.friends", document.referral().stream().toList(), paragraphs);
        say("data.erased", document.wallets(), paragraphs);
        return paragraphs.isEmpty() ? List.of() : List.of(new Terms.Section(terms.text("data"), paragraphs));
    }

    private void say(String key, List<?> because, List<String> paragraphs) {
        if (!because.isEmpty()) {
            paragraphs.add(terms.text(key));
        }
    }

    private List<DateGift> birthdays() {
        return document.dateGifts().stream()
                .filter(gift -> gift.occasion() == DateGift.Occasion.BIRTHDAY)
                .toList();
    }

    private Stream<EarningRule> earning() {
        return document.earning().rules().stream();
    }

    /** What is looked at of a purchase, and of who makes it. */
    private List<String> facts() {
        Set<String> facts = new LinkedHashSet<>();
        facts.add(terms.text("data.fact.amount"));
        facts.add(terms.text("data.fact.day"));
        earning()
                .flatMap(rule -> Stream.of(rule.when(), rule.lines()))
                .flatMap(Optional::stream)
                .flatMap(DataTerms::facts)
                .forEach(fact -> name(fact).ifPresent(facts::add));
        return List.copyOf(facts);
    }

    private Optional<String> name(Condition.Fact fact) {
        if (fact.fact() == FactKind.MEMBER_ATTRIBUTE) {
            return fact.of().map(name -> terms.text("data.fact.attribute", "name", name));
        }
        return Optional.ofNullable(SAID.get(fact.fact())).map(key -> terms.text("data.fact." + key));
    }

    private static Stream<Condition.Fact> facts(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.of().stream().flatMap(DataTerms::facts);
        }
        if (condition instanceof Condition.Any any) {
            return any.of().stream().flatMap(DataTerms::facts);
        }
        if (condition instanceof Condition.Not not) {
            return facts(not.of());
        }
        return condition instanceof Condition.Fact fact ? Stream.of(fact) : Stream.empty();
    }

    /** As it stands within a sentence. */
    private String within(String begins) {
        return begins.substring(0, 1).toLowerCase(terms.language()) + begins.substring(1);
    }

    /** Activities that somebody reports; what the product itself tells of friends is said with them. */
    private Optional<String> activities() {
        List<String> types = Stream.concat(
                        earning().flatMap(rule -> rule.trigger().activityType().stream()),
                        document.activityChecks().stream().map(ActivityCheck::type))
                .filter(type -> !Trigger.Side.owns(type))
                .distinct()
                .map(type -> within(RuleSentence.activity(terms, type)))
                .toList();
        return types.isEmpty()
                ? Optional.empty()
                : Optional.of(terms.text("data.activities", "activities", terms.joined(types, "and")));
    }
}
