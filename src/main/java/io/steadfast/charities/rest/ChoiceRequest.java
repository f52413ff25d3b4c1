package io.steadfast.charities.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.shared.ProgramCode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A standing choice.
 *
 * @param program left out, the only one of the member's that gives to charity
 */
public record ChoiceRequest(
        Optional<ProgramCode> program,
        @Schema(required = true) @Nullable String charity) {

    CharityCode chosen() {
        if (charity == null || charity.isBlank()) {
            throw FieldErrors.one("charity", FieldReason.REQUIRED);
        }
        return GivingRequest.code(charity);
    }
}
