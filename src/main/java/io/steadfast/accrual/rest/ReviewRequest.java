package io.steadfast.accrual.rest;

import io.steadfast.accrual.core.ActivityReview.Decision;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of an activity in review.
 *
 * @param decision {@code approve} or {@code reject}
 * @param reason at most 500 characters
 */
public record ReviewRequest(
        @Schema(
                required = true,
                enumeration = {"approve", "reject"})
        @Nullable
        String decision,

        @Schema(required = true) @Nullable String reason) {

    private static final int MOST_REASON = 500;

    /** As it is understood. */
    record Checked(Decision decision, String reason) {}

    Checked checked() {
        FieldErrors errors = new FieldErrors();
        Optional<Decision> read = Arrays.stream(Decision.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(decision))
                .findFirst();
        if (read.isEmpty()) {
            errors.add("decision", decision == null ? FieldReason.REQUIRED : FieldReason.NOT_VALID);
        }
        if (reason == null || reason.isBlank()) {
            errors.add("reason", FieldReason.REQUIRED);
        } else if (reason.length() > MOST_REASON) {
            errors.add("reason", FieldReason.TOO_LONG, Map.of("most", MOST_REASON));
        }
        errors.refuseIfAny();
        return new Checked(
                read.orElseThrow(), Optional.ofNullable(reason).orElse("").strip());
    }
}
