package io.steadfast.programs.core;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A text in the languages the tenant writes, by language tag: {@code {"en": "Points", "zh-CN": "积分"}}.
 *
 * @param byLanguage BCP 47 tag to text
 */
public record LocalText(SortedMap<String, String> byLanguage) {

    public LocalText {
        byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
    }

    public static LocalText of(String english, String chinese) {
        return new LocalText(new TreeMap<>(Map.of("en", english, "zh-CN", chinese)));
    }

    /** The text for a reader: the exact tag, else the language, else English, else whatever there is, else empty. */
    public String in(Locale locale) {
        String exact = byLanguage.get(locale.toLanguageTag());
        if (exact != null) {
            return exact;
        }
        for (var entry : byLanguage.entrySet()) {
            if (Locale.forLanguageTag(entry.getKey()).getLanguage().equals(locale.getLanguage())) {
                return entry.getValue();
            }
        }
        return byLanguage.getOrDefault(
                "en", byLanguage.values().stream().findFirst().orElse(""));
    }
}
