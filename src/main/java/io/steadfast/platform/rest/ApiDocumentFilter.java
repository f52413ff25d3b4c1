package io.steadfast.platform.rest;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/**
 * Adds to the document what holds for every call and isn't said at each: the key, the headers, the problems with every code that
 * a feature may refuse with, and an example of each body.
 */
public class ApiDocumentFilter implements OASFilter {

    private static final String KEY = "key";
    private static final String PROBLEM = "Problem";

    private final Function<Method, String> access;

    /** @param access says of a call whose key may do it */
    protected ApiDocumentFilter(Function<Method, String> access) {
        this.access = access;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setInfo(OASFactory.createInfo()
                .title("Steadfast API")
                .version("1")
                .description(
                        "For a tenant's own systems: shop, till, app and warehouse. The key alone names the tenant."
                                + " Errors are application/problem+json with a stable code; repeats under one Idempotency-Key get"
                                + " the first answer. Lists are paged by limit and cursor."));
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSecurityScheme(
                        KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("sk_<tenant>_<secret>"));
        document.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(KEY)));
        List<Operation> operations = document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .toList();
        document.setTags(onceEach(document.getTags()));
        JsonSchemas schemas = new JsonSchemas();
        OperationBodies bodies = new OperationBodies(schemas, access);
        operations.forEach(bodies::describe);
        Schema problem = schemas.of(Problem.class, JsonSchemas.Way.WRITTEN);
        // What the server made of our records by itself is not what our mapper writes.
        document.getComponents().setSchemas(schemas.named());
        exemplified(document.getComponents().getSchemas());
        ExampleBodies examples = new ExampleBodies(document.getComponents().getSchemas());
        ProblemCodes codes = new ProblemCodes();
        operations.forEach(operation -> describe(operation, codes, examples, problem));
        AnswerHeaders.describe(document);
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .values()
                        .forEach(operation -> AnswerHeaders.describe(path, operation, bodies.method(operation))));
    }

    /** The server names a tag once for each class that bears it. */
    private static List<Tag> onceEach(List<Tag> tags) {
        Map<String, Tag> byName = new LinkedHashMap<>();
        tags.forEach(tag -> byName.putIfAbsent(tag.getName(), tag));
        return List.copyOf(byName.values());
    }

    private static void describe(Operation operation, ProblemCodes codes, ExampleBodies examples, Schema problem) {
        if (operation.getRequestBody() != null) {
            exemplify(operation.getRequestBody().getContent(), examples);
        }
        operation.getResponses().getAPIResponses().values().stream()
                .filter(response -> response.getContent() != null)
                .forEach(response -> exemplify(response.getContent(), examples));
        codes.of(operation).forEach((status, names) -> {
            if (!operation.getResponses().hasAPIResponse(status)) {
                operation.getResponses().addAPIResponse(status, response(names, problem));
            }
        });
    }

    private static void exemplify(Content content, ExampleBodies examples) {
        MediaType json = content.getMediaType("application/json");
        if (json != null && json.getSchema() != null && json.getExample() == null) {
            examples.of(json.getSchema()).ifPresent(json::setExample);
        }
    }

    private static APIResponse response(Set<String> codes, Schema problem) {
        return OASFactory.createAPIResponse()
                .description("Codes: " + String.join(", ", codes))
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(problem)));
    }

    private static void exemplified(Map<String, Schema> schemas) {
        Objects.requireNonNull(schemas.get(PROBLEM))
                .description("What went wrong (RFC 9457)")
                .example(Map.of(
                        "type",
                        "urn:steadfast:problem:invalid-request",
                        "title",
                        "Bad Request",
                        "status",
                        400,
                        "detail",
                        "The request has fields that aren't right.",
                        "code",
                        "INVALID_REQUEST",
                        "errors",
                        List.of(Map.of(
                                "path", "lines[2].quantity", "code", "REQUIRED", "message", "This field is needed.")),
                        "requestId",
                        "019a2f3c-5d6e-7f80-9a1b-2c3d4e5f6071"));
    }
}
