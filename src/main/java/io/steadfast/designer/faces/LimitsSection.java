package io.steadfast.designer.faces;

import io.steadfast.designer.Edit;
import io.steadfast.designer.Numbers;
import io.steadfast.programs.core.Budget;
import io.steadfast.programs.core.Cap;
import io.steadfast.programs.core.Earning;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.WalletCap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Limits over all rules, budgets, and the limits of single rules in one place. */
final class LimitsSection {

    private final Say say;
    private final Earning earning;

    LimitsSection(Say say) {
        this.say = say;
        this.earning = say.document().earning();
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        for (int at = 0; at < earning.caps().size(); at++) {
            blocks.add(over(earning.caps().get(at), "/earning/caps/" + at, at));
        }
        for (int at = 0; at < earning.rules().size(); at++) {
            EarningRule rule = earning.rules().get(at);
            if (!rule.caps().isEmpty()) {
                blocks.add(ofRule(rule, "/earning/rules/" + at));
            }
        }
        for (int at = 0; at < earning.budgets().size(); at++) {
            blocks.add(budget(earning.budgets().get(at), "/earning/budgets/" + at));
        }
        List<Act> adds = say.document().wallets().isEmpty()
                ? List.of()
                : List.of(say.add("/earning/caps", "wallet-cap"), say.add("/earning/budgets", "budget"));
        return new Section(Section.Topic.LIMITS, blocks, adds);
    }

    private Block over(WalletCap cap, String path, int at) {
        Block.Builder block = new Block.Builder("cap-" + at, path)
                .name(say.fixed("name", say.word("all_rules")).title())
                .say(cap(say, cap.cap(), path + "/cap"));
        mode(say, cap.cap(), path + "/cap").ifPresent(block::more);
        return block.act(say.remove(path)).done();
    }

    private Block ofRule(EarningRule rule, String path) {
        Block.Builder block = new Block.Builder(rule.code().value(), path + "/caps")
                .name(say.fixed("name", say.in(rule.name())).title());
        for (int at = 0; at < rule.caps().size(); at++) {
            block.say(cap(say, rule.caps().get(at), path + "/caps/" + at).with(say.remove(path + "/caps/" + at)));
            mode(say, rule.caps().get(at), path + "/caps/" + at).ifPresent(block::more);
        }
        return block.add(say.add(path + "/caps", "cap-everyone")).done();
    }

    private Block budget(Budget budget, String path) {
        return new Block.Builder(budget.code(), path)
                .name(say.text("name", path + "/name", budget.name()).title())
                .say(say.sentence(
                        "budget",
                        say.figure(
                                "points",
                                Edit.Op.WHOLE,
                                path + "/points",
                                budget.points().map(Object::toString).orElse("")),
                        say.figure(
                                "amount",
                                Edit.Op.MONEY,
                                path + "/money",
                                budget.money()
                                        .map(money -> Numbers.major(money, say.currency()))
                                        .orElse("")),
                        say.choice("refill", path + "/onReturn", Budget.OnReturn.values(), budget.onReturn())))
                .switches(say.word("draws"), drawing(budget))
                .more(say.sentence("budget.mode", say.choice("when", path + "/mode", Cap.Mode.values(), budget.mode())))
                .act(say.remove(path))
                .done();
    }

    /** The rules that draw on a budget, each to be switched; what multiplies draws with the rule it multiplies. */
    private List<Act> drawing(Budget budget) {
        List<Act> acts = new ArrayList<>();
        for (int at = 0; at < earning.rules().size(); at++) {
            EarningRule rule = earning.rules().get(at);
            if (!(rule.effect() instanceof Effect.Multiplier)) {
                acts.add(
                        new Act(Edit.Op.TOGGLE, "/earning/rules/" + at + "/budgets", budget.code(), say.in(rule.name()))
                                .pressed(Boolean.toString(rule.budgets().contains(budget.code()))));
            }
        }
        return acts;
    }

    /** A limit, wherever it stands. */
    static Sentence cap(Say say, Cap cap, String path) {
        return say.sentence(
                "cap." + cap.unit() + "." + cap.scope(),
                say.whole("limit", path + "/limit", cap.limit()),
                say.choice("period", path + "/period", Cap.Period.values(), cap.period()));
    }

    /** What becomes of points that don't all fit under a limit; what is limited to so many times fits or doesn't. */
    static Optional<Sentence> mode(Say say, Cap cap, String path) {
        return cap.unit() == Cap.Unit.TIMES
                ? Optional.empty()
                : Optional.of(say.sentence(
                        "cap.mode",
                        say.fixed("limit", Long.toString(cap.limit())),
                        say.choice("when", path + "/mode", Cap.Mode.values(), cap.mode())));
    }
}
