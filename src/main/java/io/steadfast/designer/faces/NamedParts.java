package io.steadfast.designer.faces;

import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.ProgramDocument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the parts of a document are called: a check speaks of codes, which stay when a name changes, a marketer of names.
 * A code that two parts of different names have stays as it is.
 */
final class NamedParts {

    private final Locale language;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    NamedParts(ProgramDocument document, Locale language) {
        this.language = language;
        document.wallets().forEach(wallet -> add(wallet.code(), wallet.name()));
        document.earning().rules().forEach(rule -> add(rule.code(), rule.name()));
        document.earning().groups().forEach(group -> add(group.code(), group.name()));
        document.earning().budgets().forEach(budget -> add(budget.code(), budget.name()));
        document.tierSets().forEach(set -> {
            add(set.code(), set.name());
            set.tiers().forEach(tier -> add(tier.code(), tier.name()));
        });
        document.plans().forEach(plan -> add(plan.code(), plan.name()));
        document.rewards().forEach(reward -> add(reward.code(), reward.name()));
        document.stampCards().forEach(card -> add(card.code(), card.name()));
        document.dateGifts().forEach(gift -> add(gift.code(), gift.name()));
    }

    private void add(Object code, LocalText name) {
        String called = name.in(language);
        if (called.isEmpty()) {
            return;
        }
        String before = names.putIfAbsent(String.valueOf(code), called);
        if (before != null && !before.equals(called)) {
            ambiguous.add(String.valueOf(code));
        }
    }

    /** The details of a check's text, with names where codes stood; figures stay. */
    Map<String, Object> named(Map<String, Object> details) {
        return details.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, detail -> named(detail.getValue())));
    }

    private Object named(Object detail) {
        String text = String.valueOf(detail);
        return detail instanceof Number || ambiguous.contains(text) ? detail : names.getOrDefault(text, text);
    }
}
