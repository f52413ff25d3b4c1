package io.steadfast.programs.core;

import java.util.Optional;

/** Checks the goals that keep a tier. */
final class KeepingCheck {

    private final ProgramDocument document;
    private final Problems problems;

    KeepingCheck(ProgramDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void check(TierSet set, Tier tier, String path) {
        tier.keeps().ifPresent(keeps -> {
            int goals = keeps.goals().size();
            problems.addIf(set.rankOf(tier.code()) == 0, ProblemCode.BASE_TIER_NEEDS_NO_KEEPING, path, tier.code());
            problems.addIf(tier.renewal().isPresent(), ProblemCode.KEPT_IN_TWO_WAYS, path, tier.code());
            problems.addIf(
                    keeps.need() < 1 || keeps.need() > goals,
                    ProblemCode.GOALS_NEEDED_OUT_OF_RANGE,
                    path + ".need",
                    keeps.need(),
                    goals);
            problems.twice(keeps.goals(), set::measure, ProblemCode.GOAL_TWICE, path + ".goals");
            for (int at = 0; at < goals; at++) {
                goal(set, tier, keeps.goals().get(at), path + ".goals[" + at + "]");
            }
        });
    }

    private void goal(TierSet set, Tier tier, Keeping.Goal goal, String path) {
        metric(
                new TierSet.Metric(
                        goal.metric(),
                        goal.wallet(),
                        goal.counter(),
                        set.metric().basis()),
                path);
        problems.addIf(goal.threshold() <= 0, ProblemCode.FIGURE_NOT_POSITIVE, path + ".threshold", goal.threshold());
        problems.addIf(
                set.measure(goal).equals(TierSet.METRIC) && goal.threshold() > tier.threshold(),
                ProblemCode.RENEWAL_ABOVE_THRESHOLD,
                path + ".threshold",
                tier.code());
    }

    /** What is measured has to be said whole, wherever it stands. */
    void metric(TierSet.Metric metric, String path) {
        problems.addIf(
                metric.kind() == TierSet.Metric.Kind.STATUS_POINTS
                                && metric.wallet().isEmpty()
                        || metric.kind() == TierSet.Metric.Kind.COUNTER
                                && metric.counter()
                                        .filter(type -> !type.isBlank())
                                        .isEmpty(),
                ProblemCode.METRIC_INCOMPLETE,
                path);
        Optional.of(metric)
                .flatMap(TierSet.Metric::wallet)
                .filter(wallet -> document.wallet(wallet).isEmpty())
                .ifPresent(wallet -> problems.add(ProblemCode.WALLET_UNKNOWN, path + ".wallet", wallet));
    }
}
