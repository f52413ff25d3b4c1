package io.steadfast.rewards.faces;

import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.programs.RewardSentence;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.RewardPrice;
import io.steadfast.programs.core.Validity;
import io.steadfast.rewards.RewardOffer;
import io.steadfast.rewards.core.RedemptionState;
import io.steadfast.rewards.core.Unmet;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Rewards in the words of the screens. */
@Named("rewarded")
@RequestScoped
public class RewardWords {

    @Inject
    private FrameBean frame;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    public String name(RewardOffer offer) {
        return offer.reward().name().in(frame.getLocale());
    }

    public String program(RewardOffer offer) {
        return offer.version().document().basics().name().in(frame.getLocale());
    }

    /** As in "a voucher of USD 10.00 for your purchases". */
    public String gives(RewardOffer offer) {
        return said(offer).gives(offer.reward().gives());
    }

    /** What everybody pays; for a member what they pay. */
    public String price(RewardOffer offer) {
        return offer.reward()
                .price()
                .map(price -> said(offer).price(own(offer, price)))
                .orElseGet(() -> t.text("rewards", "not_sold"));
    }

    private static RewardPrice own(RewardOffer offer, RewardPrice price) {
        long points = offer.availability()
                .map(each -> each.points().orElse(price.points()))
                .orElse(price.points());
        return new RewardPrice(price.wallet(), points, price.byTier(), price.money());
    }

    /** Everything the terms say of it. */
    public List<String> sentences(RewardOffer offer) {
        return said(offer).all(offer.reward());
    }

    /** How many are left; a word where it is endless. */
    public String left(RewardOffer offer) {
        OptionalLong left = offer.stock().left();
        return left.isPresent() ? formats.number(left.getAsLong()) : t.text("rewards", "endless");
    }

    public boolean isLow(RewardOffer offer) {
        return offer.stock().left().isPresent() && offer.stock().left().getAsLong() <= 0;
    }

    /** Whether it is in its window today, on the program's calendar. */
    public String window(RewardOffer offer, LocalDate today) {
        Validity visible = offer.reward().visible();
        if (visible.from().filter(today::isBefore).isPresent()) {
            return "later";
        }
        return visible.through().filter(today::isAfter).isPresent() ? "over" : "open";
    }

    /** A reason with what would make it possible, as in "120 points are missing". */
    public String reason(RewardOffer offer, Unmet unmet) {
        ProgramDocument document = offer.version().document();
        Locale language = frame.getLocale();
        return t.with(
                "rewards",
                unmet.reason().name(),
                "points",
                unmet.points().map(formats::number).orElse(""),
                "tier",
                unmet.tier()
                        .map(level -> RewardSentence.of(document, language).tier(level))
                        .orElse(""),
                "plan",
                unmet.plan()
                        .map(plan -> RewardSentence.of(document, language).plan(plan))
                        .orElse(""),
                "date",
                unmet.from().map(formats::day).orElse(""),
                "left",
                unmet.left().map(formats::number).orElse(""),
                "amount",
                unmet.amount().map(formats::money).orElse(""));
    }

    public String state(RedemptionState state) {
        return t.text("rewards", "state." + state);
    }

    /** The chip's colour: amber only where somebody has to send something. */
    public String tone(RedemptionState state) {
        return switch (state) {
            case ISSUED, DELIVERED -> "gain";
            case ORDERED -> "warn";
            case SHIPPED -> "when";
            case CANCELLED -> "";
        };
    }

    private RewardSentence said(RewardOffer offer) {
        return RewardSentence.of(offer.version().document(), frame.getLocale());
    }
}
