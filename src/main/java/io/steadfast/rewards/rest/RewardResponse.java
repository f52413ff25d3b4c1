package io.steadfast.rewards.rest;

import io.steadfast.platform.refusals.RefusalTexts;
import io.steadfast.programs.RewardSentence;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.RewardPrice;
import io.steadfast.programs.core.TierPrice;
import io.steadfast.rewards.RewardOffer;
import io.steadfast.rewards.core.Availability;
import io.steadfast.rewards.core.Unmet;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A reward of the catalogue.
 *
 * @param kind as in {@code amount_voucher}
 * @param gives in words, in the caller's language
 * @param price left out where it isn't sold for points
 * @param redeemed {@code on_request}, or {@code when_affordable}: by itself as soon as points suffice
 * @param stock left out where it is endless
 * @param plan only for members while it is on
 * @param available and {@code reasons}: only where a member was named
 */
public record RewardResponse(
        ProgramCode program,
        String code,
        String name,
        String description,
        String kind,
        String gives,
        Optional<PriceResponse> price,
        String redeemed,
        Optional<StockResponse> stock,
        Optional<LimitResponse> perMember,
        Optional<LevelResponse> audience,
        Optional<String> plan,
        Optional<LocalDate> from,
        Optional<LocalDate> through,
        Optional<Boolean> available,
        Optional<List<ReasonResponse>> reasons) {

    static RewardResponse of(RewardOffer offer, Locale language) {
        Reward reward = offer.reward();
        ProgramDocument document = offer.version().document();
        Optional<Availability> availability = offer.availability();
        return new RewardResponse(
                offer.version().code(),
                reward.code().value(),
                reward.name().in(language),
                reward.description().in(language),
                RewardSentence.kind(reward.gives()),
                RewardSentence.of(document, language).gives(reward.gives()),
                reward.price().map(price -> PriceResponse.of(price, document, availability)),
                reward.redeemed().name().toLowerCase(Locale.ROOT),
                StockResponse.of(offer.stock()),
                reward.perMember()
                        .map(limit -> new LimitResponse(
                                limit.times(), limit.period().name().toLowerCase(Locale.ROOT))),
                reward.audience().map(level -> new LevelResponse(level.set().value(), level.from())),
                reward.plan().map(PlanCode::value),
                reward.visible().from(),
                reward.visible().through(),
                availability.map(Availability::available),
                availability.map(each -> each.reasons().stream()
                        .map(unmet -> ReasonResponse.of(unmet, language))
                        .toList()));
    }

    /**
     * What one costs.
     *
     * @param points for the member who was named, else for members without a tier of their own price
     * @param money paid beside the points
     */
    public record PriceResponse(WalletCode wallet, long points, List<TierPriceResponse> byTier, Optional<Money> money) {

        static PriceResponse of(RewardPrice price, ProgramDocument document, Optional<Availability> availability) {
            long points = availability
                    .map(each -> each.points().orElse(price.points()))
                    .orElse(price.points());
            return new PriceResponse(
                    price.wallet(),
                    points,
                    price.byTier().stream().map(TierPriceResponse::of).toList(),
                    price.money()
                            .map(amount -> new Money(amount, document.basics().currency())));
        }
    }

    /** Another price for members of a tier and above. */
    public record TierPriceResponse(String set, TierCode from, long points) {

        static TierPriceResponse of(TierPrice own) {
            return new TierPriceResponse(own.set().value(), own.from(), own.points());
        }
    }

    /** How often one member may have it. */
    public record LimitResponse(int times, String period) {}

    /** Whom it is for: members of a tier and above. */
    public record LevelResponse(String set, TierCode from) {}

    /**
     * Why not.
     *
     * @param points missing
     * @param tier needed
     * @param plan needed
     * @param from the first day on which it is possible as far as this reason goes
     * @param left in stock
     * @param amount what an order must come to at least, or what credit may pay of it at most
     */
    public record ReasonResponse(
            String code,
            String message,
            Optional<Long> points,
            Optional<TierCode> tier,
            Optional<String> plan,
            Optional<LocalDate> from,
            Optional<Long> left,
            Optional<Money> amount) {

        static ReasonResponse of(Unmet unmet, Locale language) {
            return new ReasonResponse(
                    unmet.reason().name(),
                    RefusalTexts.text(unmet.reason(), unmet.details(), language),
                    unmet.points(),
                    unmet.tier().map(level -> level.from()),
                    unmet.plan().map(PlanCode::value),
                    unmet.from(),
                    unmet.left(),
                    unmet.amount());
        }
    }
}
