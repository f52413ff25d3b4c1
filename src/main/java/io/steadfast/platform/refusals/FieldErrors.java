package io.steadfast.platform.refusals;

import io.steadfast.shared.RefusalReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects every wrong field of one request, so that a caller learns them all at once. */
public final class FieldErrors {

    /** More than this helps nobody and makes an answer larger than the request. */
    private static final int MOST = 100;

    private final List<FieldError> errors = new ArrayList<>();

    public FieldErrors add(String path, RefusalReason reason) {
        return add(path, reason, Map.of());
    }

    public FieldErrors add(String path, RefusalReason reason, Map<String, Object> details) {
        if (errors.size() < MOST) {
            errors.add(new FieldError(path, reason, details));
        }
        return this;
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public List<FieldError> all() {
        return List.copyOf(errors);
    }

    /** Refuses with {@link FieldReason#INVALID_REQUEST} (400) when anything was added. */
    public void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw new Refusal(FieldReason.INVALID_REQUEST, Map.of("count", errors.size()), errors);
        }
    }

    /** One wrong field, refused at once. */
    public static Refusal one(String path, RefusalReason reason) {
        return one(path, reason, Map.of());
    }

    /** One wrong field, refused at once. */
    public static Refusal one(String path, RefusalReason reason, Map<String, Object> details) {
        return new Refusal(
                FieldReason.INVALID_REQUEST, Map.of("count", 1), List.of(new FieldError(path, reason, details)));
    }
}
