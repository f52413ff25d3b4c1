package io.steadfast.designer.faces;

import io.steadfast.designer.Edit;
import io.steadfast.designer.faces.Value.Choice;
import io.steadfast.programs.core.Entitlement;
import io.steadfast.programs.core.Plan;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.Wallet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Paid plans: what they cost, what they give, and how one leaves. */
final class PlansSection {

    private final Say say;

    PlansSection(Say say) {
        this.say = say;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        List<Plan> plans = say.document().plans();
        for (int at = 0; at < plans.size(); at++) {
            blocks.add(plan(plans.get(at), "/plans/" + at));
        }
        return new Section(Section.Topic.PLANS, blocks, List.of(say.add("/plans", "plan")));
    }

    private Block plan(Plan plan, String path) {
        Block.Builder block = new Block.Builder(plan.code().value(), path)
                .name(say.text("name", path + "/name", plan.name()).title());
        for (int at = 0; at < plan.prices().size(); at++) {
            String own = path + "/prices/" + at;
            Plan.Price price = plan.prices().get(at);
            Sentence sentence = say.sentence(
                    "plan.price",
                    say.money("price", own + "/amount", price.amount()),
                    say.choice("interval", own + "/interval", Plan.Interval.values(), price.interval()));
            block.say(plan.prices().size() > 1 ? sentence.with(say.remove(own)) : sentence);
        }
        block.say(say.sentence(
                "plan.trial",
                say.whole("trial", path + "/trialDays", plan.trialDays()).gain(),
                say.whole("grace", path + "/graceDays", plan.graceDays())));
        gives(plan, path, block);
        leaving(plan, path, block);
        for (Plan.Interval interval : Plan.Interval.values()) {
            if (plan.price(interval).isEmpty()) {
                block.add(say.add(path + "/prices", "price-" + Say.lower(interval)));
            }
        }
        return block.add(say.add(path + "/entitlements", "plan-right"))
                .act(say.remove(path))
                .done();
    }

    private void gives(Plan plan, String path, Block.Builder block) {
        for (Wallet wallet : say.document().wallets()) {
            block.say(say.sentence(
                    "tier.earns",
                    say.decimal(
                                    "factor",
                                    path + "/multipliers/" + wallet.code(),
                                    plan.multipliers().getOrDefault(wallet.code(), BigDecimal.ONE))
                            .gain(),
                    say.fixed("wallet", say.in(wallet.name()))));
        }
        for (int at = 0; at < plan.entitlements().size(); at++) {
            String own = path + "/entitlements/" + at;
            Entitlement right = plan.entitlements().get(at);
            block.say(say.sentence(
                            "plan.right",
                            say.text("right", own + "/name", right.name()).gain(),
                            say.text("detail", own + "/detail", right.detail()))
                    .with(say.remove(own)));
        }
        plan.lends()
                .ifPresent(lent ->
                        block.say(say.sentence("plan.lends", tier(lent, path)).with(say.remove(path + "/lends"))));
        if (plan.lends().isEmpty()) {
            say.puts(path + "/lends", "lent-tier").forEach(block::add);
        }
    }

    private Value tier(Plan.LentTier lent, String path) {
        List<Choice> tiers = say.document().tierSet(lent.set()).map(TierSet::tiers).stream()
                .flatMap(List::stream)
                .map(tier -> new Choice(tier.code().value(), say.in(tier.name())))
                .toList();
        return say.choice(
                "tier", Edit.Op.CHOICE, path + "/lends/tier", tiers, lent.tier().value());
    }

    private void leaving(Plan plan, String path, Block.Builder block) {
        block.switches(
                say.word("leaving"), say.toggles(path + "/cancellation", Plan.Leaving.values(), plan.cancellation()));
        block.more(say.sentence(
                "plan.renewal",
                say.choice("renewal", path + "/renewal", Plan.Renewal.values(), plan.renewal()),
                say.choice("pastdue", path + "/pastDue", Plan.PastDue.values(), plan.pastDue())));
        block.more(say.sentence(
                "plan.refund", say.choice("refund", path + "/refund", Plan.Refund.values(), plan.refund())));
        block.more(say.sentence(
                "plan.notice",
                say.whole("days", path + "/priceNoticeDays", plan.priceNoticeDays()),
                say.choice("sale", path + "/sale", Plan.Sale.values(), plan.sale())));
    }
}
