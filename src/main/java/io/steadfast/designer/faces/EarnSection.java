package io.steadfast.designer.faces;

import io.steadfast.designer.Edit;
import io.steadfast.designer.faces.Value.Choice;
import io.steadfast.programs.core.Basis;
import io.steadfast.programs.core.Earning;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.MinimumBasket;
import io.steadfast.programs.core.Pending;
import io.steadfast.programs.core.Rounding;
import io.steadfast.programs.core.RuleGroup;
import io.steadfast.programs.core.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Rules as sentences, in the order in which they are judged, and what holds for all of them. */
final class EarnSection {

    private static final String RULES = "/earning/rules";

    private final Say say;
    private final Earning earning;

    EarnSection(Say say) {
        this.say = say;
        this.earning = say.document().earning();
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        IntStream.range(0, earning.rules().size())
                .boxed()
                .sorted(Comparator.comparingInt(at -> earning.rules().get(at).priority()))
                .forEach(at -> blocks.add(rule(earning.rules().get(at), RULES + "/" + at)));
        for (int at = 0; at < earning.groups().size(); at++) {
            blocks.add(group(earning.groups().get(at), "/earning/groups/" + at));
        }
        AsksBlocks asks = new AsksBlocks(say);
        blocks.addAll(asks.blocks());
        if (!earning.rules().isEmpty()) {
            blocks.add(common());
        }
        List<Act> adds = new ArrayList<>(List.of(
                say.add(RULES, "rule-buying"),
                say.add(RULES, "rule-activity"),
                say.add(RULES, "rule-multiplier"),
                say.add(RULES, "rule-first-order")));
        adds.addAll(asks.adds());
        return new Section(Section.Topic.EARN, blocks, adds);
    }

    private Block rule(EarningRule rule, String path) {
        Block.Builder block = new Block.Builder(rule.code().value(), path)
                .name(say.text("name", path + "/name", rule.name()).title());
        block.say(gives(rule, path));
        ConditionForm conditions = new ConditionForm(say);
        rule.when().ifPresent(when -> conditions.write(when, path + "/when", block));
        rule.lines().ifPresent(lines -> conditions.write(lines, path + "/lines", block));
        rule.minimumBasket().ifPresent(minimum -> block.say(minimum(minimum, path + "/minimumBasket")));
        rule.validity()
                .ifPresent(validity -> block.say(say.sentence(
                                "rule.dates",
                                day(
                                        "from",
                                        path + "/validity/from",
                                        validity.from().map(Object::toString).orElse("")),
                                day(
                                        "through",
                                        path + "/validity/through",
                                        validity.through().map(Object::toString).orElse("")))
                        .with(say.remove(path + "/validity"))));
        for (int at = 0; at < rule.caps().size(); at++) {
            block.say(LimitsSection.cap(say, rule.caps().get(at), path + "/caps/" + at)
                    .with(say.remove(path + "/caps/" + at)));
            LimitsSection.mode(say, rule.caps().get(at), path + "/caps/" + at).ifPresent(block::more);
        }
        more(rule, path, block);
        conditions.offers(rule, path).forEach(block::add);
        return block.act(say.act(Edit.Op.UP, path, "act.up", "pi-arrow-up"))
                .act(say.act(Edit.Op.DOWN, path, "act.down", "pi-arrow-down"))
                .act(say.remove(path))
                .done();
    }

    private Value day(String name, String path, String now) {
        return say.words(name, path, now);
    }

    private Sentence minimum(MinimumBasket minimum, String path) {
        String currency = say.currency().getCurrencyCode();
        return say.sentence(
                        "rule.minimum",
                        say.money(
                                "amount",
                                path + "/amount/" + currency,
                                minimum.amount().in(currency).orElse(0)),
                        say.choice("onreturn", path + "/onReturn", MinimumBasket.OnReturn.values(), minimum.onReturn()))
                .with(say.remove(path));
    }

    private Sentence gives(EarningRule rule, String path) {
        String effect = path + "/effect/";
        Value rounding = say.choice(
                "rounding",
                path + "/rounding/direction",
                Rounding.Direction.values(),
                rule.rounding().direction());
        if (rule.effect() instanceof Effect.PerAmount gives) {
            String currency = say.currency().getCurrencyCode();
            return say.sentence(
                    "give.PerAmount",
                    say.decimal("points", effect + "points", gives.points()).gain(),
                    say.money(
                            "per",
                            effect + "per/" + currency,
                            gives.per().in(currency).orElse(0)),
                    rounding);
        }
        if (rule.effect() instanceof Effect.Fixed gives) {
            Value points =
                    say.whole("points", effect + "points", gives.points()).gain();
            return fixed(rule, points, path);
        }
        if (rule.effect() instanceof Effect.Percent gives) {
            return say.sentence(
                    "give.Percent",
                    say.decimal("percent", effect + "percent", gives.percent()).gain(),
                    rounding);
        }
        return rule.effect() instanceof Effect.PerUnit gives
                ? perUnit(gives, effect, rounding)
                : multiplies((Effect.Multiplier) rule.effect(), effect);
    }

