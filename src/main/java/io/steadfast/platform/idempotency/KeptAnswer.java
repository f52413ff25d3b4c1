package io.steadfast.platform.idempotency;

import io.steadfast.shared.MemberId;
import java.util.Map;
import java.util.Optional;

/**
 * An answer as it goes out, to the byte.
 *
 * @param headers all that belong to the answer, the content type too
 * @param secretOf see {@link Answer#secretOf()}; the body is empty then once it is kept
 * @param replayed whether it was given before
 */
public record KeptAnswer(
        int status,
        Map<String, String> headers,
        byte[] body,
        Optional<String> secretOf,
        Optional<MemberId> personalOf,
        boolean replayed) {

    public KeptAnswer {
        headers = Map.copyOf(headers);
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }
}
