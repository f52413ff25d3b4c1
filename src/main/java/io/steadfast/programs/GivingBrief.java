package io.steadfast.programs;

import io.steadfast.programs.core.Giving;
import io.steadfast.programs.core.GivingPoints;
import io.steadfast.programs.core.Pledge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a program gives to charity, who pays, and for whom, in one sentence. */
final class GivingBrief {

    private final BriefWords say;
    private final Giving giving;

    GivingBrief(BriefWords say) {
        this.say = say;
        this.giving = say.document().giving();
    }

    String sentence() {
        if (!giving.gives()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        giving.pledges().forEach(pledge -> parts.add(pledge(pledge)));
        giving.points().ifPresent(points -> parts.add(points(points)));
        String whom = whom();
        if (!whom.isEmpty()) {
            parts.add(whom);
        }
        return say.text("sentence", "parts", say.clauses(parts));
    }

    private String pledge(Pledge pledge) {
        String whole;
        if (pledge.amount() instanceof Pledge.PledgeAmount.Percent percent) {
            String share = say.text("giving.percent", "percent", say.words().number(percent.percent()));
            whole = say.text("giving." + pledge.fundedBy(), "amount", share);
        } else {
            String amount = say.amounts(((Pledge.PledgeAmount.Fixed) pledge.amount()).amount());
            whole = say.text("giving.fixed." + pledge.fundedBy(), "amount", amount);
        }
        return pledge.minimumOrder()
                .map(least -> say.text("giving.from", "pledge", whole, "amount", say.amounts(least)))
                .orElse(whole);
    }

    private String points(GivingPoints points) {
        String given = say.text(
                "giving.points",
                "points",
                say.points(BigDecimal.valueOf(points.points()), points.wallet()),
                "worth",
                say.money(points.worth()));
        return points.matchPercent().signum() == 0
                ? given
                : say.text(
                        "giving.match", "giving", given, "percent", say.words().number(points.matchPercent()));
    }

    private String whom() {
        int count = giving.charities().size();
        boolean others = giving.choice() == Giving.Choice.ANY_OPEN;
        if (count == 0) {
            return others ? say.text("giving.to.register") : "";
        }
        return say.text(
                others ? "giving.to.others" : "giving.to",
                "count",
                count,
                "charity",
                say.in(giving.charities().get(0).name()));
    }
}
