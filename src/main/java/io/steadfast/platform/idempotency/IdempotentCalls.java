package io.steadfast.platform.idempotency;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.CurrentCall;
import io.steadfast.platform.rest.Problems;
import io.steadfast.shared.RefusalKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/**
 * The door of calls that change something. Opens the transaction, does the effect once per {@code Idempotency-Key} and answers;
 * a repeat gets the first answer to the byte with {@code Idempotent-Replayed: true}, a refusal by the state of things (409, 410,
 * 422) too.
 */
@ApplicationScoped
public class IdempotentCalls {

    /** The header with the caller's key. */
    public static final String KEY = "Idempotency-Key";

    /** The header that marks an answer given before. */
    public static final String REPLAYED = "Idempotent-Replayed";

    private static final Pattern SHAPE = Pattern.compile("[\\x20-\\x7E]{1,255}");

    private static final Set<RefusalKind> KEPT =
            Set.of(RefusalKind.CONFLICT, RefusalKind.GONE, RefusalKind.CANNOT_BE_DONE);

    @Inject
    private CurrentCall call;

    @Inject
    private Problems problems;

    @Inject
    private IdempotencyService service;

    @Inject
    private RequestHashes hashes;

    /** For calls that move points, vouchers or money: refuses (400) a call without a key. */
    public Response required(Callable<Answer> effect) {
        String key = key().orElseThrow(() -> FieldErrors.one(KEY, FieldReason.REQUIRED));
        return response(once(key, call.body(), effect));
    }

    /** For calls that may carry a key. */
    public Response optional(Callable<Answer> effect) {
        return response(key().map(key -> once(key, call.body(), effect)).orElseGet(() -> unkeyed(effect)));
    }

    /**
     * The same for a body that is too large to be held, or whose bytes differ while it says the same.
     *
     * @param content what a repeat has to have in common with the first call, a digest of it, too
     */
    public Response optional(byte[] content, Callable<Answer> effect) {
        return response(key().map(key -> once(key, content, effect)).orElseGet(() -> unkeyed(effect)));
    }

    /** Whether an answer was given before. */
    public static boolean isReplayed(Response answer) {
        return answer.getHeaders().containsKey(REPLAYED);
    }

    private Optional<String> key() {
        Optional<String> key = call.header(KEY);
        if (key.isPresent() && !SHAPE.matcher(key.get()).matches()) {
            throw FieldErrors.one(KEY, FieldReason.TOO_LONG, Map.of("most", 255));
        }
        return key;
    }

    private KeptAnswer once(String key, byte[] content, Callable<Answer> effect) {
        KeyedRequest request = new KeyedRequest(key, hashes.of(bytes(call.method()), bytes(call.target()), content));
        try {
            return service.once(request, effect);
        } catch (Refusal refusal) {
            if (!isKept(refusal)) {
                throw refusal;
            }
            return service.keep(request, written(problems.response(refusal)), action(), refusal);
        }
    }

    private KeptAnswer unkeyed(Callable<Answer> effect) {
        try {
            return service.perform(effect);
        } catch (Refusal refusal) {
            if (isKept(refusal)) {
                service.keep(action(), refusal);
            }
            throw refusal;
        }
    }

    /** Without the query, which may name somebody. */
    private String action() {
        String target = call.target();
        int query = target.indexOf('?');
        return call.method() + " " + (query < 0 ? target : target.substring(0, query));
    }

    /** What another moment may change by itself isn't an answer for good, nor is what the key itself is refused for. */
    static boolean isKept(Refusal refusal) {
        return KEPT.contains(refusal.reason().kind())
                && !(refusal.reason() instanceof IdempotencyReason)
                && !refusal.details().containsKey(Refusal.RETRY_AFTER_SECONDS);
    }

    private static KeptAnswer written(Response problem) {
        Map<String, String> headers = new HashMap<>();
        problem.getStringHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new KeptAnswer(
                problem.getStatus(), headers, (byte[]) problem.getEntity(), Optional.empty(), Optional.empty(), false);
    }

    private static Response response(KeptAnswer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.headers().forEach(response::header);
        if (answer.replayed()) {
            response.header(REPLAYED, "true");
        }
        if (answer.status() != 204) {
            response.entity(answer.body());
        }
        return response.header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
