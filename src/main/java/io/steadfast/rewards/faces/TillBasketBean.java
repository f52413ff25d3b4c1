package io.steadfast.rewards.faces;

import io.steadfast.platform.faces.Given;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.rewards.RewardOffer;
import io.steadfast.rewards.core.RewardRefusal;
import io.steadfast.rewards.core.Unmet;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Currency;
import java.util.Optional;

/** What the order comes to, typed beside a reward that costs credit which may pay only a part of it. */
@Named("tillBasket")
@RequestScoped
public class TillBasketBean {

    @Inject
    private HttpServletRequest request;

    /** Whether all that stands against it is the basket: then its amount is asked for. */
    public boolean isAsked(RewardOffer offer) {
        return offer.asksForBasket()
                && offer.availability()
                        .filter(each -> each.reasons().stream().allMatch(Unmet::isOfBasket))
                        .isPresent();
    }

    /** The name of the field for it, one for each reward. */
    public String field(RewardOffer offer) {
        return "basket-" + offer.version().code() + "-" + offer.reward().code();
    }

    /** What was typed there. */
    public String typed(RewardOffer offer) {
        return Optional.ofNullable(request.getParameter(field(offer)))
                .orElse("")
                .strip();
    }

    /** The currency to type it in. */
    public String currency(RewardOffer offer) {
        return offer.version().document().basics().currency().getCurrencyCode();
    }

    /** The same in minor units; empty where nothing was typed. Refuses BASKET_NOT_MONEY. */
    Optional<Long> read(RewardOffer offer) {
        String typed = typed(offer);
        if (typed.isEmpty() || !offer.asksForBasket()) {
            return Optional.empty();
        }
        Currency currency = offer.version().document().basics().currency();
        long amount = Given.smallest(typed, currency.getDefaultFractionDigits(), RewardRefusal.BASKET_NOT_MONEY);
        if (amount <= 0) {
            throw new Refusal(RewardRefusal.BASKET_NOT_MONEY);
        }
        return Optional.of(amount);
    }
}