    private Sentence fixed(EarningRule rule, Value points, String path) {
        if (rule.trigger() instanceof Trigger.OnReferral referral) {
            return say.sentence(
                    "give.Fixed.referral",
                    points,
                    say.choice("side", path + "/trigger/side", Trigger.Side.values(), referral.side()));
        }
        return rule.trigger() instanceof Trigger.OnActivity activity
                ? say.sentence(
                        "give.Fixed.activity", points, say.activity("what", path + "/trigger/type", activity.type()))
                : say.sentence("give.Fixed.order", points);
    }

    private Sentence perUnit(Effect.PerUnit gives, String effect, Value rounding) {
        return say.sentence(
                "give.PerUnit",
                say.decimal("points", effect + "points", gives.points()).gain(),
                say.decimal("per", effect + "per", gives.per()),
                say.fixed("what", gives.attribute().orElseGet(() -> say.word("pieces"))),
                rounding);
    }

    private Sentence multiplies(Effect.Multiplier gives, String effect) {
        return say.sentence(
                "give.Multiplier",
                say.decimal("factor", effect + "factor", gives.factor()).gain(),
                say.choice("reach", effect + "reach", Effect.Reach.values(), gives.reach()));
    }

    private void more(EarningRule rule, String path, Block.Builder block) {
        if (rule.trigger() instanceof Trigger.OnActivity activity) {
            block.more(say.sentence("rule.type", say.words("type", path + "/trigger/type", activity.type())));
        }
        if (!(rule.effect() instanceof Effect.Multiplier)) {
            block.more(say.sentence(
                    "rule.rounding",
                    say.choice(
                            "level",
                            path + "/rounding/level",
                            Rounding.Level.values(),
                            rule.rounding().level()),
                    say.choice("class", path + "/pointsClass", EarningRule.PointsClass.values(), rule.pointsClass())));
            rule.pending()
                    .ifPresentOrElse(
                            pending -> block.more(
                                    pending(pending, path + "/pending").with(say.remove(path + "/pending"))),
                            () -> block.add(say.put(path + "/pending", "pending-after-days")));
            block.add(say.add(path + "/caps", "cap-day"));
            block.add(say.add(path + "/caps", "cap-times"));
        }
        if (!earning.groups().isEmpty()) {
            block.more(groupOf(rule, path));
        }
        if (rule.validity().isEmpty()) {
            block.add(say.put(path + "/validity", "validity"));
        }
        if (rule.minimumBasket().isEmpty() && rule.trigger() instanceof Trigger.OnOrder) {
            block.add(say.put(path + "/minimumBasket", "minimum-basket"));
        }
    }

    private Sentence groupOf(EarningRule rule, String path) {
        List<Choice> groups = new ArrayList<>();
        groups.add(new Choice("", say.word("group.none")));
        earning.groups().forEach(group -> groups.add(new Choice(group.code(), say.in(group.name()))));
        return say.sentence(
                "rule.group",
                say.choice(
                        "group",
                        Edit.Op.CHOICE,
                        path + "/group",
                        groups,
                        rule.group().orElse("")));
    }

    private Block group(RuleGroup group, String path) {
        return new Block.Builder(group.code(), path)
                .name(say.text("name", path + "/name", group.name()).title())
                .say(say.sentence(
                        "rule.mode",
                        say.choice("mode", path + "/mode", RuleGroup.Mode.values(), group.mode()),
                        say.choice("scope", path + "/scope", RuleGroup.Scope.values(), group.scope())))
                .act(say.remove(path))
                .done();
    }

    private Block common() {
        Block.Builder block = new Block.Builder("all-rules", "/earning/basis")
                .name(say.fixed("name", say.word("all_rules")).title())
                .say(pending(earning.pending(), "/earning/pending"));
        block.more(say.sentence(
                "rule.multipliers",
                say.choice(
                        "multipliers",
                        "/earning/multipliers",
                        Earning.MultiplierMode.values(),
                        earning.multipliers())));
        block.switches(
                say.word("basis"),
                say.toggles(
                        "/earning/basis", Basis.Part.values(), earning.basis().includes()));
        return block.add(say.add("/earning/groups", "group")).done();
    }

    private Sentence pending(Pending pending, String path) {
        List<String> kinds = List.of("pending-immediate", "pending-after-days", "pending-next-date");
        if (pending instanceof Pending.AfterDays wait) {
            return say.sentence(
                    "pending.after",
                    say.parts("pending", path, kinds, "pending-after-days"),
                    say.whole("days", path + "/days", wait.days()),
                    say.choice("start", path + "/start", Pending.Start.values(), wait.start()));
        }
        if (pending instanceof Pending.NextDate next) {
            return say.sentence(
                    "pending.next",
                    say.parts("pending", path, kinds, "pending-next-date"),
                    say.list(
                            "dates",
                            path + "/dates",
                            next.dates().stream()
                                    .map(day -> day.toString().substring(2))
                                    .toList()));
        }
        if (pending instanceof Pending.OnEvent event) {
            return say.sentence(
                    "pending.event",
                    say.words("event", path + "/event", event.event()),
                    say.whole("days", path + "/cancelAfterDays", event.cancelAfterDays()));
        }
        return say.sentence("pending.now", say.parts("pending", path, kinds, "pending-immediate"));
    }
}
