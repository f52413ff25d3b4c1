package io.steadfast.platform.refusals;

import io.steadfast.shared.RefusalReason;
import java.util.Map;

/**
 * One wrong field of a request, document or form.
 *
 * @param path where it stands, as in {@code lines[2].quantity}
 * @param reason its constant's name is the stable code, its text stands in the bundle of the reason's feature
 * @param details what the text's placeholders are filled with
 */
public record FieldError(String path, RefusalReason reason, Map<String, Object> details) {

    public FieldError {
        details = Map.copyOf(details);
    }

    public String code() {
        return reason.name();
    }
}
