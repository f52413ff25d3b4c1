package io.steadfast.programs;

import io.steadfast.programs.core.Giving;
import io.steadfast.programs.core.GivingPoints;
import io.steadfast.programs.core.Pledge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What the terms say of giving: who pays, to whom, when it is settled, and what a return does. */
final class GivingTerms {

    private final Words terms;
    private final Giving giving;

    GivingTerms(Words terms) {
        this.terms = terms;
        this.giving = terms.document().giving();
    }

    List<Terms.Section> sections() {
        return giving.gives() ? List.of(new Terms.Section(terms.text("giving"), paragraphs())) : List.of();
    }

    private List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        giving.pledges().forEach(pledge -> pledge(pledge, paragraphs));
        giving.points().ifPresent(points -> points(points, paragraphs));
        charities(paragraphs);
        if (!giving.pledges().isEmpty()) {
            paragraphs.add(terms.text(
                    "giving.confirmed." + giving.confirmation().from(),
                    "count",
                    giving.confirmation().days()));
        }
        paragraphs.add(terms.text("giving.settled"));
        if (!giving.pledges().isEmpty()) {
            paragraphs.add(terms.text("giving.after_settlement"));
        }
        return paragraphs;
    }

    private void pledge(Pledge pledge, List<String> paragraphs) {
        String sentence = terms.text(
                "giving.pledge." + pledge.fundedBy(),
                "amount",
                amount(pledge),
                "condition",
                pledge.minimumOrder()
                        .map(minimum -> terms.text("giving.minimum", "amount", terms.amounts(minimum)))
                        .orElse(""));
        paragraphs.add(terms.from("sentences")
                .text("named", "name", pledge.name().in(terms.language()), "sentence", sentence));
        paragraphs.add(terms.text(
                pledge.amount() instanceof Pledge.PledgeAmount.Fixed
                        ? "giving.return.fixed"
                        : "giving.return.percent"));
        if (pledge.fundedBy() == Pledge.Funding.MEMBER) {
            paragraphs.add(terms.text("giving.member_pays"));
        }
        paragraphs.add(terms.text("giving.nothing_paid." + pledge.nothingPaid()));
    }

    private String amount(Pledge pledge) {
        if (pledge.amount() instanceof Pledge.PledgeAmount.Fixed fixed) {
            return terms.amounts(fixed.amount());
        }
        BigDecimal percent = ((Pledge.PledgeAmount.Percent) pledge.amount()).percent();
        return terms.text("giving.percent", "percent", terms.number(percent));
    }

    private void points(GivingPoints points, List<String> paragraphs) {
        String wallet = terms.walletName(points.wallet());
        paragraphs.add(terms.text(
                "giving.points",
                "wallet",
                wallet,
                "points",
                shown(points, points.points()),
                "worth",
                terms.money(points.worth(), terms.document().basics().currency()),
                "step",
                shown(points, points.step()),
                "minimum",
                shown(points, points.minimum())));
        paragraphs.add(terms.text("giving.points.gone", "wallet", wallet));
        if (points.matchPercent().signum() > 0) {
            paragraphs.add(terms.text("giving.match", "percent", terms.number(points.matchPercent())));
        }
    }

    private String shown(GivingPoints points, long figure) {
        return terms.points(BigDecimal.valueOf(figure), points.wallet());
    }

    private void charities(List<String> paragraphs) {
        List<String> names = giving.charities().stream()
                .map(each -> each.name().in(terms.language()))
                .toList();
        if (!names.isEmpty()) {
            paragraphs.add(terms.text("giving.charities", "charities", terms.joined(names, "or")));
        }
        if (giving.choice() == Giving.Choice.ANY_OPEN) {
            paragraphs.add(terms.text(names.isEmpty() ? "giving.charities.register" : "giving.charities.others"));
        }
        paragraphs.add(terms.text("giving.choice"));
        giving.unassigned()
                .ifPresentOrElse(
                        unassigned -> paragraphs.add(terms.text(
                                "giving.unassigned", "charity", name(unassigned), "count", unassigned.afterDays())),
                        () -> paragraphs.add(terms.text("giving.unassigned.waits")));
        paragraphs.add(terms.text("giving.closed"));
    }

    private String name(Giving.DefaultCharity unassigned) {
        return giving.charities().stream()
                .filter(each -> each.code().equals(unassigned.charity()))
                .findFirst()
                .map(each -> each.name().in(terms.language()))
                .orElse(unassigned.charity().value());
    }
}
