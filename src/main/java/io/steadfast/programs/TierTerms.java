package io.steadfast.programs;

import io.steadfast.platform.i18n.Texts;
import io.steadfast.programs.core.Keeping;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the terms say of each tier set. */
final class TierTerms {

    private final Words terms;

    TierTerms(Words terms) {
        this.terms = terms;
    }

    List<Terms.Section> sections() {
        return terms.document().tierSets().stream()
                .map(set ->
                        new Terms.Section(terms.text("tiers", "set", set.name().in(terms.language())), paragraphs(set)))
                .toList();
    }

    private List<String> paragraphs(TierSet set) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(metric(set));
        for (int rank = 0; rank < set.tiers().size(); rank++) {
            ofTier(set, rank, paragraphs);
        }
        set.rollover()
                .ifPresent(rollover -> paragraphs.add(terms.text(
                        "tiers.rollover." + set.onReturn(), "most", threshold(set.metric(), rollover.most()))));
        paragraphs.add(terms.text("tiers.upgrade." + set.upgrade()));
        paragraphs.add(validity(set.validity()));
        paragraphs.add(terms.text("tiers.downgrade." + set.downgrade()));
        paragraphs.add(terms.text("tiers.review." + set.review()));
        if (set.grace().metricDays() > 0) {
            paragraphs.add(terms.text("tiers.grace.metric", "count", set.grace().metricDays()));
        }
        if (set.grace().statusDays() > 0) {
            paragraphs.add(terms.text("tiers.grace.status", "count", set.grace().statusDays()));
        }
        paragraphs.add(terms.text("tiers.return." + set.onReturn()));
        paragraphs.add(terms.text("tiers.crossing." + set.crossing()));
        return paragraphs;
    }

    private String metric(TierSet set) {
        TierSet.Metric metric = set.metric();
        return terms.text(
                "tiers.metric." + metric.kind(),
                "period",
                period(set.period()),
                "basis",
                BasisSentence.of(terms.from("sentences"), metric.basis()),
                "wallet",
                metric.wallet().map(terms::walletName).orElse(""),
                "done",
                done(metric.counter()));
    }

    /** Over which time a ladder counts. */
    String period(TierSet.Period period) {
        String month = period.startMonth()
                .filter(number -> number >= 1 && number <= 12)
                .map(number -> Month.of(number).getDisplayName(TextStyle.FULL, terms.language()))
                .orElse("");
        String duration = period.amount()
                .flatMap(amount -> period.unit().map(unit -> terms.duration(amount, unit)))
                .orElse("");
        return terms.text("tiers.period." + period.kind(), "month", month, "duration", duration);
    }

    private void ofTier(TierSet set, int rank, List<String> paragraphs) {
        Tier tier = set.tiers().get(rank);
        String name = tier.name().in(terms.language());
        paragraphs.add(
                rank == 0
                        ? terms.text("tiers.base", "tier", name)
                        : terms.text(
                                "tiers.threshold",
                                "tier",
                                name,
                                "threshold",
                                threshold(set.metric(), tier.threshold())));
        tier.renewal()
                .ifPresent(renewal -> paragraphs.add(
                        terms.text("tiers.renewal", "tier", name, "threshold", threshold(set.metric(), renewal))));
        tier.keeps().ifPresent(keeps -> paragraphs.add(keeps(set, keeps, name)));
        tier.multipliers()
                .forEach((wallet, factor) -> paragraphs.add(terms.text(
                        "multiplier.tier",
                        "tier",
                        name,
                        "factor",
                        terms.number(factor),
                        "wallet",
                        terms.walletName(wallet))));
        tier.entryReward()
                .ifPresent(reward -> paragraphs.add(terms.text("tiers.entry", "tier", name, "reward", called(reward))));
        if (!tier.benefits().isEmpty()) {
            List<String> benefits = tier.benefits().stream()
                    .map(benefit -> benefit.in(terms.language()))
                    .toList();
            paragraphs.add(terms.text("tiers.benefits", "tier", name, "benefits", terms.joined(benefits, "comma")));
        }
    }

    private String keeps(TierSet set, Keeping keeps, String tier) {
        int all = keeps.goals().size();
        boolean every = keeps.need() >= all;
        String key = keeps.need() == 1 ? ".any" : every ? ".all" : "";
        List<String> goals = keeps.goals().stream().map(goal -> goal(set, goal)).toList();
        return terms.text(
                "tiers.keeps" + (all == 1 ? ".only" : key),
                "tier",
                tier,
                "need",
                keeps.need(),
                "goals",
                terms.joined(goals, every ? "and" : "or"));
    }

    private String goal(TierSet set, Keeping.Goal goal) {
        TierSet.Metric metric = new TierSet.Metric(
                goal.metric(), goal.wallet(), goal.counter(), set.metric().basis());
        return terms.text(
                "tiers.goal." + goal.metric(),
                "threshold",
                threshold(metric, goal.threshold()),
                "count",
                goal.threshold(),
                "done",
                done(goal.counter()));
    }

    /** What members do that is counted, the usual activities by their names, a tenant's own by its code. */
    String done(Optional<String> counter) {
        String type = counter.orElse("");
        String key = "tiers.done." + type;
        return Texts.has("terms", key, terms.language()) ? terms.text(key) : terms.text("tiers.done.own", "type", type);
    }

    private String called(RewardCode code) {
        return terms.document()
                .reward(code)
                .map(reward -> reward.name().in(terms.language()))
                .orElse(code.value());
    }

    private String threshold(TierSet.Metric metric, long figure) {
        return switch (metric.kind()) {
            case SPEND -> terms.money(figure, terms.document().basics().currency());
            case STATUS_POINTS -> points(figure, metric);
            case ORDERS -> terms.text("tiers.orders", "count", figure);
            case COUNTER -> terms.text("tiers.times", "count", figure);
        };
    }

    private String points(long figure, TierSet.Metric metric) {
        return metric.wallet()
                .map((WalletCode wallet) ->
                        terms.points(BigDecimal.valueOf(figure), wallet) + " " + terms.walletName(wallet))
                .orElseGet(() -> terms.number(figure));
    }

    /** How long a tier lasts, as a sentence. */
    String validity(TierSet.TierValidity validity) {
        String duration = validity.amount()
                .flatMap(amount -> validity.unit().map(unit -> terms.duration(amount, unit)))
                .orElse("");
        return terms.text(
                "tiers.validity." + validity.kind(),
                "duration",
                duration,
                "date",
                validity.date().map(terms::date).orElse(""));
    }
}
