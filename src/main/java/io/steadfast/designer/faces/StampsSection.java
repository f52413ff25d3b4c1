package io.steadfast.designer.faces;

import io.steadfast.designer.Edit;
import io.steadfast.designer.faces.Value.Choice;
import io.steadfast.programs.core.DateGift;
import io.steadfast.programs.core.StampCard;
import java.util.ArrayList;
import java.util.List;

/** Stamp cards, and gifts for members' own days. */
final class StampsSection {

    private final Say say;

    StampsSection(Say say) {
        this.say = say;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        List<StampCard> cards = say.document().stampCards();
        for (int at = 0; at < cards.size(); at++) {
            blocks.add(card(cards.get(at), "/stampCards/" + at));
        }
        List<DateGift> gifts = say.document().dateGifts();
        for (int at = 0; at < gifts.size(); at++) {
            blocks.add(gift(gifts.get(at), "/dateGifts/" + at));
        }
        return new Section(
                Section.Topic.STAMPS,
                blocks,
                List.of(
                        say.add("/stampCards", "stamp-card"),
                        say.add("/dateGifts", "date-birthday"),
                        say.add("/dateGifts", "date-anniversary")));
    }

    private Block card(StampCard card, String path) {
        Block.Builder block = new Block.Builder(card.code(), path)
                .name(say.text("name", path + "/name", card.name()).title());
        block.say(say.sentence(
                "stamps.full",
                say.whole("stamps", path + "/stamps", card.stamps()),
                say.reward(card.reward(), path + "/reward"),
                say.choice("full", path + "/full", StampCard.Full.values(), card.full())));
        block.say(say.sentence(
                "stamps.per",
                say.choice("stampper", path + "/per", StampCard.Per.values(), card.per()),
                say.list("products", path + "/products", card.products())));
        String currency = say.currency().getCurrencyCode();
        card.minimum()
                .ifPresentOrElse(
                        minimum -> block.say(say.sentence(
                                        "stamps.minimum",
                                        say.money(
                                                "amount",
                                                path + "/minimum/" + currency,
                                                minimum.in(currency).orElse(0)))
                                .with(say.remove(path + "/minimum"))),
                        () -> block.add(say.put(path + "/minimum", "stamp-minimum")));
        return block.act(say.remove(path)).done();
    }

    private Block gift(DateGift gift, String path) {
        Block.Builder block = new Block.Builder(gift.code(), path)
                .name(say.text("name", path + "/name", gift.name()).title());
        block.say(say.sentence(
                "dates.when",
                say.whole("days", path + "/leadDays", gift.leadDays()),
                say.choice("occasion", path + "/occasion", DateGift.Occasion.values(), gift.occasion())));
        gift.reward()
                .ifPresentOrElse(
                        code -> block.say(say.sentence("dates.reward", say.reward(code, path + "/reward"))
                                .with(say.remove(path + "/reward"))),
                        () -> block.add(say.put(path + "/reward", "gift-reward")));
        gift.points()
                .ifPresentOrElse(
                        points -> block.say(say.sentence(
                                        "dates.points",
                                        say.whole("points", path + "/points/points", points.points())
                                                .gain(),
                                        wallets(points, path + "/points/wallet"))
                                .with(say.remove(path + "/points"))),
                        () -> block.add(say.put(path + "/points", "gift-points")));
        if (gift.occasion() == DateGift.Occasion.BIRTHDAY) {
            block.more(
                    say.sentence("dates.unchanged", say.whole("days", path + "/unchangedDays", gift.unchangedDays())));
        }
        return block.act(say.remove(path)).done();
    }

    private Value wallets(DateGift.GiftPoints points, String path) {
        List<Choice> wallets = say.document().wallets().stream()
                .map(wallet -> new Choice(wallet.code().value(), say.in(wallet.name())))
                .toList();
        return say.choice(
                "wallet", Edit.Op.CHOICE, path, wallets, points.wallet().value());
    }
}
