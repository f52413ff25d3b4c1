package io.steadfast.choices.rest;

import io.steadfast.choices.AttributeService;
import io.steadfast.choices.core.AttributeDefinition;
import io.steadfast.choices.core.AttributeSubject;
import io.steadfast.choices.core.ChoiceRefusal;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.CurrentCall;
import io.steadfast.platform.rest.Cursor;
import io.steadfast.platform.rest.Json;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.rest.Page;
import io.steadfast.platform.rest.Paging;
import io.steadfast.platform.rest.Sends;
import io.steadfast.platform.rest.Versions;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Declared attributes of members, lines and activities. */
@Path("/attributes")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Choices")
public class AttributesResource {

    @Inject
    private AttributeService attributes;

    @Inject
    private IdempotentCalls calls;

    @Inject
    private CurrentCall call;

    @Inject
    private Json json;

    @GET
    @Scoped(Scope.PROGRAMS_READ)
    @Operation(operationId = "listAttributes", summary = "The declared attributes, by subject and name")
    public Page<AttributeResponse> list(@BeanParam Paging paging) {
        String subject = paging.after().map(cursor -> cursor.string(0)).orElse("");
        String name = paging.after().map(cursor -> cursor.string(1)).orElse("");
        return paging.page(
                        attributes.list(subject, name, paging.limit() + 1),
                        each -> Cursor.of(each.subject(), each.name()))
                .map(AttributeResponse::of);
    }

    @POST
    @Scoped(Scope.PROGRAMS_WRITE)
    @OncePerKey
    @Sends({Sends.ETAG, Sends.LOCATION})
    @Operation(operationId = "declareAttribute", summary = "Declare an attribute")
    @APIResponseSchema(value = AttributeResponse.class, responseCode = "201")
    public Response declare(AttributeRequest request) {
        AttributeDefinition wanted = request.declared();
        return calls.optional(() -> {
            AttributeDefinition declared = attributes.declare(wanted);
            return tagged(
                    Answer.created("/api/v1/attributes/" + path(declared), AttributeResponse.of(declared)), declared);
        });
    }

    @GET
    @Path("{subject}/{name}")
    @Scoped(Scope.PROGRAMS_READ)
    @Sends(Sends.ETAG)
    @Operation(operationId = "getAttribute", summary = "A declared attribute")
    @APIResponseSchema(value = AttributeResponse.class, responseCode = "200")
    public Response get(@PathParam("subject") String subject, @PathParam("name") String name) {
        AttributeDefinition known = known(subject, name);
        return Response.ok(AttributeResponse.of(known))
                .tag(Versions.tag(known.version()))
                .build();
    }

    @PATCH
    @Path("{subject}/{name}")
    @Scoped(Scope.PROGRAMS_WRITE)
    @OncePerKey
    @Sends(Sends.ETAG)
    @Operation(operationId = "changeAttribute", summary = "Change values, privacy or writers; the rest stays for good")
    @APIResponseSchema(value = AttributeResponse.class, responseCode = "200")
    public Response change(
            @PathParam("subject") String subject,
            @PathParam("name") String name,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            AttributeRequest request) {
        Fields fields = Fields.of(json, call);
        fields.fixed("subject", "name", "type");
        fields.errors().refuseIfAny();
        long version = Versions.required(ifMatch);
        return calls.optional(() -> {
            AttributeDefinition changed = attributes.change(request.changed(known(subject, name), version));
            return tagged(Answer.ok(AttributeResponse.of(changed)), changed);
        });
    }

    private AttributeDefinition known(String subject, String name) {
        for (AttributeSubject each : AttributeSubject.values()) {
            if (lower(each).equals(subject)) {
                return attributes.find(each, name).orElseThrow(() -> new Refusal(ChoiceRefusal.ATTRIBUTE_UNKNOWN));
            }
        }
        throw new Refusal(ChoiceRefusal.ATTRIBUTE_UNKNOWN);
    }

    private static String path(AttributeDefinition definition) {
        return lower(definition.subject()) + "/" + definition.name();
    }

    private static String lower(AttributeSubject subject) {
        return subject.name().toLowerCase(Locale.ROOT);
    }

    private static Answer tagged(Answer answer, AttributeDefinition definition) {
        return answer.with("ETag", "\"" + definition.version() + "\"");
    }
}
