package io.steadfast.designer.faces;

import io.steadfast.designer.Edit;
import io.steadfast.designer.faces.Value.Choice;
import io.steadfast.programs.core.CalendarUnit;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.Wallet;
import java.math.BigDecimal;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The ladder: each tier with its threshold and how fast it earns, then what is measured, and how long a tier lasts. */
final class TiersSection {

    private static final List<String> METRICS = List.of("metric-SPEND", "metric-ORDERS", "metric-COUNTER");
    private static final List<String> PERIODS = List.of(
            "period-CALENDAR_YEAR",
            "period-CALENDAR_HALF",
            "period-CALENDAR_QUARTER",
            "period-CALENDAR_MONTH",
            "period-ANNIVERSARY",
            "period-ROLLING",
            "period-LIFETIME");
    private static final List<String> VALIDITIES = List.of(
            "validity-TO_END_OF_PERIOD", "validity-TO_END_OF_NEXT_PERIOD", "validity-DURATION", "validity-LIFETIME");

    private final Say say;

    TiersSection(Say say) {
        this.say = say;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        List<TierSet> sets = say.document().tierSets();
        List<Act> adds = new ArrayList<>();
        for (int at = 0; at < sets.size(); at++) {
            String path = "/tierSets/" + at;
            ladder(sets.get(at), path, blocks);
            adds.add(sets.size() == 1 ? say.add(path + "/tiers", "tier") : step(sets.get(at), path));
        }
        adds.add(say.add("/tierSets", "ladder"));
        adds.add(say.add("/tierSets", "ladder-orders"));
        return new Section(Section.Topic.TIERS, blocks, adds);
    }

    /** With several ladders the button says on which. */
    private Act step(TierSet set, String path) {
        return new Act(Edit.Op.ADD, path + "/tiers", "tier", say.of("add.tier", set)).withIcon("pi-plus");
    }

    private void ladder(TierSet set, String path, List<Block> blocks) {
        for (int rank = 0; rank < set.tiers().size(); rank++) {
            blocks.add(tier(set, set.tiers().get(rank), path + "/tiers/" + rank));
        }
        blocks.add(rules(set, path));
    }

    private Block tier(TierSet set, Tier tier, String path) {
        boolean base = set.rankOf(tier.code()) == 0;
        Block.Builder block = new Block.Builder(tier.code().value(), path)
                .name(say.text("name", path + "/name", tier.name()).title());
        block.say(
                base
                        ? say.sentence("tier.base")
                        : say.sentence("tier.from." + set.metric().kind(), threshold(set, tier, path)));
        for (Wallet wallet : say.document().wallets()) {
            BigDecimal factor = tier.multipliers().getOrDefault(wallet.code(), BigDecimal.ONE);
            if (!base || factor.compareTo(BigDecimal.ONE) != 0) {
                block.say(say.sentence(
                        "tier.earns",
                        say.decimal("factor", path + "/multipliers/" + wallet.code(), factor)
                                .gain(),
                        say.fixed("wallet", say.in(wallet.name()))));
            }
        }
        block.more(say.sentence(
                "tier.code", say.words("code", path + "/code", tier.code().value())));
        tier.entryReward()
                .ifPresent(code -> block.say(say.sentence("tier.entry", say.reward(code, path + "/entryReward"))
                        .with(say.remove(path + "/entryReward"))));
        if (!base) {
            if (tier.entryReward().isEmpty()) {
                block.add(say.put(path + "/entryReward", "entry-reward"));
            }
            new KeepingLines(say).into(block, set, tier, path);
            block.act(say.remove(path));
        }
        return block.done();
    }

    private Value threshold(TierSet set, Tier tier, String path) {
        return set.metric().kind() == TierSet.Metric.Kind.SPEND
                ? say.money("threshold", path + "/threshold", tier.threshold())
                : say.whole("threshold", path + "/threshold", tier.threshold());
    }

