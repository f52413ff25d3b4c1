package io.steadfast.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A client of the REST API, as a till has it: outside the server or inside. Immutable; each {@code with…} gives
 * another one. Every POST and PUT carries a fresh {@code Idempotency-Key} unless one is named or left out. Outside the server
 * every call is held against the document at {@code /openapi}, see {@link DocumentCheck}.
 */
public final class Api {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String base;
    private final Map<String, String> headers;

    private Api(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** A tenant's system; paths are below {@code /api/v1}. */
    public static Api withKey(String apiKey) {
        return anonymous().withHeader("Authorization", "Bearer " + apiKey);
    }

    /** A caller without a key; paths are below {@code /api/v1}. */
    public static Api anonymous() {
        return new Api("/api/v1", Map.of());
    }

    /** An operator; paths are below {@code /platform/v1}. */
    public static Api operator() {
        return new Api("/platform/v1", Map.of("Authorization", "Bearer " + Server.PLATFORM_KEY));
    }

    /** Anyone, at any path of the server, as in {@code /health/ready}. */
    public static Api root() {
        return new Api("", Map.of());
    }

    public Api withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new Api(base, more);
    }

    public Api withIdempotencyKey(String key) {
        return withHeader(IDEMPOTENCY_KEY, key);
    }

    /** An empty one means: none is sent. */
    public Api withoutIdempotencyKey() {
        return withHeader(IDEMPOTENCY_KEY, "");
    }

    public Answer get(String path) {
        return send(request(path).GET().build(), "");
    }

    public Answer delete(String path) {
        return send(request(path).DELETE().build(), "");
    }

    /** The body is sent as it is when it is text, otherwise written as JSON: a map, a list, a node, a record. */
    public Answer post(String path, Object body) {
        return change("POST", path, body);
    }

    /** As {@link #post(String, Object)}. */
    public Answer put(String path, Object body) {
        return change("PUT", path, body);
    }

    /** As {@link #post(String, Object)}. */
    public Answer patch(String path, Object body) {
        return change("PATCH", path, body);
    }

    /** A form with a file as its last part, as {@code curl -F} sends one. */
    public Answer postForm(String path, Map<String, String> fields, String fileName, byte[] file) {
        String boundary = "steadfast" + UUID.randomUUID();
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        fields.forEach((name, value) -> form.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        form.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file);
        form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()));
        request.setHeader("Content-Type", "multipart/form-data; boundary=" + boundary);
        return send(request.build(), "");
    }

    private Answer change(String method, String path, Object body) {
        String sent = written(body);
        HttpRequest.Builder request = request(path).method(method, HttpRequest.BodyPublishers.ofString(sent));
        if (!headers.containsKey("Content-Type")) {
            request.setHeader("Content-Type", "application/json");
        }
        if (!headers.containsKey(IDEMPOTENCY_KEY)) {
            request.setHeader(IDEMPOTENCY_KEY, UUID.randomUUID().toString());
        }
        return send(request.build(), sent);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(Server.url() + base + path)).timeout(Duration.ofSeconds(60));
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.setHeader(name, value);
            }
        });
        return request;
    }

    private static String written(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Answer send(HttpRequest request, String sent) {
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            if (!Server.isHere()) {
                DocumentCheck.check(response, sent);
            }
            String call = request.method() + " " + request.uri().getRawPath();
            return new Answer(call, response.statusCode(), response.headers(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(request + ": " + failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What came back. */
    public record Answer(String call, int status, HttpHeaders headers, String body) {

        /** Fails with the call and the body when the status is another one. */
        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError(call + ": expected " + expected + ", got " + status + "\n" + body);
            }
            return this;
        }

        /** The body as JSON; missing fields read as {@code path("x")} in Jackson's way. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException notJson) {
                throw new AssertionError(call + ": " + status + " isn't JSON\n" + body, notJson);
            }
        }

        /** The problem's stable code, as in {@code MEMBER_UNKNOWN}. */
        public String code() {
            String type = header("Content-Type");
            if (!type.startsWith("application/problem+json")) {
                throw new AssertionError(call + ": " + status + " is no problem but " + type + "\n" + body);
            }
            return json().path("code").asText();
        }

        /** The code of what is wrong with a field, empty where nothing is. */
        public String errorAt(String path) {
            for (JsonNode error : json().path("errors")) {
                if (error.path("path").asText().equals(path)) {
                    return error.path("code").asText();
                }
            }
            return "";
        }

        /** The header's first value, empty without one. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }
}
