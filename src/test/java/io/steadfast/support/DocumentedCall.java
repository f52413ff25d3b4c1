package io.steadfast.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi30;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** One call of the document, and where a real one differs from it. */
final class DocumentedCall {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V4,
            builder -> builder.metaSchema(JsonMetaSchema.builder(OpenApi30.getInstance())
                            .keyword(new NonValidationKeyword("components"))
                            .build())
                    .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final Map<JsonNode, JsonSchema> COMPILED = new ConcurrentHashMap<>();
    private static final String JSON = "application/json";
    private static final String KEY = "Idempotency-Key";

    private final String method;
    private final String path;
    private final JsonNode node;
    private final JsonNode components;
    private final Pattern shape;

    DocumentedCall(String method, String path, JsonNode node, JsonNode components) {
        this.method = method;
        this.path = path;
        this.node = node;
        this.components = components;
        this.shape = Pattern.compile(Arrays.stream(path.split("(?=\\{)|(?<=})", -1))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .reduce("", String::concat));
    }

    String id() {
        return node.path("operationId").asText();
    }

    /** How much of the path isn't left open. */
    int said() {
        return path.replaceAll("\\{[^}]*}", "").length();
    }

    boolean is(String wantedMethod, String called) {
        return method.equals(wantedMethod) && shape.matcher(called).matches();
    }

    /** What the document would have us believe; empty where it tells the truth. */
    List<String> lies(HttpResponse<String> response, String sent) {
        List<String> lies = new ArrayList<>();
        int status = response.statusCode();
        JsonNode answer = node.path("responses").path(Integer.toString(status));
        if (answer.isMissingNode()) {
            return List.of("status " + status + " isn't among " + fieldNames(node.path("responses"))
                    + code(response.body())
                            .map(code -> ", nor its code " + code)
                            .orElse(""));
        }
        answerLies(response, answer, lies);
        headerLies(response, answer.path("headers"), lies);
        keyLies(response, lies);
        JsonNode asked = node.path("requestBody").path("content").path(JSON).path("schema");
        if (!asked.isMissingNode() && status < 300) {
            lies.addAll(differences("the body that was taken", asked, taken(sent, response.body())));
        }
        if (!asked.isMissingNode() && status == 400) {
            notRequired(asked, sent, response.body(), lies);
        }
        return lies;
    }

    private void answerLies(HttpResponse<String> response, JsonNode answer, List<String> lies) {
        JsonNode content = answer.path("content");
        String body = response.body();
        if (content.isEmpty()) {
            if (!body.isEmpty()) {
                lies.add("the answer isn't without a body");
            }
            return;
        }
        String media = response.headers().firstValue("Content-Type").orElse("").replaceFirst("\\s*;.*", "");
        if (!content.has(media)) {
            lies.add("the answer is " + media + ", not " + fieldNames(content));
        } else if (media.endsWith("json")) {
            lies.addAll(differences("the answer", content.path(media).path("schema"), body));
        }
        Optional<String> code = response.statusCode() < 400 ? Optional.empty() : code(body);
        List<String> codes = List.of(answer.path("description").asText().split("[^A-Z0-9_]+"));
        code.filter(each -> !codes.contains(each))
                .ifPresent(each -> lies.add("code " + each + " isn't listed at " + response.statusCode()));
    }

    /** What callers may live by is sent where the document names it, and named where it is sent. */
    private void headerLies(HttpResponse<String> response, JsonNode named, List<String> lies) {
        components.path("headers").properties().forEach(header -> {
            boolean sent = response.headers().firstValue(header.getKey()).isPresent();
            if (sent && !named.has(header.getKey())) {
                lies.add("the header " + header.getKey() + " isn't named at " + response.statusCode());
            }
            boolean always = header.getValue().path("required").asBoolean();
            if (!sent && always && named.has(header.getKey())) {
                lies.add("the header " + header.getKey() + " is missing");
            }
        });
    }

    /** A call that needs an Idempotency-Key is taken with one only, and no other asks for it. */
    private void keyLies(HttpResponse<String> response, List<String> lies) {
        boolean needed = false;
        for (JsonNode parameter : node.path("parameters")) {
            needed |= parameter.path("name").asText().equals(KEY)
                    && parameter.path("required").asBoolean();
        }
        boolean sent = response.request().headers().firstValue(KEY).isPresent();
        if (needed && !sent && response.statusCode() < 300) {
            lies.add("it is done without the " + KEY + " that it is said to need");
        }
        if (!needed && !sent && response.statusCode() == 400 && response.body().contains("\"path\":\"" + KEY + "\"")) {
            lies.add("it asks for an " + KEY + " that it isn't said to need");
        }
    }