    private Block rules(TierSet set, String path) {
        Block.Builder block = new Block.Builder("rules-" + set.code(), path)
                .name(say.text("name", path + "/name", set.name()).title())
                .say(metric(set, path))
                .say(validity(set.validity(), path + "/validity"))
                .say(say.sentence(
                        "tiers.after",
                        say.choice("downgrade", path + "/downgrade", TierSet.Downgrade.values(), set.downgrade()),
                        say.whole(
                                "statusdays",
                                path + "/grace/statusDays",
                                set.grace().statusDays())))
                .more(say.sentence(
                        "tiers.upgrade",
                        say.choice("upgrade", path + "/upgrade", TierSet.Upgrade.values(), set.upgrade()),
                        say.choice("crossing", path + "/crossing", TierSet.Crossing.values(), set.crossing())))
                .more(say.sentence(
                        "tiers.review",
                        say.choice("review", path + "/review", TierSet.Review.values(), set.review()),
                        say.choice("returns", path + "/onReturn", TierSet.OnReturn.values(), set.onReturn())))
                .more(say.sentence(
                        "tiers.late",
                        say.whole(
                                "days", path + "/grace/metricDays", set.grace().metricDays())))
                .act(say.remove(path));
        set.metric()
                .counter()
                .ifPresent(type ->
                        block.more(say.sentence("rule.type", say.words("type", path + "/metric/counter", type))));
        rollover(block, set, path + "/rollover");
        return block.done();
    }

    /** What is measured: of activities which one, and over which time. */
    private Sentence metric(TierSet set, String path) {
        Value metric = say.parts(
                "metric", path + "/metric", METRICS, "metric-" + set.metric().kind());
        Value period = say.parts(
                "tierperiod",
                path + "/period",
                PERIODS,
                "period-" + set.period().kind());
        return set.metric()
                .counter()
                .map(type -> say.sentence(
                        "tiers.metric.COUNTER",
                        metric,
                        say.activity("what", path + "/metric/counter", type),
                        period,
                        month(set, path)))
                .orElseGet(() -> say.sentence("tiers.metric", metric, period, month(set, path)));
    }

    private void rollover(Block.Builder block, TierSet set, String path) {
        boolean spend = set.metric().kind() == TierSet.Metric.Kind.SPEND;
        if (set.rollover().isPresent()) {
            long most = set.rollover().get().most();
            block.say(say.sentence(
                            spend ? "tiers.rollover.SPEND" : "tiers.rollover",
                            spend ? say.money("most", path + "/most", most) : say.whole("most", path + "/most", most))
                    .with(say.remove(path)));
        } else if (!set.period().hasNoEnd()) {
            block.add(say.put(path, spend ? "rollover" : "rollover-orders"));
        }
    }

    /** Where the calendar counts, from which month; elsewhere how long. */
    private Value month(TierSet set, String path) {
        if (set.period().startMonth().isPresent()) {
            List<Choice> months = Arrays.stream(Month.values())
                    .map(month -> new Choice(
                            Integer.toString(month.getValue()),
                            say.word("from_month")
                                    .replace("{month}", month.getDisplayName(TextStyle.FULL, say.locale()))))
                    .toList();
            return say.choice(
                    "month",
                    Edit.Op.WHOLE,
                    path + "/period/startMonth",
                    months,
                    set.period().startMonth().get().toString());
        }
        return set.period().amount().isPresent()
                ? say.whole(
                        "month", path + "/period/amount", set.period().amount().get())
                : say.fixed("month", "");
    }

    private Sentence validity(TierSet.TierValidity validity, String path) {
        Value kind = say.parts("validity", path, VALIDITIES, "validity-" + validity.kind());
        return validity.amount().isPresent() && validity.unit().isPresent()
                ? say.sentence(
                        "tiers.lasts.duration",
                        kind,
                        say.whole("amount", path + "/amount", validity.amount().get()),
                        say.choice(
                                "span",
                                path + "/unit",
                                CalendarUnit.values(),
                                validity.unit().get()))
                : say.sentence("tiers.lasts", kind);
    }
}
