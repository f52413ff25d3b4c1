package io.steadfast.platform.i18n;

import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts of {@code messages/<feature>} in a language. {@code {name}} is filled from the values; numbers are written as the
 * language does. A key with the ending {@code .one} beside it is used when the value {@code count} is 1.
 */
public final class Texts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");
    private static final String SINGULAR = ".one";

    private Texts() {}

    /** The text without values; {@code feature.key} itself where it is missing, which a test forbids. */
    public static String text(String feature, String key, Locale language) {
        try {
            return bundle(feature, language).getString(key);
        } catch (MissingResourceException missing) {
            return feature + "." + key;
        }
    }

    /** Whether the feature has a text of that key. */
    public static boolean has(String feature, String key, Locale language) {
        try {
            return bundle(feature, language).containsKey(key);
        } catch (MissingResourceException missing) {
            return false;
        }
    }

    /** The text with its values. */
    public static String text(String feature, String key, Locale language, Map<String, ?> values) {
        String singular = key + SINGULAR;
        boolean one = isOne(values.get("count")) && has(feature, singular, language);
        return filled(text(feature, one ? singular : key, language), language, values);
    }

    /** Name, value, name, value … as a page writes them. */
    public static Map<String, Object> values(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int at = 0; at + 1 < namesAndValues.length; at += 2) {
            values.put(String.valueOf(namesAndValues[at]), namesAndValues[at + 1]);
        }
        return values;
    }

    /** Not MessageFormat: its rules about apostrophes spoil English texts, and positions spoil translations. */
    private static String filled(String text, Locale language, Map<String, ?> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(shown(values.get(match.group(1)), language)));
    }

    private static String shown(@Nullable Object value, Locale language) {
        if (value == null) {
            return "";
        }
        return value instanceof Number number
                ? NumberFormat.getIntegerInstance(language).format(number)
                : value.toString();
    }

    private static boolean isOne(@Nullable Object count) {
        return count instanceof Number number && number.longValue() == 1;
    }

    private static ResourceBundle bundle(String feature, Locale language) {
        return ResourceBundle.getBundle(
                "messages/" + feature,
                language,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
