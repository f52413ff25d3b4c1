package io.steadfast.programs;

import io.steadfast.programs.core.DateGift;
import io.steadfast.programs.core.Reward;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What the terms say of gifts for members' own days. */
final class DateGiftTerms {

    private final Words terms;

    DateGiftTerms(Words terms) {
        this.terms = terms;
    }

    List<Terms.Section> sections() {
        List<DateGift> gifts = terms.document().dateGifts();
        return gifts.isEmpty()
                ? List.of()
                : List.of(new Terms.Section(
                        terms.text("dates"),
                        gifts.stream()
                                .flatMap(gift -> paragraphs(gift).stream())
                                .toList()));
    }

    private List<String> paragraphs(DateGift gift) {
        List<String> sentences = new ArrayList<>();
        sentences.add(terms.text(
                gift.leadDays() == 0 ? "dates.on" : "dates.before",
                "gift",
                gift.name().in(terms.language()),
                "occasion",
                terms.text("dates.occasion." + gift.occasion()),
                "count",
                gift.leadDays(),
                "reward",
                gives(gift)));
        if (gift.occasion() == DateGift.Occasion.BIRTHDAY) {
            sentences.add(terms.text("dates.leap"));
            sentences.add(terms.text("dates.unchanged", "count", gift.unchangedDays()));
        }
        sentences.add(terms.text("dates.once"));
        return sentences;
    }

    private String gives(DateGift gift) {
        List<String> parts = new ArrayList<>();
        gift.reward()
                .map(code -> terms.document()
                        .reward(code)
                        .map(Reward::name)
                        .map(name -> name.in(terms.language()))
                        .orElse(code.value()))
                .ifPresent(parts::add);
        gift.points()
                .map(points -> terms.text(
                        "dates.points",
                        "points",
                        terms.points(BigDecimal.valueOf(points.points()), points.wallet()),
                        "wallet",
                        terms.walletName(points.wallet())))
                .ifPresent(parts::add);
        return terms.joined(parts, "and");
    }
}
