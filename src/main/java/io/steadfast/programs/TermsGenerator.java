package io.steadfast.programs;

import io.steadfast.programs.core.AcceptedCurrency;
import io.steadfast.programs.core.Budget;
import io.steadfast.programs.core.Cap;
import io.steadfast.programs.core.Earning;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.ProgramBasics;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.RuleGroup;
import io.steadfast.programs.core.Transition;
import io.steadfast.programs.core.WalletCap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes the terms from the document: every rule that decides something stands in them, and nothing stands in them that
 * no rule is behind, but for the tenant's own clauses at the beginning and the end.
 */
public final class TermsGenerator {

    private final ProgramDocument document;
    private final Words terms;
    private final Words sentences;
    private final List<String> examples;

    private TermsGenerator(ProgramDocument document, Locale language, List<String> examples) {
        this.document = document;
        this.examples = examples;
        this.terms = Words.of("terms", document, language);
        this.sentences = terms.from("sentences");
    }

    /** Without examples, which only the engine can compute: what people read comes from {@link WrittenTerms}. */
    public static Terms generate(ProgramDocument document, Locale language) {
        return generate(document, language, List.of());
    }

    static Terms generate(ProgramDocument document, Locale language, List<String> examples) {
        return new TermsGenerator(document, language, examples).terms();
    }

    /** What the terms say, part by part in their order; without the tenant's own clauses. */
    public static Map<Part, List<Terms.Section>> parts(ProgramDocument document, Locale language) {
        return new TermsGenerator(document, language, List.of()).parts();
    }

    /** What the terms are made of, in their order. */
    public enum Part {
        ABOUT,
        EARNING,
        WALLETS,
        TIERS,
        PLANS,
        REWARDS,
        STAMPS,
        RETURNS,
        GIVING,
        CHANGES,
        DATA
    }

    private Terms terms() {
        List<Terms.Section> sections = new ArrayList<>();
        own(document.terms().opening(), sections);
        parts().values().forEach(sections::addAll);
        own(document.terms().closing(), sections);
        String name = document.basics().name().in(terms.language());
        return new Terms(terms.text("title", "program", name), sections);
    }

    private Map<Part, List<Terms.Section>> parts() {
        WalletTerms wallets = new WalletTerms(terms);
        Map<Part, List<Terms.Section>> parts = new EnumMap<>(Part.class);
        parts.put(Part.ABOUT, List.of(new Terms.Section(terms.text("about"), about())));
        parts.put(
                Part.EARNING,
                earnsAnything()
                        ? Stream.of(
                                        List.of(new Terms.Section(terms.text("earning"), earning())),
                                        new ActivityTerms(terms).sections(),
                                        new ReferralTerms(terms).sections())
                                .flatMap(List::stream)
                                .toList()
                        : List.of());
        parts.put(Part.WALLETS, wallets.sections());
        parts.put(Part.TIERS, new TierTerms(terms).sections());
        parts.put(Part.PLANS, new PlanTerms(terms).sections());
        parts.put(Part.REWARDS, new RewardTerms(terms).sections());
        parts.put(
                Part.STAMPS,
                Stream.concat(new StampTerms(terms).sections().stream(), new DateGiftTerms(terms).sections().stream())
                        .toList());
        parts.put(
                Part.RETURNS,
                document.wallets().isEmpty()
                        ? List.of()
                        : List.of(new Terms.Section(terms.text("returns"), wallets.returns())));
        parts.put(Part.GIVING, new GivingTerms(terms).sections());
        List<String> changes = changes();
        parts.put(
                Part.CHANGES,
                changes.isEmpty() ? List.of() : List.of(new Terms.Section(terms.text("changes"), changes)));
        parts.put(Part.DATA, new DataTerms(terms).sections());
        return parts;
    }

    private void own(LocalText clause, List<Terms.Section> sections) {
        String text = clause.in(terms.language());
        if (!text.isBlank()) {
            sections.add(new Terms.Section(terms.text("own"), text.lines().toList()));
        }
    }

    private List<String> about() {
        ProgramBasics basics = document.basics();
        List<String> paragraphs = new ArrayList<>();
        String description = basics.description().in(terms.language());
        if (!description.isBlank()) {
            paragraphs.add(description);
        }
        paragraphs.add(terms.text("about.zone", "zone", basics.zone().getId(), "currency", basics.currency()));
        for (AcceptedCurrency accepted : basics.accepted()) {
            paragraphs.add(accepted.rate()
                    .map(rate -> terms.text(
                            "about.accepted",
                            "currency",
                            accepted.currency(),
                            "own",
                            basics.currency(),
                            "rate",
                            terms.number(rate)))
                    .orElseGet(() -> terms.text("about.accepted.stated", "currency", accepted.currency())));
        }
        paragraphs.add(
                basics.lookBackDays() == 0
                        ? terms.text("about.lookback.none")
                        : terms.text("about.lookback", "count", basics.lookBackDays()));
        return paragraphs;
    }

    /** A program that only gives to charity says nothing about earning. */
    private boolean earnsAnything() {
        return !document.earning().rules().isEmpty() || !document.wallets().isEmpty();
    }

