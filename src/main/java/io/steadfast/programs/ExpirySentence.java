package io.steadfast.programs;

import io.steadfast.programs.core.ExpiryPolicy;
import java.util.List;
import java.util.Locale;

/** When points lapse, all policies as one phrase: the earliest date counts (domain 25b). */
final class ExpirySentence {

    private final Words words;

    ExpirySentence(Words words) {
        this.words = words.from("sentences");
    }

    String of(List<ExpiryPolicy> policies) {
        return policies.stream()
                .map(this::of)
                .reduce((one, other) -> one + words.text("expiry.or") + other)
                .orElseGet(() -> words.text("expiry.never"));
    }

    private String of(ExpiryPolicy policy) {
        if (policy instanceof ExpiryPolicy.AfterDuration duration) {
            String start = words.text("expiry.start." + duration.start().name().toLowerCase(Locale.ROOT));
            String length = words.duration(duration.amount(), duration.unit());
            return duration.roundUpTo()
                    .map(period -> words.text(
                            "expiry.after_duration.rounded",
                            "duration",
                            length,
                            "start",
                            start,
                            "period",
                            words.text("round." + period)))
                    .orElseGet(() -> words.text("expiry.after_duration", "duration", length, "start", start));
        }
        if (policy instanceof ExpiryPolicy.FixedDates fixed) {
            return words.text("expiry.fixed_dates", "dates", words.days(fixed.dates()), "days", fixed.minDays());
        }
        if (policy instanceof ExpiryPolicy.Inactivity inactivity) {
            List<String> activities = inactivity.activities().stream()
                    .map(activity -> words.text("alive." + activity))
                    .toList();
            return words.text(
                    "expiry.inactivity",
                    "duration",
                    words.duration(inactivity.amount(), inactivity.unit()),
                    "activities",
                    words.joined(activities, "or"));
        }
        return words.text("expiry.never");
    }
}
