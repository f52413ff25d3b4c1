package io.steadfast.choices.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.rest.CurrentCall;
import io.steadfast.platform.rest.Json;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields that a caller sent; what wasn't sent stays as it was, and null takes a value away. */
final class Fields {

    private static final int LONGEST = 200;

    private final Set<String> sent;
    private final FieldErrors errors = new FieldErrors();

    private Fields(Set<String> sent) {
        this.sent = sent;
    }

    static Fields of(Json json, CurrentCall call) {
        Set<String> sent = new HashSet<>();
        json.tree(call.body()).fieldNames().forEachRemaining(sent::add);
        return new Fields(sent);
    }

    FieldErrors errors() {
        return errors;
    }

    boolean has(String field) {
        return sent.contains(field);
    }

    /** A field that names the thing, which is for its making only. */
    void fixed(String... fields) {
        for (String field : fields) {
            if (has(field)) {
                errors.add(field, FieldReason.NOT_ALLOWED);
            }
        }
    }

    static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw FieldErrors.one(field, FieldReason.REQUIRED);
        }
        return value;
    }

    Optional<String> text(String field, @Nullable String value, Optional<String> before) {
        if (!has(field)) {
            return before;
        }
        if (value != null && value.length() > LONGEST) {
            errors.add(field, FieldReason.TOO_LONG, Map.of("most", LONGEST));
        }
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