    private List<String> earning() {
        Earning earning = document.earning();
        List<EarningRule> rules = earning.rules().stream()
                .sorted(Comparator.comparingInt(EarningRule::priority))
                .toList();
        List<String> paragraphs = new ArrayList<>();
        rules.forEach(rule -> paragraphs.add(named(rule.name(), RuleSentence.of(terms, rule))));
        earning.groups().stream()
                .sorted(Comparator.comparingInt(RuleGroup::priority))
                .forEach(group -> paragraphs.add(group(group, rules)));
        order(rules).ifPresent(order -> paragraphs.add(terms.text("earning.order", "rules", order)));
        paragraphs.add(BasisSentence.of(sentences, earning.basis()));
        if (severalMultipliers()) {
            paragraphs.add(sentences.text("multipliers." + earning.multipliers()));
        }
        paragraphs.add(terms.text("earning.pending", "pending", RuleSentence.pending(sentences, earning.pending())));
        for (WalletCap cap : earning.caps()) {
            paragraphs.add(terms.text(
                    "earning.cap",
                    "cap",
                    RuleSentence.cap(sentences, cap.cap()),
                    "wallet",
                    terms.walletName(cap.wallet())));
        }
        earning.budgets().forEach(budget -> paragraphs.add(budget(budget)));
        paragraphs.addAll(examples);
        return paragraphs;
    }

    /** Groups and rules share one order; what stands later may be stopped by what stands earlier. */
    private Optional<String> order(List<EarningRule> rules) {
        record Place(int priority, String name) {}
        List<Place> places = new ArrayList<>();
        for (EarningRule rule : rules) {
            if (rule.group().flatMap(document::group).isEmpty()) {
                places.add(new Place(rule.priority(), rule.name().in(terms.language())));
            }
        }
        for (RuleGroup group : document.earning().groups()) {
            places.add(new Place(group.priority(), group.name().in(terms.language())));
        }
        places.sort(Comparator.comparingInt(Place::priority));
        return places.size() < 2
                ? Optional.empty()
                : Optional.of(terms.joined(places.stream().map(Place::name).toList(), "comma"));
    }

    /** How multipliers combine says nothing where there is only one. */
    private boolean severalMultipliers() {
        long rules = document.earning().rules().stream()
                .filter(rule -> rule.effect() instanceof Effect.Multiplier)
                .count();
        long sets = document.tierSets().stream()
                .filter(set -> set.tiers().stream()
                        .anyMatch(tier -> !tier.multipliers().isEmpty()))
                .count();
        long plans = document.plans().stream()
                .filter(plan -> !plan.multipliers().isEmpty())
                .count();
        return rules + sets + Math.min(1, plans) > 1;
    }

    private String named(LocalText name, String sentence) {
        return sentences.text("named", "name", name.in(terms.language()), "sentence", sentence);
    }

    private String group(RuleGroup group, List<EarningRule> rules) {
        List<String> names = rules.stream()
                .filter(rule -> rule.group().map(group.code()::equals).orElse(false))
                .map(rule -> rule.name().in(terms.language()))
                .toList();
        return named(
                group.name(),
                sentences.text(
                        "group." + group.mode(),
                        "rules",
                        terms.joined(names, "comma"),
                        "scope",
                        sentences.text("scope." + group.scope())));
    }

    private String budget(Budget budget) {
        String name = budget.name().in(terms.language());
        StringBuilder text = new StringBuilder();
        budget.points()
                .ifPresent(points -> text.append(sentences.text(
                        "budget.points", "budget", name, "points", terms.number(BigDecimal.valueOf(points)))));
        budget.money().ifPresent(money -> {
            text.append(text.isEmpty() ? "" : sentences.text("and"));
            text.append(sentences.text(
                    "budget.money",
                    "budget",
                    name,
                    "money",
                    terms.money(money, document.basics().currency())));
        });
        text.append(sentences.text("budget." + budget.onReturn().name().toLowerCase(Locale.ROOT)));
        if (budget.mode() == Cap.Mode.REJECT) {
            text.append(sentences.text("budget.reject"));
        }
        if (budget.money().isPresent()) {
            reckoned(budget, text);
        }
        return text.toString();
    }

    /** A budget in money is used up by what its points are reckoned at. */
    private void reckoned(Budget budget, StringBuilder text) {
        document.earning().rules().stream()
                .filter(rule -> rule.budgets().contains(budget.code()))
                .flatMap(rule -> rule.wallet().stream())
                .distinct()
                .flatMap(code -> document.wallet(code).stream())
                .forEach(wallet -> wallet.value()
                        .ifPresent(value -> text.append(sentences.text(
                                "budget.reckoned",
                                "wallet",
                                terms.walletName(wallet.code()),
                                "money",
                                terms.money(
                                        value.minorUnits(), document.basics().currency())))));
    }

    private List<String> changes() {
        Transition transition = document.transition();
        List<String> paragraphs = new ArrayList<>();
        if (!document.wallets().isEmpty()) {
            paragraphs.add(terms.text("changes.lots." + transition.lots()));
        }
        if (!document.tierSets().isEmpty()) {
            paragraphs.add(terms.text("changes.tiers." + transition.tiers()));
        }
        if (earnsAnything()) {
            paragraphs.add(terms.text("changes.earn." + transition.earn()));
        }
        document.terms()
                .changeNoticeDays()
                .ifPresent(days -> paragraphs.add(terms.text("changes.notice", "count", days)));
        return paragraphs;
    }
}
