package io.steadfast.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.DocumentCheck;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The document's schemas are whole. That they are true is looked at with every call that any test makes, see {@link
 * DocumentCheck}.
 */
class DocumentIT extends ClientTest {

    /** What the client is made of before a server runs; the site shows it too. */
    private static final Path KEPT = Path.of("src", "site", "resources", "openapi.json");

    private static final String RENEWAL = "steadfast.document";
    private static final String JSON = "application~1json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void no_schema_leaves_open_what_it_describes() {
        List<String> open = new ArrayList<>();
        JsonNode tree = ApiDocument.read().tree();
        tree.at("/components/schemas")
                .properties()
                .forEach(schema -> open(schema.getKey(), schema.getValue(), tree, open));
        tree.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().findValues("schema").forEach(each -> open(path.getKey(), each, tree, open)));
        assertThat(open).isEmpty();
    }

    private static void open(String at, JsonNode schema, JsonNode tree, List<String> open) {
        if (schema.has("$ref")) {
            if (tree.at(schema.path("$ref").asText().substring(1)).isMissingNode()) {
                open.add(at + " points at nothing: " + schema);
            }
            return;
        }
        List<JsonNode> choices = new ArrayList<>();
        schema.path("allOf").forEach(choices::add);
        schema.path("oneOf").forEach(choices::add);
        schema.path("anyOf").forEach(choices::add);
        choices.forEach(each -> open(at, each, tree, open));
        String type = schema.path("type").asText();
        boolean bare = type.equals("object") && !schema.has("properties") && !schema.has("additionalProperties");
        if (bare || type.isEmpty() && choices.isEmpty() || type.equals("array") && !schema.has("items")) {
            open.add(at + " says nothing: " + schema);
        }
        schema.path("properties")
                .properties()
                .forEach(each -> open(at + "." + each.getKey(), each.getValue(), tree, open));
        if (schema.path("additionalProperties").isObject()) {
            open(at + ".*", schema.path("additionalProperties"), tree, open);
        }
        if (schema.has("items")) {
            open(at + "[]", schema.path("items"), tree, open);
        }
        schema.path("required").forEach(name -> {
            if (!schema.path("properties").has(name.asText())) {
                open.add(at + " requires " + name + ", which it doesn't describe");
            }
        });
    }

    @Test
    void every_call_says_what_it_answers_when_it_did_what_was_asked() {
        List<String> silent = new ArrayList<>();
        ApiDocument.read()
                .tree()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    boolean done = false;
                    for (Map.Entry<String, JsonNode> answer :
                            method.getValue().path("responses").properties()) {
                        boolean success = answer.getKey().startsWith("2");
                        done |= success;
                        if (success
                                && !answer.getKey().equals("204")
                                && answer.getValue().path("content").isEmpty()) {
                            silent.add(method.getKey() + " " + path.getKey() + " " + answer.getKey());
                        }
                    }
                    if (!done) {
                        silent.add(method.getKey() + " " + path.getKey());
                    }
                }));
        assertThat(silent).isEmpty();
    }

    @Test
    void every_example_is_what_its_schema_asks_for() {
        JsonNode tree = ApiDocument.read().tree();
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (JsonNode content : tree.path("paths").findParents("example")) {
            if (content.has("schema")) {
                seen++;
                DocumentCheck.differences(content.path("schema"), content.path("example"), tree)
                        .forEach(difference -> wrong.add(difference + " in " + content));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).isGreaterThan(150);
    }

    @Test
    void what_the_document_calls_required_is_refused_where_it_is_missing() {
        TestTenant tenant = TestPrograms.sandboxWith(
                Instant.parse("2026-06-15T12:00:00Z"), "P1", Instant.parse("2026-01-01T00:00:00Z"));
        Api api = tenant.api().withHeader("If-Match", "\"0\"");
        ApiDocument document = ApiDocument.read();
        List<String> taken = new ArrayList<>();
        for (ApiDocument.Operation operation : document.operations()) {
            JsonNode schema = document.bodySchema(operation);
            if (schema.path("required").isEmpty()) {
                continue;
            }
            String path = operation.path();
            for (String parameter : operation.pathParameters()) {
                path = path.replaceFirst(
                        "\\{" + parameter + "[^}]*}",
                        parameter.matches("code|program")
                                ? "club"
                                : UUID.randomUUID().toString());
            }
            try {
                Api.Answer answer = operation.method().equals("put") ? api.put(path, "{}") : api.post(path, "{}");
                if (answer.status() != 400) {
                    taken.add(operation.shape() + " answers " + answer.status() + " to {}");
                }
            } catch (AssertionError lie) {
                taken.add(lie.getMessage());
            }
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void the_kept_document_is_the_one_that_is_served() throws IOException {
        String served = written(ApiDocument.read().tree());
        if ("renew".equals(System.getProperty(RENEWAL))) {
            Files.writeString(KEPT, served);
        }
        assertThat(MAPPER.readTree(Files.readString(KEPT)).equals(MAPPER.readTree(served)))
                .as(
                        "%s isn't the served document (target/openapi.json). Renew it and look at what changed:"
                                + " mvn verify -Dsurefire.skip -Dit.test=DocumentIT -D%s=renew",
                        KEPT, RENEWAL)
                .isTrue();
    }

    /**
     * Paths and schemas by name, so that a change is read easily; without the lists of codes, which are kept where they are made
     * ({@code api/refusals.properties}), and without refusals' headers, the same for all: of neither a client is made.
     */
    private static String written(JsonNode tree) throws IOException {
        Map<String, Object> document = new TreeMap<>(MAPPER.convertValue(withoutCodes(tree), Map.class));
        List.of("servers", "endpoints").forEach(document::remove);
        document.computeIfPresent("paths", (name, paths) -> new TreeMap<>((Map<?, ?>) paths));
        String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        Files.writeString(Path.of("target", "openapi.json"), text);
        return text;
    }

    private static JsonNode withoutCodes(JsonNode tree) {
        JsonNode copy = tree.deepCopy();
        copy.path("paths")
                .findValues("responses")
                .forEach(responses -> responses.properties().forEach(each -> {
                    if (each.getKey().compareTo("400") >= 0) {
                        ObjectNode refused = (ObjectNode) each.getValue();
                        refused.put("description", "Refused");
                        refused.remove("headers");
                    }
                }));
        return copy;
    }
}
