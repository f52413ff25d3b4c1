package io.steadfast.programs;

import io.steadfast.programs.core.ActivityCheck;
import java.util.ArrayList;
import java.util.List;

/** What the terms say of activities before their points can be used. */
final class ActivityTerms {

    private final Words terms;

    ActivityTerms(Words terms) {
        this.terms = terms;
    }

    List<Terms.Section> sections() {
        return terms.document().activityChecks().stream()
                .map(check -> new Terms.Section(
                        terms.text("activities", "activity", RuleSentence.activity(terms, check.type())),
                        paragraphs(check)))
                .toList();
    }

    private List<String> paragraphs(ActivityCheck check) {
        List<String> paragraphs = new ArrayList<>();
        check.consent()
                .ifPresent(consent -> paragraphs.add(
                        terms.text("activities.consent", "name", consent.name().in(terms.language()))));
        paragraphs.add(terms.text("activities.once"));
        for (ActivityCheck.SpeedLimit limit : check.speedLimits()) {
            String speed = terms.number(limit.kmPerHour());
            paragraphs.add(
                    limit.kinds().isEmpty()
                            ? terms.text("activities.speed.any", "speed", speed)
                            : terms.text(
                                    "activities.speed", "kinds", terms.joined(kinds(limit), "or"), "speed", speed));
        }
        if (check.overlap() == ActivityCheck.Overlap.REVIEW) {
            paragraphs.add(terms.text("activities.overlap"));
        }
        if (check.doubts()) {
            paragraphs.add(terms.text("activities.review"));
        }
        return paragraphs;
    }

    private List<String> kinds(ActivityCheck.SpeedLimit limit) {
        return limit.kinds().stream()
                .map(kind -> RuleSentence.kind(terms, kind))
                .toList();
    }
}
