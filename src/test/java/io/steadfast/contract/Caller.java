package io.steadfast.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.steadfast.support.Api;
import io.steadfast.support.DocumentCheck;
import io.steadfast.support.Server;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import steadfast.client.ApiClient;
import steadfast.client.ApiException;
import steadfast.client.Pair;

/** The client that a tenant's developer generates from the document, with a key; notes which calls were done. */
final class Caller extends ApiClient {

    private static final Set<String> DONE = ConcurrentHashMap.newKeySet();

    Caller(String key) {
        setBasePath(Server.url());
        addDefaultHeader("Authorization", "Bearer " + key);
    }

    /** The operationIds of every call that was answered with a success and understood. */
    static Set<String> done() {
        return DONE;
    }

    /** A fresh Idempotency-Key. */
    static String once() {
        return UUID.randomUUID().toString();
    }

    static OffsetDateTime at(String instant) {
        return OffsetDateTime.parse(instant);
    }

    static UUID id(String text) {
        return UUID.fromString(text);
    }

    /** What stands before a change, for {@code If-Match}. */
    String tag() {
        return getResponseHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("ETag"))
                .map(header -> header.getValue().get(0))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No ETag"));
    }

    /** A call of the generated client. */
    @FunctionalInterface
    interface Call {
        void run() throws ApiException;
    }

    /** The call is refused with this status and code. */
    static void refused(int status, String code, Call call) {
        try {
            call.run();
        } catch (ApiException refusal) {
            assertThat(refusal.getCode()).as(refusal.getResponseBody()).isEqualTo(status);
            assertThat(refusal.getResponseBody()).contains("\"code\":\"" + code + "\"");
            return;
        }
        throw new AssertionError("Taken, and not refused with " + status + " " + code);
    }

    /** What another fixture made, in its own words. */
    static UUID idOf(Api.Answer made) {
        return id(made.json().path("id").asText());
    }

    @Override
    public <T> T invokeAPI(
            String path,
            String method,
            List<Pair> queryParams,
            List<Pair> collectionQueryParams,
            String urlQueryDeepObject,
            Object body,
            Map<String, String> headerParams,
            Map<String, String> cookieParams,
            Map<String, Object> formParams,
            String accept,
            String contentType,
            String[] authNames,
            TypeReference<T> returnType)
            throws ApiException {
        T answer = super.invokeAPI(
                path,
                method,
                queryParams,
                collectionQueryParams,
                urlQueryDeepObject,
                body,
                headerParams,
                cookieParams,
                formParams,
                accept,
                contentType,
                authNames,
                returnType);
        DONE.add(DocumentCheck.operation(method, path)
                .orElseThrow(() -> new AssertionError("No such call in the document: " + method + " " + path)));
        return answer;
    }
}
