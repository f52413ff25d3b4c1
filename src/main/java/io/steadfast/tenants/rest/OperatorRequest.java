package io.steadfast.tenants.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /operators}: who is to run the platform. */
public record OperatorRequest(
        @Schema(required = true) @Nullable String email,
        @Schema(required = true) @Nullable String name) {

    private static final int LONGEST = 200;

    OperatorRequest checked() {
        FieldErrors errors = new FieldErrors();
        String given = required(errors, "email", email);
        String called = required(errors, "name", name);
        errors.refuseIfAny();
        return new OperatorRequest(given, called);
    }

    String knownEmail() {
        return email == null ? "" : email;
    }

    String knownName() {
        return name == null ? "" : name;
    }

    private static String required(FieldErrors errors, String path, @Nullable String value) {
        if (value == null || value.isBlank()) {
            errors.add(path, FieldReason.REQUIRED);
            return "";
        }
        if (value.length() > LONGEST) {
            errors.add(path, FieldReason.TOO_LONG, Map.of("most", LONGEST));
        }
        return value.strip();
    }
}
