package io.steadfast.platform.idempotency;

import io.steadfast.shared.MemberId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a call answers, before it is written as JSON.
 *
 * @param status the HTTP status
 * @param body what becomes the JSON body; empty for an answer without one
 * @param headers beside the content type, as in {@code Location}
 * @param secretOf the id of what was made, when the body holds a secret: such a body is never kept
 * @param personalOf the member whose personal fields stand in the body, so that erasure finds it
 */
public record Answer(
        int status,
        Optional<Object> body,
        Map<String, String> headers,
        Optional<String> secretOf,
        Optional<MemberId> personalOf) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer ok(Object body) {
        return new Answer(200, Optional.of(body), Map.of(), Optional.empty(), Optional.empty());
    }

    /** 201 with the address of what was made. */
    public static Answer created(String location, Object body) {
        return new Answer(201, Optional.of(body), Map.of("Location", location), Optional.empty(), Optional.empty());
    }

    /** 202, as for a job that was queued. */
    public static Answer accepted(Object body) {
        return new Answer(202, Optional.of(body), Map.of(), Optional.empty(), Optional.empty());
    }

    public static Answer noContent() {
        return new Answer(204, Optional.empty(), Map.of(), Optional.empty(), Optional.empty());
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, body, more, secretOf, personalOf);
    }

    /** Marks the body as holding a secret; a repeat is refused and told this id. */
    public Answer withSecretOf(String id) {
        return new Answer(status, body, headers, Optional.of(id), personalOf);
    }

    /** Marks the body as holding personal fields of this member. */
    public Answer withPersonalFieldsOf(MemberId member) {
        return new Answer(status, body, headers, secretOf, Optional.of(member));
    }
}
