package io.steadfast.members.rest;

import io.steadfast.platform.refusals.FieldErrors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a member is blocked, or no longer. */
public record BlockRequest(
        @Schema(required = true) @Nullable String reason) {

    private static final int MOST = 500;

    String checked() {
        FieldErrors errors = new FieldErrors();
        Texts.required("reason", reason, MOST, errors);
        errors.refuseIfAny();
        return reason == null ? "" : reason;
    }
}
