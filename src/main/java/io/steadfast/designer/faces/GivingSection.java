package io.steadfast.designer.faces;

import io.steadfast.designer.Edit;
import io.steadfast.designer.faces.Value.Choice;
import io.steadfast.programs.core.Giving;
import io.steadfast.programs.core.GivingPoints;
import io.steadfast.programs.core.Pledge;
import java.util.ArrayList;
import java.util.List;

/** What the program gives to charity: pledges of orders, points, the charities, and when it is settled. */
final class GivingSection {

    private final Say say;
    private final Giving giving;

    GivingSection(Say say) {
        this.say = say;
        this.giving = say.document().giving();
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        for (int at = 0; at < giving.pledges().size(); at++) {
            blocks.add(pledge(giving.pledges().get(at), "/giving/pledges/" + at));
        }
        giving.points().ifPresent(points -> blocks.add(points(points)));
        if (giving.gives()) {
            blocks.add(charities());
        }
        List<Act> adds = new ArrayList<>();
        adds.add(say.add("/giving/pledges", "pledge-fixed"));
        adds.add(say.add("/giving/pledges", "pledge-percent"));
        if (giving.points().isEmpty() && !say.document().wallets().isEmpty()) {
            adds.add(say.put("/giving/points", "giving-points"));
        }
        return new Section(Section.Topic.GIVING, blocks, adds);
    }

    private Block pledge(Pledge pledge, String path) {
        Block.Builder block = new Block.Builder(pledge.code().value(), path)
                .name(say.text("name", path + "/name", pledge.name()).title());
        String currency = say.currency().getCurrencyCode();
        Value funding = say.choice("funding", path + "/fundedBy", Pledge.Funding.values(), pledge.fundedBy());
        if (pledge.amount() instanceof Pledge.PledgeAmount.Fixed fixed) {
            block.say(say.sentence(
                    "pledge.fixed",
                    say.money(
                                    "amount",
                                    path + "/amount/amount/" + currency,
                                    fixed.amount().in(currency).orElse(0))
                            .gain(),
                    funding));
        } else if (pledge.amount() instanceof Pledge.PledgeAmount.Percent percent) {
            block.say(say.sentence(
                    "pledge.percent",
                    say.decimal("percent", path + "/amount/percent", percent.percent())
                            .gain(),
                    funding));
        }
        pledge.minimumOrder()
                .ifPresentOrElse(
                        minimum -> block.say(say.sentence(
                                        "pledge.minimum",
                                        say.money(
                                                "amount",
                                                path + "/minimumOrder/" + currency,
                                                minimum.in(currency).orElse(0)))
                                .with(say.remove(path + "/minimumOrder"))),
                        () -> block.add(say.put(path + "/minimumOrder", "minimum-order")));
        block.more(say.sentence(
                "pledge.nothing",
                say.choice("nothing", path + "/nothingPaid", Pledge.NothingPaid.values(), pledge.nothingPaid())));
        return block.act(say.remove(path)).done();
    }

    private Block points(GivingPoints points) {
        String path = "/giving/points";
        return new Block.Builder("giving-points", path)
                .name(say.fixed("name", say.word("giving_points")).title())
                .say(say.sentence(
                        "giving.points",
                        say.whole("points", path + "/points", points.points()),
                        say.money("worth", path + "/worth", points.worth()).gain(),
                        say.whole("step", path + "/step", points.step()),
                        say.whole("minimum", path + "/minimum", points.minimum())))
                .say(say.sentence(
                        "giving.match",
                        say.decimal("percent", path + "/matchPercent", points.matchPercent())
                                .gain()))
                .act(say.remove(path))
                .done();
    }

    private Block charities() {
        Block.Builder block = new Block.Builder("charities", "/giving/charities")
                .name(say.fixed("name", say.word("charities")).title());
        for (int at = 0; at < giving.charities().size(); at++) {
            String path = "/giving/charities/" + at;
            Giving.Offered offered = giving.charities().get(at);
            block.say(say.sentence(
                            "charity",
                            say.text("charity", path + "/name", offered.name()),
                            say.words("code", path + "/code", offered.code().value()))
                    .with(say.remove(path)));
        }
        block.say(say.sentence(
                "giving.choice", say.choice("choice", "/giving/choice", Giving.Choice.values(), giving.choice())));
        giving.unassigned()
                .ifPresentOrElse(
                        unassigned -> block.say(say.sentence(
                                        "giving.default",
                                        charity(unassigned),
                                        say.whole("days", "/giving/unassigned/afterDays", unassigned.afterDays()))
                                .with(say.remove("/giving/unassigned"))),
                        () -> block.add(say.put("/giving/unassigned", "default-charity")));
        block.say(say.sentence(
                "giving.confirmed",
                say.whole(
                        "days",
                        "/giving/confirmation/days",
                        giving.confirmation().days()),
                say.choice(
                        "confirmedfrom",
                        "/giving/confirmation/from",
                        Giving.Confirmation.From.values(),
                        giving.confirmation().from())));
        return block.add(say.add("/giving/charities", "offered")).done();
    }

    private Value charity(Giving.DefaultCharity unassigned) {
        List<Choice> choices = giving.charities().stream()
                .map(one -> new Choice(one.code().value(), say.in(one.name())))
                .toList();
        return say.choice(
                "charity",
                Edit.Op.CHOICE,
                "/giving/unassigned/charity",
                choices,
                unassigned.charity().value());
    }
}
