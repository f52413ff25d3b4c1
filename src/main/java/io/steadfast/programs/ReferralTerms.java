package io.steadfast.programs;

import io.steadfast.programs.core.Referral;
import java.util.ArrayList;
import java.util.List;

/** What the terms say of members who bring friends. */
final class ReferralTerms {

    private final Words terms;

    ReferralTerms(Words terms) {
        this.terms = terms;
    }

    List<Terms.Section> sections() {
        return terms.document().referral().stream()
                .map(referral -> new Terms.Section(terms.text("referral"), paragraphs(referral)))
                .toList();
    }

    private List<String> paragraphs(Referral referral) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(terms.text("referral.code"));
        paragraphs.add(terms.text("referral.when." + referral.from(), "count", referral.windowDays()));
        referral.minimum()
                .ifPresent(minimum -> paragraphs.add(terms.text("referral.minimum", "money", terms.amounts(minimum))));
        paragraphs.add(terms.text("referral.return"));
        paragraphs.add(terms.text("referral.self"));
        return paragraphs;
    }
}
