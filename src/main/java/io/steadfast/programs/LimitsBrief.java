package io.steadfast.programs;

import io.steadfast.programs.core.Budget;
import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.ProgramDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What members can get at most, in brief: caps, and what the whole program may spend. */
final class LimitsBrief {

    private final BriefWords say;
    private final ProgramDocument document;

    LimitsBrief(BriefWords say) {
        this.say = say;
        this.document = say.document();
    }

    String sentence() {
        Words sentences = say.words().from("sentences");
        List<String> parts = new ArrayList<>();
        document.earning().caps().forEach(cap -> parts.add(RuleSentence.cap(sentences, cap.cap())));
        List<EarningRule> own = document.earning().rules().stream()
                .filter(rule -> !rule.caps().isEmpty())
                .toList();
        if (own.size() == 1) {
            parts.add(say.text(
                    "limits.rule",
                    "rule",
                    say.in(own.get(0).name()),
                    "limits",
                    say.limits(own.get(0).caps())));
        } else if (!own.isEmpty()) {
            parts.add(say.text("limits.rules", "count", own.size()));
        }
        document.earning().budgets().forEach(budget -> parts.add(budget(budget)));
        if (!document.earning().caps().isEmpty()) {
            // A cap is worded to stand within a sentence; here it begins one. Names stay as the brand writes them.
            parts.set(0, begun(parts.get(0), sentences.language()));
        }
        return parts.isEmpty() ? "" : say.text("sentence", "parts", say.clauses(parts));
    }

    private static String begun(String text, Locale language) {
        return text.substring(0, 1).toUpperCase(language) + text.substring(1);
    }

    private String budget(Budget budget) {
        String points = budget.points()
                .map(most -> say.text("points", "figure", say.words().number(most), "count", most))
                .orElse("");
        String money = budget.money().map(say::money).orElse("");
        String amount =
                List.of(points, money).stream().filter(one -> !one.isEmpty()).collect(Collectors.joining(" / "));
        return say.text("limits.budget", "budget", say.in(budget.name()), "amount", amount);
    }
}
