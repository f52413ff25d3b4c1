package io.steadfast.designer.faces;

import io.steadfast.designer.Edit;
import io.steadfast.designer.Numbers;
import io.steadfast.programs.core.Keeping;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import java.util.List;

/** What keeps a tier: a figure of the ladder's metric, or several goals of which some have to be met. */
final class KeepingLines {

    private static final List<String> GOALS = List.of("goal-SPEND", "goal-ORDERS", "goal-COUNTER");

    private final Say say;

    KeepingLines(Say say) {
        this.say = say;
    }

    void into(Block.Builder block, TierSet set, Tier tier, String path) {
        boolean spend = set.metric().kind() == TierSet.Metric.Kind.SPEND;
        if (tier.keeps().isPresent()) {
            goals(block, tier.keeps().get(), path + "/keeps");
            return;
        }
        block.more(say.sentence(
                "tier.renewal",
                say.figure(
                        "renewal",
                        spend ? Edit.Op.MONEY : Edit.Op.WHOLE,
                        path + "/renewal",
                        tier.renewal()
                                .map(figure -> spend ? Numbers.major(figure, say.currency()) : Long.toString(figure))
                                .orElse(""))));
        if (tier.renewal().isEmpty()) {
            block.add(say.put(path + "/keeps", spend ? "keeps" : "keeps-orders"));
        }
    }

    private void goals(Block.Builder block, Keeping keeps, String path) {
        block.say(say.sentence(
                        "tier.keeps",
                        say.whole("need", path + "/need", keeps.need()),
                        say.fixed("goals", Integer.toString(keeps.goals().size())))
                .with(say.remove(path)));
        for (int at = 0; at < keeps.goals().size(); at++) {
            String place = path + "/goals/" + at;
            Sentence goal = goal(keeps.goals().get(at), place).below(1);
            block.say(keeps.goals().size() > 1 ? goal.with(say.remove(place)) : goal);
        }
        block.add(say.add(path + "/goals", "goal-ORDERS"));
    }

    private Sentence goal(Keeping.Goal goal, String path) {
        String kind = "goal-" + goal.metric();
        Value metric = say.parts("goal", path, GOALS, kind);
        String figure = path + "/threshold";
        return switch (goal.metric()) {
            case SPEND -> say.sentence("tier.goal.SPEND", metric, say.money("threshold", figure, goal.threshold()));
            case ORDERS -> say.sentence("tier.goal.ORDERS", metric, say.whole("threshold", figure, goal.threshold()));
            case STATUS_POINTS ->
                say.sentence("tier.goal.STATUS_POINTS", metric, say.whole("threshold", figure, goal.threshold()));
            case COUNTER ->
                say.sentence(
                        "tier.goal.COUNTER",
                        metric,
                        say.words("counter", path + "/counter", goal.counter().orElse("")),
                        say.whole("threshold", figure, goal.threshold()));
        };
    }
}
