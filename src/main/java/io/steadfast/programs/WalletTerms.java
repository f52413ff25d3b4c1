package io.steadfast.programs;

import io.steadfast.programs.core.ExpiryPolicy;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.Wallet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the terms say of each wallet. */
final class WalletTerms {

    private final Words terms;
    private final ExpirySentence expiry;

    WalletTerms(Words terms) {
        this.terms = terms;
        this.expiry = new ExpirySentence(terms);
    }

    List<Terms.Section> sections() {
        return terms.document().wallets().stream()
                .map(wallet -> new Terms.Section(terms.text("wallet", "wallet", name(wallet)), paragraphs(wallet)))
                .toList();
    }

    /** What a return does to points that were given and to those that were used. */
    List<String> returns() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(terms.text("returns.share"));
        for (Wallet wallet : terms.document().wallets()) {
            paragraphs.add(terms.text(
                    "returns.expired." + wallet.returned().kind(),
                    "wallet",
                    name(wallet),
                    "count",
                    wallet.returned().days().orElse(0)));
            paragraphs.add(terms.text("returns.deficit." + wallet.deficit(), "wallet", name(wallet)));
        }
        return paragraphs;
    }

    private String name(Wallet wallet) {
        return wallet.name().in(terms.language());
    }

    private List<String> paragraphs(Wallet wallet) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(
                wallet.purpose() == Wallet.Purpose.STATUS
                        ? terms.text("wallet.status", "wallet", name(wallet))
                        : terms.text(
                                "wallet." + wallet.unit().name().toLowerCase(Locale.ROOT),
                                "wallet",
                                name(wallet),
                                "currency",
                                terms.document().basics().currency()));
        if (wallet.decimals() > 0) {
            paragraphs.add(terms.text("wallet.decimals", "wallet", name(wallet), "count", wallet.decimals()));
        }
        paragraphs.add(terms.text("wallet.expiry", "wallet", name(wallet), "expiry", expiry.of(wallet.expiry())));
        ofTiers(wallet, paragraphs);
        if (wallet.expiry().stream().anyMatch(policy -> !(policy instanceof ExpiryPolicy.Never))) {
            paragraphs.add(terms.text("wallet.expiry.day"));
        }
        paragraphs.add(notice(wallet));
        if (wallet.purpose() == Wallet.Purpose.REWARD) {
            paragraphs.add(terms.text("wallet.consumption." + wallet.consumption()));
            wallet.spending().ifPresent(spending -> paragraphs.add(spending(wallet, spending)));
            paragraphs.add(terms.text("wallet.holds", "count", wallet.holds().maxMinutes()));
            wallet.holds()
                    .maxPoints()
                    .ifPresent(points -> paragraphs.add(terms.text(
                            "wallet.holds.points",
                            "points",
                            terms.points(BigDecimal.valueOf(points), wallet.code()) + " " + name(wallet))));
        }
        return paragraphs;
    }

    /** What credit may pay; that an order's own credit can't pay it holds without being said in the document. */
    private String spending(Wallet wallet, Wallet.Spending spending) {
        Optional<String> basket = spending.basket()
                .map(least -> terms.money(least, terms.document().basics().currency()));
        Optional<String> share = spending.mostPercent().map(terms::number);
        String key = basket.isPresent() && share.isPresent()
                ? "wallet.spending.both"
                : basket.isPresent() ? "wallet.spending.basket" : share.isPresent() ? "wallet.spending.share" : "";
        String own = terms.text("wallet.spending.own", "wallet", name(wallet));
        if (key.isEmpty()) {
            return own;
        }
        return terms.text(key, "wallet", name(wallet), "basket", basket.orElse(""), "share", share.orElse(""))
                + terms.betweenSentences()
                + own;
    }

    private void ofTiers(Wallet wallet, List<String> paragraphs) {
        for (TierSet set : terms.document().tierSets()) {
            for (Tier tier : set.tiers()) {
                List<ExpiryPolicy> own = tier.expiry().getOrDefault(wallet.code(), List.of());
                if (!own.isEmpty()) {
                    paragraphs.add(terms.text(
                            "wallet.expiry.tier",
                            "tier",
                            tier.name().in(terms.language()),
                            "wallet",
                            name(wallet),
                            "expiry",
                            expiry.of(own)));
                }
            }
        }
    }

    private String notice(Wallet wallet) {
        return wallet.notice()
                .map(notice -> terms.text(
                        "wallet.notice."
                                + notice.channel()
                                        .map(channel -> channel.name().toLowerCase(Locale.ROOT))
                                        .orElse("webhook"),
                        "count",
                        notice.days()))
                .orElseGet(() -> terms.text("wallet.notice.none"));
    }
}
