package io.steadfast.designer.faces;

import io.steadfast.designer.Edit;
import io.steadfast.designer.Numbers;
import io.steadfast.designer.faces.Value.Choice;
import io.steadfast.programs.RewardSentence;
import io.steadfast.programs.core.CalendarUnit;
import io.steadfast.programs.core.Cap;
import io.steadfast.programs.core.Plan;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.RewardKind;
import io.steadfast.programs.core.RewardPrice;
import io.steadfast.programs.core.RewardTiming;
import io.steadfast.programs.core.TierEntitlement;
import io.steadfast.programs.core.TierLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What members get for their points, and the rights they have by their tier. */
final class RewardsSection {

    private final Say say;
    private final RewardSentence plain;

    RewardsSection(Say say) {
        this.say = say;
        this.plain = RewardSentence.of(say.document(), say.locale());
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        List<Reward> rewards = say.document().rewards();
        for (int at = 0; at < rewards.size(); at++) {
            blocks.add(reward(rewards.get(at), "/rewards/" + at));
        }
        List<TierEntitlement> rights = say.document().entitlements();
        for (int at = 0; at < rights.size(); at++) {
            blocks.add(right(rights.get(at), "/entitlements/" + at));
        }
        List<Act> adds = new ArrayList<>();
        if (!say.document().wallets().isEmpty()) {
            for (String part : List.of("amount", "percent", "card", "product", "shipping", "event")) {
                adds.add(say.add("/rewards", "reward-" + part));
            }
        }
        adds.add(say.add("/entitlements", "right"));
        if (!say.document().tierSets().isEmpty()) {
            adds.add(say.add("/entitlements", "right-top"));
        }
        return new Section(Section.Topic.REWARDS, blocks, adds);
    }

    private Block reward(Reward reward, String path) {
        Block.Builder block = new Block.Builder(reward.code().value(), path)
                .name(say.text("name", path + "/name", reward.name()).title());
        block.say(gives(reward, path));
        reward.price()
                .ifPresentOrElse(
                        price -> block.say(price(price, path + "/price")),
                        () -> block.say(say.sentence("reward.given")));
        timing(reward, path + "/redeemed", block);
        reward.validFor()
                .ifPresentOrElse(
                        term -> block.say(say.sentence(
                                        "reward.valid",
                                        say.whole("amount", path + "/validFor/amount", term.amount()),
                                        say.choice("span", path + "/validFor/unit", CalendarUnit.values(), term.unit()))
                                .with(say.remove(path + "/validFor"))),
                        () -> block.add(say.put(path + "/validFor", "valid-for")));
        reward.perMember()
                .ifPresentOrElse(
                        limit -> block.say(say.sentence(
                                        "reward.limit",
                                        say.whole("limit", path + "/perMember/times", limit.times()),
                                        say.choice(
                                                "period",
                                                path + "/perMember/period",
                                                Cap.Period.values(),
                                                limit.period()))
                                .with(say.remove(path + "/perMember"))),
                        () -> block.add(say.put(path + "/perMember", "member-limit")));
        level(reward.audience(), path + "/audience", block);
        plan(reward, path + "/plan", block);
        block.more(say.sentence("reward.text", say.prose("description", path + "/description", reward.description())));
        return block.act(say.act(Edit.Op.UP, path, "act.up", "pi-arrow-up"))
                .act(say.act(Edit.Op.DOWN, path, "act.down", "pi-arrow-down"))
                .act(say.remove(path))
                .done();
    }

    /** Whoever has to ask for it is the rule, and needs no words. */
    private void timing(Reward reward, String path, Block.Builder block) {
        if (reward.redeemsItself()) {
            block.say(say.sentence(
                    "reward.redeemed", say.choice("redeemed", path, RewardTiming.values(), reward.redeemed())));
        } else if (reward.mayRedeemItself()) {
            block.add(say.put(path, "redeem-itself"));
        }
    }

    private void plan(Reward reward, String path, Block.Builder block) {
        List<Plan> plans = say.document().plans();
        List<Choice> offered = plans.stream()
                .map(plan -> new Choice(plan.code().value(), say.in(plan.name())))
                .toList();
        reward.plan()
                .ifPresent(plan -> block.say(
                        say.sentence("reward.plan", say.choice("plan", Edit.Op.CHOICE, path, offered, plan.value()))
                                .with(say.remove(path))));
        if (reward.plan().isEmpty() && !plans.isEmpty()) {
            block.add(say.put(path, "reward-plan"));
        }
    }

    private Sentence price(RewardPrice price, String path) {
        return say.sentence(
                "reward.price",
                say.whole("points", path + "/points", price.points()).gain(),
                say.figure(
                        "money",
                        Edit.Op.MONEY,
                        path + "/money",
                        price.money()
                                .map(money -> Numbers.major(money, say.currency()))
                                .orElse("")));
    }

    private Sentence gives(Reward reward, String path) {
        RewardKind kind = reward.gives();
        String gives = path + "/gives/";
        if (kind instanceof RewardKind.AmountVoucher voucher) {
            return say.sentence(
                    "reward.amount",
                    say.money("amount", gives + "amount", voucher.amount()).gain(),
                    basket(voucher.basket(), gives));
        }
        if (kind instanceof RewardKind.PercentVoucher voucher) {
            return say.sentence(
                    "reward.percent",
                    say.decimal("percent", gives + "percent", voucher.percent()).gain(),
                    basket(voucher.basket(), gives));
        }
        if (kind instanceof RewardKind.GiftCard card) {
            return say.sentence(
                    "reward.card",
                    say.money("amount", gives + "amount", card.amount()).gain());
        }
        if (kind instanceof RewardKind.FreeProduct product) {
            return say.sentence("reward.product", say.words("sku", gives + "sku", product.sku()));
        }
        if (kind instanceof RewardKind.FreeShipping shipping) {
            return say.sentence("reward.shipping", basket(shipping.basket(), gives));
        }
        if (kind instanceof RewardKind.Experience event) {
            return say.sentence("reward.event", say.whole("capacity", gives + "capacity", event.capacity()));
        }
        return say.sentence("reward.other", say.fixed("gives", plain.gives(kind)));
    }

    private Value basket(Optional<Long> basket, String gives) {
        return say.figure(
                "basket",
                Edit.Op.MONEY,
                gives + "basket",
                basket.map(money -> Numbers.major(money, say.currency())).orElse(""));
    }

    private Block right(TierEntitlement right, String path) {
        Block.Builder block = new Block.Builder(right.code(), path)
                .name(say.text("name", path + "/name", right.name()).title())
                .say(say.sentence("right.detail", say.prose("detail", path + "/detail", right.detail())));
        level(right.tier(), path + "/tier", block);
        return block.more(say.sentence("right.code", say.words("code", path + "/code", right.code())))
                .act(say.remove(path))
                .done();
    }

    private void level(Optional<TierLevel> level, String path, Block.Builder block) {
        level.ifPresent(from ->
                block.say(say.sentence("reward.audience", tier(from, path)).with(say.remove(path))));
        if (level.isEmpty()) {
            say.puts(path, "level").forEach(block::add);
        }
    }

    private Value tier(TierLevel level, String path) {
        List<Choice> tiers = say.document().tierSet(level.set()).stream()
                .flatMap(set -> set.tiers().stream())
                .map(tier -> new Choice(tier.code().value(), say.in(tier.name())))
                .toList();
        return say.choice(
                "tier", Edit.Op.CHOICE, path + "/from", tiers, level.from().value());
    }
}
