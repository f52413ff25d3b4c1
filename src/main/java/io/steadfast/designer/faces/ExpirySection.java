package io.steadfast.designer.faces;

import io.steadfast.designer.Edit;
import io.steadfast.designer.Numbers;
import io.steadfast.programs.core.CalendarUnit;
import io.steadfast.programs.core.ExpiryPolicy;
import io.steadfast.programs.core.Wallet;
import java.util.ArrayList;
import java.util.List;

/** Each kind of points: what it is worth, when it lapses, and what happens at the edges. */
final class ExpirySection {

    private static final List<String> POLICIES = List.of(
            "expiry-never",
            "expiry-inactivity",
            "expiry-after-duration",
            "expiry-end-of-month",
            "expiry-end-of-year",
            "expiry-fixed-dates");

    private final Say say;

    ExpirySection(Say say) {
        this.say = say;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        List<Wallet> wallets = say.document().wallets();
        for (int at = 0; at < wallets.size(); at++) {
            blocks.add(wallet(wallets.get(at), "/wallets/" + at));
        }
        return new Section(Section.Topic.EXPIRY, blocks, List.of(say.add("/wallets", "wallet")));
    }

    private Block wallet(Wallet wallet, String path) {
        Block.Builder block = new Block.Builder(wallet.code().value(), path)
                .name(say.text("name", path + "/name", wallet.name()).title());
        for (int at = 0; at < wallet.expiry().size(); at++) {
            String own = path + "/expiry/" + at;
            Sentence sentence = policy(wallet.expiry().get(at), own);
            block.say(wallet.expiry().size() > 1 ? sentence.with(say.remove(own)) : sentence);
            if (wallet.expiry().get(at) instanceof ExpiryPolicy.Inactivity inactivity) {
                block.switches(
                        say.word("keeps_alive"),
                        say.toggles(own + "/activities", ExpiryPolicy.KeepsAlive.values(), inactivity.activities()));
            }
        }
        value(wallet, path, block);
        spending(wallet, path, block);
        wallet.notice()
                .ifPresentOrElse(
                        notice -> block.say(say.sentence(
                                        "notice",
                                        say.whole("days", path + "/notice/days", notice.days()),
                                        say.choice(
                                                "channel",
                                                path + "/notice/channel",
                                                Wallet.NoticePromise.Channel.values(),
                                                notice.channel().orElse(Wallet.NoticePromise.Channel.WEBHOOK)))
                                .with(say.remove(path + "/notice"))),
                        () -> block.add(say.put(path + "/notice", "notice")));
        edges(wallet, path, block);
        return block.add(say.add(path + "/expiry", "expiry-after-duration"))
                .act(say.remove(path))
                .done();
    }

    private void value(Wallet wallet, String path, Block.Builder block) {
        if (wallet.purpose() != Wallet.Purpose.REWARD) {
            return;
        }
        wallet.value()
                .ifPresentOrElse(
                        value -> block.say(say.sentence(
                                "worth",
                                say.decimal("minor", path + "/value/minorUnits", value.minorUnits())
                                        .gain(),
                                say.decimal("share", path + "/value/expectedUsePercent", value.expectedUsePercent()))),
                        () -> block.add(say.put(path + "/value", "point-value")));
    }

    private void spending(Wallet wallet, String path, Block.Builder block) {
        if (wallet.unit() != Wallet.Unit.CURRENCY || wallet.purpose() != Wallet.Purpose.REWARD) {
            return;
        }
        String own = path + "/spending";
        wallet.spending()
                .ifPresentOrElse(
                        spending -> block.say(say.sentence(
                                        "spending",
                                        say.figure(
                                                "basket",
                                                Edit.Op.MONEY,
                                                own + "/basket",
                                                spending.basket()
                                                        .map(least -> Numbers.major(least, say.currency()))
                                                        .orElse("")),
                                        say.figure(
                                                "percent",
                                                Edit.Op.DECIMAL,
                                                own + "/mostPercent",
                                                spending.mostPercent()
                                                        .map(Numbers::plain)
                                                        .orElse("")))
                                .with(say.remove(own))),
                        () -> block.add(say.put(own, "spending")));
    }

    private void edges(Wallet wallet, String path, Block.Builder block) {
        block.more(say.sentence(
                "wallet.first",
                say.choice(
                        "consumption", path + "/consumption", Wallet.ConsumptionOrder.values(), wallet.consumption()),
                say.whole("minutes", path + "/holds/maxMinutes", wallet.holds().maxMinutes())));
        block.more(say.sentence(
                "wallet.deficit",
                say.choice("deficit", path + "/deficit", Wallet.DeficitPolicy.values(), wallet.deficit())));
        block.more(say.sentence(
                "wallet.returned",
                say.choice(
                        "returned",
                        path + "/returned/kind",
                        Wallet.ReturnToExpired.Kind.values(),
                        wallet.returned().kind()),
                say.figure(
                        "days",
                        Edit.Op.WHOLE,
                        path + "/returned/days",
                        wallet.returned().days().map(Object::toString).orElse(""))));
    }

    private Sentence policy(ExpiryPolicy policy, String path) {
        if (policy instanceof ExpiryPolicy.AfterDuration after) {
            String kind = after.roundUpTo()
                    .map(round -> switch (round) {
                        case YEAR -> "expiry-end-of-year";
                        case MONTH -> "expiry-end-of-month";
                        default -> "expiry-after-duration";
                    })
                    .orElse("expiry-after-duration");
            return say.sentence(
                    after.roundUpTo().isPresent() ? "expiry.rounded" : "expiry.after",
                    say.parts("expiry", path, POLICIES, kind),
                    say.whole("amount", path + "/amount", after.amount()),
                    say.choice("span", path + "/unit", CalendarUnit.values(), after.unit()),
                    say.choice("counted", path + "/start", ExpiryPolicy.Start.values(), after.start()),
                    say.choice(
                            "round",
                            path + "/roundUpTo",
                            ExpiryPolicy.RoundUp.values(),
                            after.roundUpTo().orElse(ExpiryPolicy.RoundUp.DAY)));
        }
        if (policy instanceof ExpiryPolicy.FixedDates fixed) {
            List<String> days = fixed.dates().stream()
                    .map(day -> day.toString().substring(2))
                    .toList();
            return say.sentence(
                    "expiry.dates",
                    say.parts("expiry", path, POLICIES, "expiry-fixed-dates"),
                    say.list("dates", path + "/dates", days),
                    say.whole("days", path + "/minDays", fixed.minDays()));
        }
        if (policy instanceof ExpiryPolicy.Inactivity inactivity) {
            return say.sentence(
                    "expiry.inactivity",
                    say.parts("expiry", path, POLICIES, "expiry-inactivity"),
                    say.whole("amount", path + "/amount", inactivity.amount()),
                    say.choice("span", path + "/unit", CalendarUnit.values(), inactivity.unit()));
        }
        return say.sentence("expiry.never", say.parts("expiry", path, POLICIES, "expiry-never"));
    }
}
