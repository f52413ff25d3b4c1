package io.steadfast.imports;

import io.steadfast.imports.core.RowRefused;
import io.steadfast.platform.refusals.FieldReason;
import java.util.function.Function;

/** Codes in cells. */
final class Codes {

    private Codes() {}

    /** The code; refuses what can't be one. */
    static <T> T read(String field, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException none) {
            throw new RowRefused(field, FieldReason.NOT_VALID);
        }
    }
}
