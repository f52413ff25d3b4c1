package io.steadfast.members.rest;

import io.steadfast.members.core.Consent;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A consent as a caller sends one. */
public record ConsentRequest(
        @Schema(required = true) @Nullable String purpose,
        @Schema(required = true) @Nullable String channel,
        @Schema(required = true) @Nullable Boolean granted,
        @Schema(required = true) @Nullable Instant at,
        @Schema(required = true) @Nullable String source,
        @Schema(required = true) @Nullable String textVersion,
        @Nullable String evidence) {

    private static final int MOST_CODE = 64;
    private static final int MOST_EVIDENCE = 2_000;

    /** Empty where something is missing, which the errors tell. */
    Optional<Consent> consent(String path, FieldErrors errors) {
        Texts.required(path + "purpose", purpose, MOST_CODE, errors);
        Texts.required(path + "channel", channel, MOST_CODE, errors);
        Texts.required(path + "source", source, MOST_CODE, errors);
        Texts.required(path + "textVersion", textVersion, MOST_CODE, errors);
        Texts.atMost(path + "evidence", evidence, MOST_EVIDENCE, errors);
        if (granted == null) {
            errors.add(path + "granted", FieldReason.REQUIRED);
        }
        if (at == null) {
            errors.add(path + "at", FieldReason.REQUIRED);
        }
        if (purpose == null
                || channel == null
                || granted == null
                || at == null
                || source == null
                || textVersion == null) {
            return Optional.empty();
        }
        return Optional.of(new Consent(
                purpose,
                channel,
                granted ? Consent.Answer.GRANTED : Consent.Answer.WITHDRAWN,
                at,
                source,
                textVersion,
                Optional.ofNullable(evidence)));
    }
}
