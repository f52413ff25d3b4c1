package io.steadfast.programs.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.programs.core.ChangeNotice;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When the version begins.
 *
 * @param inMembersFavour true where nobody is worse off by the change, so that it may begin before the notice that members
 *     were promised; kept with the caller's name
 */
public record PublishRequest(
        @Schema(required = true) @Nullable Instant effectiveFrom,

        @Schema(
                description =
                        "True where nobody is worse off by the change: it may begin before the promised notice then.")
        @Nullable
        Boolean inMembersFavour) {

    Instant checked() {
        if (effectiveFrom == null) {
            throw FieldErrors.one("effectiveFrom", FieldReason.REQUIRED);
        }
        return effectiveFrom;
    }

    ChangeNotice.Declared declared() {
        return Boolean.TRUE.equals(inMembersFavour)
                ? ChangeNotice.Declared.IN_MEMBERS_FAVOUR
                : ChangeNotice.Declared.NOTHING;
    }
}
