package io.steadfast.platform.refusals;

import io.steadfast.shared.RefusalReason;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a reason in a language: the bundle {@code messages/<feature>} of the reason's package, the key the
 * constant's name, {@code {name}} filled from the details.
 */
public final class RefusalTexts {

    private static final String ROOT = "io.steadfast.";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9]+)}");

    private RefusalTexts() {}

    /**
     * The bundle of a reason: the feature's name, and for a mechanism the package below {@code platform}, as in
     * {@code messages/members} and {@code messages/rest}.
     */
    public static String bundleOf(RefusalReason reason) {
        String name = declaringClass(reason).getPackageName();
        String path = name.startsWith(ROOT) ? name.substring(ROOT.length()) : name;
        String[] parts = path.split("\\.", -1);
        return "messages/" + (parts[0].equals("platform") && parts.length > 1 ? parts[1] : parts[0]);
    }

    private static Class<?> declaringClass(RefusalReason reason) {
        return reason instanceof Enum<?> constant ? constant.getDeclaringClass() : reason.getClass();
    }

    /** The text; the code itself where a text is missing, which a test forbids. */
    public static String text(RefusalReason reason, Map<String, Object> details, Locale language) {
        return text(bundleOf(reason), reason.name(), details, language);
    }

    /** As {@link #text(RefusalReason, Map, Locale)}, of a reason that was kept by its bundle and code. */
    public static String text(String bundleName, String code, Map<String, Object> details, Locale language) {
        try {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    bundleName,
                    language,
                    RefusalTexts.class.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            return filled(bundle.getString(code), details);
        } catch (MissingResourceException missing) {
            return code;
        }
    }

    /** Not MessageFormat: its rules about apostrophes spoil English texts, and positions spoil translations. */
    private static String filled(String text, Map<String, Object> details) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf(details.getOrDefault(match.group(1), ""))));
    }
}
