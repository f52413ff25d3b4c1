package io.steadfast.programs.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks groups and the one order of priorities that groups and rules outside of groups share. */
final class GroupCheck {

    private final ProgramDocument document;
    private final Problems problems;

    GroupCheck(ProgramDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void check() {
        List<RuleGroup> groups = document.earning().groups();
        problems.twice(groups, RuleGroup::code, ProblemCode.GROUP_TWICE, "earning.groups");
        Map<String, String> taken = new HashMap<>();
        for (int index = 0; index < groups.size(); index++) {
            place(taken, "/" + groups.get(index).priority(), "earning.groups[" + index + "]");
            check(groups.get(index), "earning.groups[" + index + "]");
        }
        List<EarningRule> rules = document.earning().rules();
        for (int index = 0; index < rules.size(); index++) {
            EarningRule rule = rules.get(index);
            String path = "earning.rules[" + index + "]";
            place(taken, rule.group().orElse("") + "/" + rule.priority(), path);
            rule.group()
                    .filter(group -> document.group(group).isEmpty())
                    .ifPresent(group -> problems.add(ProblemCode.GROUP_UNKNOWN, path + ".group", group));
        }
    }

    private void place(Map<String, String> taken, String place, String path) {
        String other = taken.putIfAbsent(place, path);
        if (other != null) {
            problems.add(ProblemCode.PRIORITY_TIED, path + ".priority", place.substring(place.indexOf('/') + 1), other);
        }
    }

    private void check(RuleGroup group, String path) {
        List<EarningRule> members = document.earning().rules().stream()
                .filter(rule -> rule.group().map(group.code()::equals).orElse(false))
                .toList();
        problems.addIf(members.isEmpty(), ProblemCode.GROUP_EMPTY, path, group.code());
        long multiplying = members.stream()
                .filter(rule -> rule.effect() instanceof Effect.Multiplier)
                .count();
        boolean chooses = group.mode() != RuleGroup.Mode.SUM && group.mode() != RuleGroup.Mode.EXCLUSIVE;
        problems.addIf(
                chooses && multiplying > 0 && multiplying < members.size(),
                ProblemCode.GROUP_MIXED,
                path,
                group.code());
        problems.addIf(
                chooses
                        && group.scope() == RuleGroup.Scope.LINE
                        && members.stream().anyMatch(rule -> rule.effect() instanceof Effect.Fixed),
                ProblemCode.FIXED_IN_LINE_GROUP,
                path,
                group.code());
    }
}
