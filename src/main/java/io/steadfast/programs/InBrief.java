package io.steadfast.programs;

import io.steadfast.programs.core.DateGift;
import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.ProgramBasics;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.StampCard;
import io.steadfast.programs.core.TermsClauses;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.Transition;
import io.steadfast.programs.core.Wallet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What each part of a program does now, in a sentence or two for the people who design it: {@code 1 point per USD 1, 1.25 × for VIB,
 * at most 500 points a day per member.} Where the terms have a sentence for it, it is the same.
 */
public final class InBrief {

    /** More steps of a ladder than one reads at a glance: then the first ones and the top are named. */
    private static final int STEPS = 4;

    private final BriefWords say;
    private final ProgramDocument document;

    private InBrief(BriefWords say) {
        this.say = say;
        this.document = say.document();
    }

    /** What a program is cut into for the people who design it. */
    public enum About {
        BASICS,
        EARN,
        TIERS,
        EXPIRY,
        REWARDS,
        STAMPS,
        PLANS,
        GIVING,
        LIMITS,
        TERMS
    }

    /** Empty where the program has nothing of it. */
    public static Optional<String> of(ProgramDocument document, About about, Locale language) {
        InBrief brief = new InBrief(new BriefWords(document, language));
        String text = say(brief, about);
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private static String say(InBrief brief, About about) {
        return switch (about) {
            case BASICS -> brief.basics();
            case EARN -> new EarningBrief(brief.say).sentence();
            case TIERS -> brief.tiers();
            case EXPIRY -> brief.expiry();
            case REWARDS -> brief.rewards();
            case STAMPS -> brief.stamps();
            case PLANS -> new PlanBrief(brief.say).sentences();
            case GIVING -> new GivingBrief(brief.say).sentence();
            case LIMITS -> new LimitsBrief(brief.say).sentence();
            case TERMS -> brief.terms();
        };
    }

    private String basics() {
        ProgramBasics basics = document.basics();
        return basics.grossMarginPercent()
                .map(margin -> say.text(
                        "basics.margin",
                        "currency",
                        basics.currency(),
                        "zone",
                        basics.zone().getId(),
                        "margin",
                        say.words().number(margin)))
                .orElseGet(() -> say.text(
                        "basics",
                        "currency",
                        basics.currency(),
                        "zone",
                        basics.zone().getId()));
    }

    private String tiers() {
        return say.sentences(document.tierSets().stream().map(this::ladder).toList());
    }

    private String ladder(TierSet set) {
        TierTerms terms = new TierTerms(say.words().from("terms"));
        return say.text(
                "tiers." + set.metric().kind(),
                "steps",
                say.listed(steps(set)),
                "period",
                terms.period(set.period()),
                "lasts",
                terms.validity(set.validity()),
                "wallet",
                set.metric().wallet().map(say.words()::walletName).orElse(""),
                "done",
                terms.done(set.metric().counter()));
    }

    private List<String> steps(TierSet set) {
        int size = set.tiers().size();
        return IntStream.range(0, size)
                .filter(rank -> size <= STEPS || rank < STEPS - 1 || rank == size - 1)
                .mapToObj(rank -> size > STEPS && rank == size - 1
                        ? "… " + step(set, set.tiers().get(rank))
                        : step(set, set.tiers().get(rank)))
                .toList();
    }

    private String step(TierSet set, Tier tier) {
        String name = say.in(tier.name());
        if (set.rankOf(tier.code()) == 0) {
            return name;
        }
        String threshold = switch (set.metric().kind()) {
            case SPEND -> say.money(tier.threshold());
            case ORDERS -> say.words().from("terms").text("tiers.orders", "count", tier.threshold());
            case STATUS_POINTS ->
                set.metric()
                        .wallet()
                        .map(wallet -> say.points(BigDecimal.valueOf(tier.threshold()), wallet))
                        .orElse("");
            case COUNTER -> say.text("tiers.times", "count", tier.threshold());
        };
        return say.text("tiers.step", "tier", name, "threshold", threshold);
    }

    private String expiry() {
        return say.sentences(document.wallets().stream().map(this::wallet).toList());
    }

    private String wallet(Wallet wallet) {
        List<String> parts = new ArrayList<>();
        Words terms = say.words().from("terms");
        String lapses = new ExpirySentence(terms).of(wallet.expiry());
        parts.add(terms.text("wallet.expiry", "wallet", say.in(wallet.name()), "expiry", lapses));
        if (wallet.unit() == Wallet.Unit.POINTS) {
            wallet.value()
                    .ifPresent(value -> parts.add(say.text("expiry.value", "money", say.money(value.minorUnits()))));
        }
        wallet.notice().ifPresent(notice -> parts.add(say.text("expiry.notice", "count", notice.days())));
        return say.sentences(parts);
    }

    private String rewards() {
        List<String> parts = new ArrayList<>();
        List<Reward> priced = document.rewards().stream()
                .filter(reward -> reward.price().isPresent())
                .toList();
        List<Reward> given = document.rewards().stream()
                .filter(reward -> reward.price().isEmpty())
                .toList();
        if (!priced.isEmpty()) {
            parts.add(priced(priced));
        }
        if (!given.isEmpty()) {
            parts.add(say.text("rewards.given", "count", given.size(), "names", names(given)));
        }
        if (!document.entitlements().isEmpty()) {
            List<String> rights = document.entitlements().stream()
                    .map(right -> say.in(right.name()))
                    .toList();
            parts.add(say.text("rewards.rights", "count", rights.size(), "names", say.some(rights)));
        }
        return say.sentences(parts);
    }

    private String priced(List<Reward> rewards) {
        List<BriefWords.Price> prices = rewards.stream()
                .flatMap(reward -> reward.price().stream())
                .map(price -> new BriefWords.Price(price.wallet(), price.points()))
                .sorted()
                .toList();
        String least = prices.get(0).in(say);
        String most = prices.get(prices.size() - 1).in(say);
        return say.text(
                least.equals(most) && rewards.size() > 1 ? "rewards.same" : "rewards.priced",
                "count",
                rewards.size(),
                "least",
                least,
                "most",
                most,
                "names",
                names(rewards));
    }

    private String names(List<Reward> rewards) {
        return say.some(rewards.stream().map(Reward::name).map(say::in).toList());
    }

    private String stamps() {
        List<String> parts = new ArrayList<>();
        document.stampCards().forEach(card -> parts.add(card(card)));
        document.dateGifts().forEach(gift -> parts.add(gift(gift)));
        return say.sentences(parts);
    }

    private String card(StampCard card) {
        String reward = document.reward(card.reward())
                .map(Reward::name)
                .map(say::in)
                .orElse(card.reward().value());
        return say.text(
                card.products().isEmpty() ? "stamps.any" : "stamps",
                "count",
                card.stamps(),
                "products",
                say.some(card.products()),
                "reward",
                reward);
    }

    private String gift(DateGift gift) {
        return say.text(
                gift.leadDays() == 0 ? "stamps.gift.on" : "stamps.gift.before",
                "gift",
                say.in(gift.name()),
                "count",
                gift.leadDays(),
                "occasion",
                say.text("stamps." + gift.occasion()));
    }

    private String terms() {
        TermsClauses own = document.terms();
        boolean around = List.of(own.opening(), own.closing()).stream()
                .map(LocalText::byLanguage)
                .flatMap(texts -> texts.values().stream())
                .anyMatch(text -> !text.isBlank());
        int sections = TermsGenerator.generate(document, say.words().language())
                .sections()
                .size();
        List<String> changes = changes();
        return say.sentences(List.of(
                say.text(around ? "terms.own" : "terms", "count", sections),
                changes.isEmpty() ? "" : say.text("terms.changes", "parts", say.clauses(changes))));
    }

    /** Only what there is can change. */
    private List<String> changes() {
        Transition transition = document.transition();
        List<String> parts = new ArrayList<>();
        if (!document.wallets().isEmpty()) {
            parts.add(say.text("terms.lots." + transition.lots()));
        }
        if (!document.tierSets().isEmpty()) {
            parts.add(say.text("terms.tiers." + transition.tiers()));
        }
        if (!document.earning().rules().isEmpty()) {
            parts.add(say.text("terms.earn." + transition.earn()));
        }
        return parts;
    }
}