    /** What is told to be missing must be called required where it is left out. */
    private void notRequired(JsonNode asked, String sent, String problem, List<String> lies) {
        Optional<JsonNode> body = DocumentCheck.parsed(sent);
        JsonNode errors = DocumentCheck.parsed(problem)
                .map(each -> each.path("errors"))
                .orElse(DocumentCheck.JSON.createArrayNode());
        for (JsonNode error : errors) {
            String at = error.path("path").asText();
            boolean field = !at.equals(KEY);
            if (field && error.path("code").asText().equals("REQUIRED") && body.isPresent()) {
                missing(asked, body.get(), at).ifPresent(lies::add);
            }
        }
    }

    private Optional<String> missing(JsonNode asked, JsonNode body, String at) {
        JsonNode schema = resolved(asked);
        JsonNode value = body;
        for (String step : at.split("(?=\\[)|\\.", -1)) {
            if (step.startsWith("[")) {
                schema = resolved(schema.path("items"));
                value = value.path(Integer.parseInt(step.substring(1, step.length() - 1)));
                continue;
            }
            if (!schema.path("properties").has(step)) {
                return Optional.empty(); // a document with a schema of its own, in which the path begins anew
            }
            boolean required = false;
            for (JsonNode each : schema.path("required")) {
                required |= each.asText().equals(step);
            }
            if (!value.has(step)) {
                boolean conditional = schema.path("properties")
                        .path(step)
                        .path("description")
                        .asText()
                        .contains("needed");
                return required || conditional
                        ? Optional.empty()
                        : Optional.of(at + " is said to be missing, and isn't required");
            }
            schema = resolved(schema.path("properties").path(step));
            value = value.path(step);
        }
        return Optional.empty();
    }

    /** Around a reference with a description stands an allOf of one. */
    private JsonNode resolved(JsonNode described) {
        JsonNode schema = described.has("allOf") ? described.path("allOf").path(0) : described;
        String reference = schema.path("$ref").asText();
        return reference.isEmpty()
                ? schema
                : components.path("schemas").path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    /** What may be left out may be sent as null; of a batch, whose parts are answered one by one, the refused ones weren't taken. */
    private static String taken(String sent, String answered) {
        return DocumentCheck.parsed(sent)
                .map(body -> {
                    strip(body);
                    dropRefused(
                            body, DocumentCheck.parsed(answered).orElse(body).path("items"));
                    return body.toString();
                })
                .orElse(sent);
    }

    private static void dropRefused(JsonNode body, JsonNode items) {
        body.forEach(parts -> {
            if (parts instanceof ArrayNode array && items.isArray() && array.size() == items.size()) {
                for (int at = items.size() - 1; at >= 0; at--) {
                    if (items.path(at).path("status").asInt() >= 400) {
                        array.remove(at);
                    }
                }
            }
        });
    }

    private static void strip(JsonNode body) {
        if (body instanceof ObjectNode object) {
            object.properties().removeIf(each -> each.getValue().isNull());
        }
        body.forEach(DocumentedCall::strip);
    }

    private List<String> differences(String what, JsonNode schema, String text) {
        Optional<JsonNode> value = DocumentCheck.parsed(text);
        if (value.isEmpty()) {
            return List.of(what + " isn't JSON");
        }
        return COMPILED.computeIfAbsent(schema, each -> compiled(each, components)).validate(value.get()).stream()
                .map(message -> what + ": " + message.getMessage())
                .toList();
    }

    static JsonSchema compiled(JsonNode schema, JsonNode components) {
        ObjectNode whole = DocumentCheck.JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", components);
        return SCHEMAS.getSchema(whole, CONFIG);
    }

    private static Optional<String> code(String body) {
        return DocumentCheck.parsed(body)
                .map(problem -> problem.path("code").asText())
                .filter(code -> !code.isEmpty());
    }

    private static List<String> fieldNames(JsonNode of) {
        List<String> names = new ArrayList<>();
        of.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
