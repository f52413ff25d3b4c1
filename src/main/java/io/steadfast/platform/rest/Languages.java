package io.steadfast.platform.rest;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of our texts, and the one a caller asks for. */
public final class Languages {

    private Languages() {}

    /** What an {@code Accept-Language} header asks for; English where it asks for nothing we have. */
    public static Locale accepted(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > 1_000) {
            return Locale.ENGLISH;
        }
        try {
            return first(Locale.LanguageRange.parse(header));
        } catch (IllegalArgumentException notAHeader) {
            return Locale.ENGLISH;
        }
    }

    private static Locale first(List<Locale.LanguageRange> ranges) {
        for (Locale.LanguageRange range : ranges) {
            if (range.getWeight() > 0 && range.getRange().startsWith("zh")) {
                return Locale.SIMPLIFIED_CHINESE;
            }
            if (range.getWeight() > 0 && range.getRange().startsWith("en")) {
                return Locale.ENGLISH;
            }
        }
        return Locale.ENGLISH;
    }
}
