package io.steadfast.designer.faces;

import io.steadfast.designer.Edit;
import io.steadfast.programs.core.ActivityCheck;
import io.steadfast.programs.core.Referral;
import java.util.ArrayList;
import java.util.List;

/** What is asked before an activity or a friend counts: consent, plausibility, and the friend's first order. */
final class AsksBlocks {

    private static final String CHECKS = "/activityChecks";
    private static final String REFERRAL = "/referral";
    private static final String RULES = "/earning/rules";

    private final Say say;

    AsksBlocks(Say say) {
        this.say = say;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<ActivityCheck> checks = say.document().activityChecks();
        for (int at = 0; at < checks.size(); at++) {
            blocks.add(check(checks.get(at), CHECKS + "/" + at));
        }
        say.document().referral().ifPresent(referral -> blocks.add(referral(referral)));
        return blocks;
    }

    List<Act> adds() {
        List<Act> adds = new ArrayList<>();
        adds.add(say.add(RULES, "rule-tracker"));
        adds.add(say.add(CHECKS, "activity-check"));
        if (say.document().referral().isEmpty()) {
            adds.add(say.put(REFERRAL, "referral"));
        } else {
            adds.add(say.add(RULES, "rule-referrer"));
            adds.add(say.add(RULES, "rule-friend"));
        }
        return adds;
    }

    private Block check(ActivityCheck check, String path) {
        Block.Builder block = new Block.Builder(check.type(), path)
                .name(say.fixed("name", say.word("asks")).title());
        block.say(say.sentence("asks.type", say.words("type", path + "/type", check.type())));
        check.consent()
                .ifPresentOrElse(
                        consent -> block.say(say.sentence(
                                        "asks.consent",
                                        say.words("purpose", path + "/consent/purpose", consent.purpose()),
                                        say.text("agreement", path + "/consent/name", consent.name()))
                                .with(say.remove(path + "/consent"))),
                        () -> block.add(say.put(path + "/consent", "agreement")));
        for (int at = 0; at < check.speedLimits().size(); at++) {
            ActivityCheck.SpeedLimit limit = check.speedLimits().get(at);
            String place = path + "/speedLimits/" + at;
            block.say(say.sentence(
                            "asks.speed",
                            say.list("kinds", place + "/kinds", limit.kinds()),
                            say.decimal("speed", place + "/kmPerHour", limit.kmPerHour()))
                    .with(say.remove(place)));
        }
        block.say(say.sentence(
                "asks.overlap",
                say.choice("overlap", path + "/overlap", ActivityCheck.Overlap.values(), check.overlap())));
        return block.add(say.add(path + "/speedLimits", "speed-limit"))
                .act(say.remove(path))
                .done();
    }

    private Block referral(Referral referral) {
        String currency = say.currency().getCurrencyCode();
        Block.Builder block = new Block.Builder("referral", REFERRAL)
                .name(say.fixed("name", say.word("friends")).title());
        block.say(say.sentence(
                "friends.when",
                say.whole("days", REFERRAL + "/windowDays", referral.windowDays()),
                say.choice("orderfrom", REFERRAL + "/from", Referral.From.values(), referral.from())));
        referral.minimum()
                .ifPresentOrElse(
                        minimum -> block.say(say.sentence(
                                        "friends.minimum",
                                        say.money(
                                                "amount",
                                                REFERRAL + "/minimum/" + currency,
                                                minimum.in(currency).orElse(0)))
                                .with(say.remove(REFERRAL + "/minimum"))),
                        () -> block.add(say.put(REFERRAL + "/minimum", "stamp-minimum")));
        return block.act(say.act(Edit.Op.REMOVE, REFERRAL, "act.remove", "pi-times"))
                .done();
    }
}
