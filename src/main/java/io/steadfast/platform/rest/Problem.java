package io.steadfast.platform.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A refused call as {@code application/problem+json} (RFC 9457).
 *
 * @param type a URI that names the kind of problem and stays the same for one code
 * @param title the short name of the status
 * @param status the HTTP status
 * @param detail one sentence a person understands, in the caller's language
 * @param code the stable code
 * @param errors the wrong fields, if any
 * @param details what the code's text is made of, for programs
 * @param requestId the call's {@code X-Request-Id}
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "errors", "details", "requestId"})
public record Problem(
        @Schema(description = "urn:steadfast:problem:…, one for each code")
        String type,

        @Schema(description = "of the status") String title,
        int status,

        @Schema(description = "one sentence that a person understands")
        String detail,

        @Schema(description = "stable") String code,
        @Schema(description = "the wrong fields, if any") List<Field> errors,

        @Schema(description = "what the sentence is made of, for programs") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, Object> details,

        @Schema(description = "helps to find the call") String requestId) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One wrong field: where, the stable code, and what to say to a person. */
    public record Field(
            @Schema(description = "where it stands, as in lines[2].quantity")
            String path,

            @Schema(description = "stable") String code,

            @Schema(description = "in the language asked for")
            String message) {}
}
