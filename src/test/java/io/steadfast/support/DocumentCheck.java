package io.steadfast.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The document can't lie: every call that a test makes from outside is held against the document at {@code /openapi}, read once a
 * run. An answer's status, media type, headers and body are those of the document, with no field that it doesn't name; a problem's code
 * stands in the document's list; a body that was taken is as the document asks for, and what a caller is told to be missing is what
 * the document calls required.
 */
public final class DocumentCheck {

    static final ObjectMapper JSON = new ObjectMapper();

    private static volatile @Nullable CompletableFuture<List<DocumentedCall>> calls;

    private DocumentCheck() {}

    /** @param sent the text of a body that isn't a form; empty without one */
    static void check(HttpResponse<String> response, String sent) {
        String path = response.request().uri().getRawPath();
        if (!path.startsWith("/api/v1/") && !path.startsWith("/platform/v1/")) {
            return;
        }
        String method = response.request().method().toLowerCase(Locale.ROOT);
        Optional<DocumentedCall> call =
                calls().stream().filter(each -> each.is(method, path)).findFirst();
        List<String> lies = call.map(each -> each.lies(response, sent))
                .orElseGet(
                        () -> response.statusCode() < 300 ? List.of("no such call stands in the document") : List.of());
        if (!lies.isEmpty()) {
            throw new AssertionError("The document at /openapi says otherwise: "
                    + method.toUpperCase(Locale.ROOT) + " " + path
                    + call.map(each -> " (" + each.id() + ")").orElse("")
                    + " answered " + response.statusCode() + "\n  - " + String.join("\n  - ", lies)
                    + "\nsent:     " + shortened(sent) + "\nanswered: " + shortened(response.body())
                    + "\nMend the record or the annotations of the resource (ADR 0014), or what the call answers.");
        }
    }

    /** The operationId of a call, empty where the document knows none. */
    public static Optional<String> operation(String method, String path) {
        return calls().stream()
                .filter(each -> each.is(method.toLowerCase(Locale.ROOT), path))
                .findFirst()
                .map(DocumentedCall::id);
    }

    /** Where a value isn't as a schema of this document asks. */
    public static List<String> differences(JsonNode schema, JsonNode value, JsonNode document) {
        return DocumentedCall.compiled(schema, document.path("components")).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static String shortened(String text) {
        return text.length() > 1_500 ? text.substring(0, 1_500) + "…" : text;
    }

    /** Asks for the document while the first test makes its tenant: the server takes seconds to write it. */
    static synchronized void readAhead() {
        if (calls == null) {
            calls = CompletableFuture.supplyAsync(() -> read(fetched()));
        }
    }

    private static List<DocumentedCall> calls() {
        readAhead();
        return Objects.requireNonNull(calls).join();
    }

    /** The one whose path says most stands first. */
    static List<DocumentedCall> read(JsonNode document) {
        List<DocumentedCall> read = new ArrayList<>();
        JsonNode components = document.path("components");
        components.path("schemas").forEach(DocumentCheck::close);
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> method.getValue().has("responses"))
                        .forEach(method -> read.add(
                                new DocumentedCall(method.getKey(), path.getKey(), method.getValue(), components))));
        read.sort(Comparator.comparing(DocumentedCall::said).reversed());
        return read;
    }

    /** Adding a field is no breach for a caller, who reads over it; here it is one that the document doesn't know yet. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }

    private static JsonNode fetched() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Server.url() + "/openapi?format=json"))
                .header("Accept", "application/json")
                .build();
        try {
            return parsed(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .orElseThrow(() -> new IllegalStateException("/openapi is no JSON"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static Optional<JsonNode> parsed(String text) {
        try {
            // From bytes, as the server has them: with a byte order mark it is JSON too.
            return Optional.ofNullable(JSON.readTree(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }
}
