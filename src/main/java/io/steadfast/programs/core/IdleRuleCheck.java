package io.steadfast.programs.core;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Warns of rules that can never give anything: what they ask contradicts itself, or another rule always comes before them. */
final class IdleRuleCheck {

    private final ProgramDocument document;
    private final Problems problems;

    IdleRuleCheck(ProgramDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void check() {
        List<EarningRule> rules = document.earning().rules();
        for (int at = 0; at < rules.size(); at++) {
            EarningRule rule = rules.get(at);
            String path = "earning.rules[" + at + "]";
            rule.when().ifPresent(when -> contradiction(when, path + ".when", rule));
            rule.lines().ifPresent(lines -> contradiction(lines, path + ".lines", rule));
            shadow(rule, path);
            swallowed(rule, path);
        }
    }

    private void contradiction(Condition condition, String path, EarningRule rule) {
        List<Condition.Fact> facts = together(condition);
        for (int at = 1; at < facts.size(); at++) {
            Condition.Fact later = facts.get(at);
            boolean never = facts.subList(0, at).stream().anyMatch(earlier -> exclude(earlier, later));
            if (never) {
                problems.add(ProblemCode.CONDITIONS_CONTRADICT, path, rule.code());
                return;
            }
        }
    }

    /** The facts that must all hold. */
    private static List<Condition.Fact> together(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.of().stream().flatMap(one -> together(one).stream()).toList();
        }
        return condition instanceof Condition.Fact fact ? List.of(fact) : List.of();
    }

    /** Amounts of a line lie apart as well, whatever they are amounts of. */
    private boolean exclude(Condition.Fact one, Condition.Fact other) {
        boolean same = one.fact() == other.fact() && one.of().equals(other.of());
        return FactsApart.apart(one, other, document.basics()) || same && (crosses(one, other) || crosses(other, one));
    }

    /** At least more than the other's at most. */
    private boolean crosses(Condition.Fact low, Condition.Fact high) {
        OptionalLong least = figure(low, Condition.Operator.AT_LEAST);
        OptionalLong most = figure(high, Condition.Operator.AT_MOST);
        return least.isPresent() && most.isPresent() && least.getAsLong() > most.getAsLong();
    }

    private OptionalLong figure(Condition.Fact fact, Condition.Operator operator) {
        if (fact.operator() != operator) {
            return OptionalLong.empty();
        }
        String currency = document.basics().currency().getCurrencyCode();
        return fact.amounts().map(amounts -> amounts.in(currency)).orElse(OptionalLong.empty());
    }

    /** In a group of which the first gives, or that stops what follows, nobody gets to a rule behind one that asks for less. */
    private void shadow(EarningRule rule, String path) {
        Optional<RuleGroup> group = rule.group()
                .flatMap(document::group)
                .filter(one -> one.mode() == RuleGroup.Mode.FIRST && one.scope() == RuleGroup.Scope.ORDER);
        if (group.isEmpty()) {
            return;
        }
        document.earning().rules().stream()
                .filter(earlier -> earlier.group().equals(rule.group()))
                .filter(earlier -> earlier.priority() < rule.priority())
                .filter(earlier -> asksForNoMore(earlier, rule))
                .findFirst()
                .ifPresent(earlier -> problems.add(ProblemCode.RULE_SHADOWED, path, rule.code(), earlier.code()));
    }

    private static boolean asksForNoMore(EarningRule earlier, EarningRule later) {
        boolean always = earlier.validity().isEmpty()
                && earlier.caps().isEmpty()
                && earlier.budgets().isEmpty()
                && earlier.minimumBasket().isEmpty();
        return always
                && earlier.trigger().equals(later.trigger())
                && within(earlier.when(), later.when())
                && within(earlier.lines(), later.lines());
    }

    /** Whether everything that is asked first is asked later as well. */
    private static boolean within(Optional<Condition> first, Optional<Condition> later) {
        if (first.isEmpty() || first.equals(later)) {
            return true;
        }
        Stream<Condition> asked = first.get() instanceof Condition.All all ? all.of().stream() : first.stream();
        List<Condition> known = later.map(one -> one instanceof Condition.All all ? all.of() : List.of(one))
                .orElse(List.of());
        return asked.allMatch(known::contains);
    }

    /** A fixed gift larger than what its limit lets through at all. */
    private void swallowed(EarningRule rule, String path) {
        if (!(rule.effect() instanceof Effect.Fixed fixed)) {
            return;
        }
        for (int at = 0; at < rule.caps().size(); at++) {
            Cap cap = rule.caps().get(at);
            boolean never =
                    cap.unit() == Cap.Unit.POINTS && cap.mode() == Cap.Mode.REJECT && cap.limit() < fixed.points();
            problems.addIf(
                    never, ProblemCode.LIMIT_BELOW_GIFT, path + ".caps[" + at + "]", cap.limit(), fixed.points());
        }
    }
}
