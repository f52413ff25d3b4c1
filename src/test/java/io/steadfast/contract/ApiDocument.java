package io.steadfast.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The document at {@code /openapi}, as a client's generator reads it. */
final class ApiDocument {

    static final String BASE = "/api/v1";
    static final String PLATFORM = "/platform/v1";

    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}:]+)[^}]*}");

    private final JsonNode tree;

    private ApiDocument(JsonNode tree) {
        this.tree = tree;
    }

    /** One call. */
    record Operation(String method, String path, JsonNode node) {

        String id() {
            return node.path("operationId").asText();
        }

        /** As the contract writes it: names of path parameters left open. */
        String shape() {
            return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]*}", "{}");
        }

        List<String> pathParameters() {
            List<String> names = new ArrayList<>();
            Matcher parameter = PARAMETER.matcher(path);
            while (parameter.find()) {
                names.add(parameter.group(1));
            }
            return names;
        }

        List<String> queryParameters() {
            List<String> names = new ArrayList<>();
            node.path("parameters").forEach(each -> {
                if (each.path("in").asText().equals("query")) {
                    names.add(each.path("name").asText());
                }
            });
            return names;
        }

        boolean takesJson() {
            return node.at("/requestBody/content").has("application/json");
        }
    }

    static ApiDocument read() {
        return new ApiDocument(Api.root()
                .withHeader("Accept", "application/json")
                .get("/openapi?format=json")
                .expect(200)
                .json());
    }

    JsonNode tree() {
        return tree;
    }

    /** The calls of tenants' own systems; paths are below {@code /api/v1}. */
    List<Operation> operations() {
        return below(BASE);
    }

    /** The operators' calls; paths are below {@code /platform/v1}. */
    List<Operation> operatorsCalls() {
        return below(PLATFORM);
    }

    private List<Operation> below(String base) {
        List<Operation> operations = new ArrayList<>();
        tree.path("paths").fields().forEachRemaining(path -> {
            if (path.getKey().startsWith(base)) {
                for (String method : METHODS) {
                    if (path.getValue().has(method)) {
                        operations.add(new Operation(
                                method,
                                path.getKey().substring(base.length()),
                                path.getValue().path(method)));
                    }
                }
            }
        });
        return operations;
    }

    /** The schema of a call's JSON body, references followed. */
    JsonNode bodySchema(Operation operation) {
        return resolved(operation.node().at("/requestBody/content/application~1json/schema"));
    }

    JsonNode resolved(JsonNode schema) {
        JsonNode now = schema;
        for (int depth = 0; depth < 10 && (now.has("$ref") || now.has("allOf")); depth++) {
            now = now.has("allOf")
                    ? now.path("allOf").path(0)
                    : tree.at(now.path("$ref").asText().substring(1));
        }
        return now;
    }
}
