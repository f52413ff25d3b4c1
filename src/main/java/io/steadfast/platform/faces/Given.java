package io.steadfast.platform.faces;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.RefusalReason;
import java.util.UUID;
import java.util.function.Function;

/** What names something in a page's request, where anybody may write anything: what can't be a name is answered like an unknown one. */
public final class Given {

    private Given() {}

    /** Refuses with the reason what isn't an id. */
    public static UUID id(String text, RefusalReason unknown) {
        return code(text, UUID::fromString, unknown);
    }

    /**
     * A code, or a word of a list.
     *
     * @param reading throws IllegalArgumentException for what isn't one; refused with the reason then
     */
    public static <T> T code(String text, Function<String, T> reading, RefusalReason unknown) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException noName) {
            throw new Refusal(unknown);
        }
    }
}
