package io.steadfast.designer.faces;

import io.steadfast.platform.i18n.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The designer's words in the reader's language. */
record Words(Locale locale) {
    private static final String FEATURE = "designer";

    String of(String key) {
        return Texts.text(FEATURE, key, locale);
    }

    /** The word for a code of the trade, or the code itself where a tenant made it up. */
    String orCode(String prefix, String code) {
        String key = prefix + "." + code;
        return Texts.has(FEATURE, key, locale) ? of(key) : code;
    }

    List<Value.Choice> choices(String prefix, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> new Value.Choice(value.name(), of(prefix + "." + value.name())))
                .toList();
    }
}
