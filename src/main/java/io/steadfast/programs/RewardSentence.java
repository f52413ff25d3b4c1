package io.steadfast.programs;

import io.steadfast.programs.core.PlanCode;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.RewardKind;
import io.steadfast.programs.core.RewardPrice;
import io.steadfast.programs.core.TierLevel;
import io.steadfast.programs.core.Validity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in one language what a reward gives, what it costs and who may have it when. */
public final class RewardSentence {

    private final Words terms;

    private RewardSentence(Words terms) {
        this.terms = terms;
    }

    /** The sentences about the rewards of a program. */
    public static RewardSentence of(ProgramDocument document, Locale language) {
        return of(Words.of("terms", document, language));
    }

    static RewardSentence of(Words terms) {
        return new RewardSentence(terms);
    }

    /** The kind as documents and answers name it, as in {@code amount_voucher}. */
    public static String kind(RewardKind gives) {
        return DocumentTypes.kindOf(gives.getClass());
    }

    /** What it gives and costs, then whatever limits it, a sentence each. */
    public List<String> all(Reward reward) {
        List<String> sentences = new ArrayList<>();
        sentences.add(reward.price()
                .map(price -> terms.text(
                        "rewards.sold", "reward", name(reward), "gives", gives(reward.gives()), "price", price(price)))
                .orElseGet(() -> terms.text("rewards.given", "reward", name(reward), "gives", gives(reward.gives()))));
        String description = reward.description().in(terms.language());
        if (!description.isBlank()) {
            sentences.add(description);
        }
        reward.price().ifPresent(price -> byTier(price, sentences));
        if (reward.redeemsItself()) {
            sentences.add(terms.text("rewards.itself"));
        }
        reward.audience().ifPresent(level -> sentences.add(terms.text("rewards.audience", "tier", tier(level))));
        reward.plan().ifPresent(plan -> sentences.add(terms.text("rewards.plan", "plan", plan(plan))));
        reward.perMember()
                .ifPresent(
                        limit -> sentences.add(terms.text("rewards.limit." + limit.period(), "count", limit.times())));
        visible(reward.visible()).ifPresent(sentences::add);
        reward.validFor()
                .ifPresent(term -> sentences.add(
                        terms.text("rewards.valid", "duration", terms.duration(term.amount(), term.unit()))));
        return sentences;
    }

    /** What a plan is called. */
    public String plan(PlanCode code) {
        return terms.document()
                .plan(code)
                .map(plan -> plan.name().in(terms.language()))
                .orElse(code.value());
    }

    /** As in "USD 10.00 off your purchases". */
    public String gives(RewardKind kind) {
        if (kind instanceof RewardKind.PercentVoucher voucher) {
            String text = terms.text("rewards.percent", "percent", terms.number(voucher.percent()));
            return text + most(voucher.most()) + basket(voucher.basket());
        }
        if (kind instanceof RewardKind.AmountVoucher voucher) {
            return terms.text("rewards.amount", "money", money(voucher.amount())) + basket(voucher.basket());
        }
        if (kind instanceof RewardKind.GiftCard card) {
            return terms.text("rewards.card", "money", money(card.amount()));
        }
        if (kind instanceof RewardKind.FreeProduct product) {
            return terms.text("rewards.product", "sku", product.sku());
        }
        if (kind instanceof RewardKind.FreeShipping shipping) {
            return terms.text("rewards.shipping") + basket(shipping.basket());
        }
        if (kind instanceof RewardKind.Credit credit) {
            return terms.text(
                    "rewards.credit", "money", money(credit.amount()), "wallet", terms.walletName(credit.wallet()));
        }
        if (kind instanceof RewardKind.PhysicalItem item) {
            return terms.text("rewards.item", "sku", item.sku());
        }
        return givesMore(kind);
    }

    private String givesMore(RewardKind kind) {
        if (kind instanceof RewardKind.Experience experience) {
            return experience
                    .on()
                    .map(day -> terms.text(
                            "rewards.event", "date", terms.date(day), "count", number(experience.capacity())))
                    .orElseGet(() -> terms.text("rewards.experience", "count", number(experience.capacity())));
        }
        if (kind instanceof RewardKind.Donation donation) {
            return terms.text(
                    donation.charity().isPresent() ? "rewards.donation" : "rewards.donation.choice",
                    "money",
                    money(donation.amount()),
                    "charity",
                    donation.charity().orElse(""));
        }
        RewardKind.EarlyAccess access = (RewardKind.EarlyAccess) kind;
        return access.products().isEmpty()
                ? terms.text("rewards.early")
                : terms.text("rewards.early.products", "products", terms.joined(access.products(), "comma"));
    }

    /** As in "500 Points and USD 5.00". */
    public String price(RewardPrice price) {
        return terms.text(
                price.money().isPresent() ? "rewards.price.money" : "rewards.price",
                "points",
                points(price, price.points()),
                "wallet",
                terms.walletName(price.wallet()),
                "money",
                price.money().map(this::money).orElse(""));
    }

    /** As in "Rouge". */
    public String tier(TierLevel level) {
        return terms.document()
                .tierSet(level.set())
                .flatMap(set -> set.tiers().stream()
                        .filter(tier -> tier.code().equals(level.from()))
                        .findFirst())
                .map(tier -> tier.name().in(terms.language()))
                .orElse(level.from().value());
    }

    private void byTier(RewardPrice price, List<String> sentences) {
        price.byTier()
                .forEach(own -> sentences.add(terms.text(
                        "rewards.price.tier",
                        "tier",
                        tier(new TierLevel(own.set(), own.from())),
                        "points",
                        points(price, own.points()),
                        "wallet",
                        terms.walletName(price.wallet()))));
    }

    private Optional<String> visible(Validity window) {
        String key = "rewards.visible"
                + (window.from().isPresent() ? ".from" : "")
                + (window.through().isPresent() ? ".through" : "");
        if (window.from().isEmpty() && window.through().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(terms.text(
                key,
                "from",
                window.from().map(terms::date).orElse(""),
                "through",
                window.through().map(terms::date).orElse("")));
    }

    private String most(Optional<Long> most) {
        return most.map(money -> terms.text("rewards.most", "money", money(money)))
                .orElse("");
    }

    private String basket(Optional<Long> basket) {
        return basket.map(money -> terms.text("rewards.basket", "money", money(money)))
                .orElse("");
    }

    private String name(Reward reward) {
        return reward.name().in(terms.language());
    }

    private String points(RewardPrice price, long points) {
        return terms.points(BigDecimal.valueOf(points), price.wallet());
    }

    private String number(long figure) {
        return terms.number(figure);
    }

    private String money(long minorUnits) {
        return terms.money(minorUnits, terms.document().basics().currency());
    }
}
