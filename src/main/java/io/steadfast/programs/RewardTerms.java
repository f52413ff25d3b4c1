package io.steadfast.programs;

import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.TierEntitlement;
import java.util.ArrayList;
import java.util.List;

/** What the terms say of rewards and rights. */
final class RewardTerms {

    private final Words terms;
    private final RewardSentence sentences;

    RewardTerms(Words terms) {
        this.terms = terms;
        this.sentences = RewardSentence.of(terms);
    }

    List<Terms.Section> sections() {
        ProgramDocument document = terms.document();
        List<Terms.Section> sections = new ArrayList<>();
        if (!document.rewards().isEmpty()) {
            sections.add(new Terms.Section(terms.text("rewards"), rewards(document.rewards())));
        }
        if (!document.entitlements().isEmpty()) {
            sections.add(new Terms.Section(
                    terms.text("rights"),
                    document.entitlements().stream().map(this::right).toList()));
        }
        return sections;
    }

    private List<String> rewards(List<Reward> rewards) {
        List<String> paragraphs = new ArrayList<>();
        rewards.forEach(reward -> paragraphs.add(String.join(terms.betweenSentences(), sentences.all(reward))));
        paragraphs.add(terms.text("rewards.stock"));
        return paragraphs;
    }

    private String right(TierEntitlement right) {
        String detail = right.detail().in(terms.language());
        List<String> parts = new ArrayList<>();
        parts.add(terms.text(
                right.tier().isPresent() ? "rights.tier" : "rights.all",
                "right",
                right.name().in(terms.language()),
                "tier",
                right.tier().map(sentences::tier).orElse("")));
        if (!detail.isBlank()) {
            parts.add(detail);
        }
        if (!right.products().isEmpty()) {
            parts.add(terms.text("rights.products", "products", terms.joined(right.products(), "comma")));
        }
        return String.join(terms.betweenSentences(), parts);
    }
}
