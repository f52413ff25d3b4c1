package io.steadfast.platform.rest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Adds to the document what holds for every call and isn't said at each: the key, the headers, the problems with every code that
 * a feature may refuse with, and an example of each body.
 */
public final class ApiDocumentFilter implements OASFilter {

    private static final String KEY = "key";
    private static final String PROBLEM = "Problem";
    private static final Set<PathItem.HttpMethod> KEYED = Set.of(PathItem.HttpMethod.POST, PathItem.HttpMethod.PUT);

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
        document.getComponents().addSchema(PROBLEM, problem());
        document.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(KEY)));
        ExampleBodies examples = new ExampleBodies(document.getComponents().getSchemas());
        ProblemCodes codes = new ProblemCodes();
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(item -> item.getOperations()
                        .forEach((method, operation) -> describe(method, operation, codes, examples)));
    }

    private static void describe(
            PathItem.HttpMethod method, Operation operation, ProblemCodes codes, ExampleBodies examples) {
        if (KEYED.contains(method)) {
            operation.addParameter(header(
                    "Idempotency-Key",
                    "1 to 255 characters; the same key with the same body gets the first answer again."
                            + " Required where points, vouchers or money move."));
        }
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
            exemplify(operation.getRequestBody().getContent(), examples);
        }
        operation.getResponses().getAPIResponses().values().stream()
                .filter(response -> response.getContent() != null)
                .forEach(response -> exemplify(response.getContent(), examples));
        codes.of(operation.getOperationId()).forEach((status, names) -> {
            if (!operation.getResponses().hasAPIResponse(status)) {
                operation.getResponses().addAPIResponse(status, response(names));
            }
        });
    }

    private static void exemplify(Content content, ExampleBodies examples) {
        MediaType json = content.getMediaType("application/json");
        if (json != null && json.getSchema() != null && json.getExample() == null) {
            examples.of(json.getSchema()).ifPresent(json::setExample);
        }
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(OASFactory.createSchema().type(Schema.SchemaType.STRING));
    }

    private static APIResponse response(Set<String> codes) {
        Schema reference = OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM);
        return OASFactory.createAPIResponse()
                .description("Codes: " + String.join(", ", codes))
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(reference)));
    }

    private static Schema problem() {
        Schema field = OASFactory.createSchema()
                .type(Schema.SchemaType.OBJECT)
                .addProperty("path", text("where it stands, as in lines[2].quantity"))
                .addProperty("code", text("stable"))
                .addProperty("message", text("in the language asked for"));
        return OASFactory.createSchema()
                .type(Schema.SchemaType.OBJECT)
                .description("What went wrong (RFC 9457)")
                .addProperty("type", text("urn:steadfast:problem:…"))
                .addProperty("title", text("of the status"))
                .addProperty("status", OASFactory.createSchema().type(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("one sentence that a person understands"))
                .addProperty("code", text("stable"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema().type(Schema.SchemaType.ARRAY).items(field))
                .addProperty("requestId", text("helps to find the call"))
                .required(List.of("type", "title", "status", "detail", "code", "errors"))
                .example(Map.of(
                        "type", "urn:steadfast:problem:member-unknown",
                        "title", "Not Found",
                        "status", 404,
                        "detail", "There is no such member.",
                        "code", "MEMBER_UNKNOWN",
                        "errors", List.of()));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().type(Schema.SchemaType.STRING).description(description);
    }
}
