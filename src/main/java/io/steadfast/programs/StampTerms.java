package io.steadfast.programs;

import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.StampCard;
import java.util.ArrayList;
import java.util.List;

/** What the terms say of each stamp card. */
final class StampTerms {

    private final Words terms;

    StampTerms(Words terms) {
        this.terms = terms;
    }

    List<Terms.Section> sections() {
        return terms.document().stampCards().stream()
                .map(card -> new Terms.Section(
                        terms.text("stamps", "card", card.name().in(terms.language())), paragraphs(card)))
                .toList();
    }

    private List<String> paragraphs(StampCard card) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(terms.text("stamps.per." + card.per(), "products", products(card)));
        card.minimum()
                .ifPresent(minimum -> paragraphs.add(terms.text("stamps.minimum", "money", terms.amounts(minimum))));
        String reward = terms.document()
                .reward(card.reward())
                .map(Reward::name)
                .map(name -> name.in(terms.language()))
                .orElse(card.reward().value());
        paragraphs.add(terms.text("stamps.full", "count", card.stamps(), "reward", reward));
        paragraphs.add(terms.text("stamps.full." + card.full()));
        paragraphs.add(terms.text("stamps.return"));
        return paragraphs;
    }

    private String products(StampCard card) {
        return card.products().isEmpty()
                ? terms.text("stamps.anything")
                : terms.text("stamps.products", "products", terms.joined(card.products(), "or"));
    }
}
