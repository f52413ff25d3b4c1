package io.steadfast.platform.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

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
        String type,
        String title,
        int status,
        String detail,
        String code,
        List<Field> errors,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> details,
        String requestId) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One wrong field: where, the stable code, and what to say to a person. */
    public record Field(String path, String code, String message) {}
}
