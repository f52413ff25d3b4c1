package io.steadfast.members.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks of texts and lists that every request of this package needs. */
final class Texts {

    private Texts() {}

    /** A text that is given must say something and not too much. */
    static void atMost(String path, @Nullable String text, int most, FieldErrors errors) {
        if (text != null && text.isBlank()) {
            errors.add(path, FieldReason.REQUIRED);
        } else if (text != null && text.length() > most) {
            errors.add(path, FieldReason.TOO_LONG, Map.of("most", most));
        }
    }

    static void required(String path, @Nullable String text, int most, FieldErrors errors) {
        if (text == null) {
            errors.add(path, FieldReason.REQUIRED);
        }
        atMost(path, text, most, errors);
    }

    static void atMostEntries(String path, int entries, int most, FieldErrors errors) {
        if (entries > most) {
            errors.add(path, FieldReason.TOO_MANY, Map.of("most", most));
        }
    }
}
