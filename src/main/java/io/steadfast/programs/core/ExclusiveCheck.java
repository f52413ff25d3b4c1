package io.steadfast.programs.core;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Warns where rules of two exclusive groups can hold for the same order or activity: the earlier group stops the later
 * one (domain 41), which somebody who made both hardly meant. Groups that can be told apart, by their days or by what
 * they ask, aren't named.
 */
final class ExclusiveCheck {

    private final ProgramDocument document;
    private final Problems problems;

    ExclusiveCheck(ProgramDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void check() {
        List<RuleGroup> exclusive = document.earning().groups().stream()
                .filter(group -> group.mode() == RuleGroup.Mode.EXCLUSIVE)
                .sorted(Comparator.comparingInt(RuleGroup::priority))
                .toList();
        for (int later = 1; later < exclusive.size(); later++) {
            for (RuleGroup earlier : exclusive.subList(0, later)) {
                check(earlier, exclusive.get(later));
            }
        }
    }

    private void check(RuleGroup earlier, RuleGroup later) {
        String path = "earning.groups[" + document.earning().groups().indexOf(later) + "]";
        for (EarningRule rule : rules(later)) {
            Optional<EarningRule> stopping = rules(earlier).stream()
                    .filter(other -> mayMeet(other, rule))
                    .findFirst();
            if (stopping.isPresent()) {
                problems.add(
                        ProblemCode.EXCLUSIVE_GROUPS_OVERLAP,
                        path,
                        later.code(),
                        earlier.code(),
                        rule.code(),
                        stopping.get().code());
                return;
            }
        }
    }

    private List<EarningRule> rules(RuleGroup group) {
        return document.earning().rules().stream()
                .filter(rule -> rule.group().equals(Optional.of(group.code())))
                .toList();
    }

    private boolean mayMeet(EarningRule one, EarningRule other) {
        return one.trigger().equals(other.trigger())
                && daysMeet(one.validity(), other.validity())
                && FactsApart.of(one.when(), other.when(), document.basics()).isEmpty();
    }

    private static boolean daysMeet(Optional<Validity> one, Optional<Validity> other) {
        return !ends(one).isBefore(begins(other)) && !ends(other).isBefore(begins(one));
    }

    private static LocalDate begins(Optional<Validity> validity) {
        return validity.flatMap(Validity::from).orElse(LocalDate.MIN);
    }

    private static LocalDate ends(Optional<Validity> validity) {
        return validity.flatMap(Validity::through).orElse(LocalDate.MAX);
    }
}
