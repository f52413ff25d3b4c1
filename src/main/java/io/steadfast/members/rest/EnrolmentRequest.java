package io.steadfast.members.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.members.core.NewEnrolment;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An enrolment as a caller sends one.
 *
 * @param program left out where the path names it
 * @param termsVersion a number or a text
 * @param referralCode of the member who brought them
 */
public record EnrolmentRequest(
        @Schema(description = "needed unless the path names it") @Nullable
        ProgramCode program,

        @Schema(required = true) @Nullable String channel,

        @Schema(oneOf = {Long.class, String.class}) @Nullable
        JsonNode termsVersion,

        @Nullable Instant at,
        @Nullable String referralCode) {

    private static final int MOST_CODE = 64;

    /** Empty where something is missing, which the errors tell. */
    Optional<NewEnrolment> enrolment(String path, FieldErrors errors) {
        if (program == null) {
            errors.add(path + "program", FieldReason.REQUIRED);
            return Optional.empty();
        }
        return enrolment(program, path, errors);
    }

    /** For a program that the path names. */
    Optional<NewEnrolment> enrolment(ProgramCode named, String path, FieldErrors errors) {
        Texts.required(path + "channel", channel, MOST_CODE, errors);
        Optional<String> terms = terms(path, errors);
        Texts.atMost(path + "referralCode", referralCode, MOST_CODE, errors);
        return channel == null
                ? Optional.empty()
                : Optional.of(new NewEnrolment(
                        named, channel, terms, Optional.ofNullable(at), Optional.ofNullable(referralCode)));
    }

    private Optional<String> terms(String path, FieldErrors errors) {
        if (termsVersion == null || termsVersion.isNull()) {
            return Optional.empty();
        }
        if (!termsVersion.isTextual() && !termsVersion.isIntegralNumber()) {
            errors.add(path + "termsVersion", FieldReason.WRONG_TYPE, Map.of("expected", "integer"));
        }
        String version = termsVersion.asText();
        Texts.atMost(path + "termsVersion", version, MOST_CODE, errors);
        return Optional.of(version);
    }
}
