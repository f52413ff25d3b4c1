package io.steadfast.extensions.rest;

import io.steadfast.extensions.ExtensionJob;
import io.steadfast.extensions.ExtensionService;
import io.steadfast.extensions.core.Extension;
import io.steadfast.extensions.core.ExtensionWish;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.rest.Cursor;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.rest.Page;
import io.steadfast.platform.rest.Paging;
import io.steadfast.platform.rest.Sends;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Mass extensions: asked for and run here, approved by a signed-in person only. */
@Path("/extensions")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Extensions")
public class ExtensionsResource {

    @Inject
    private ExtensionService extensions;

    @Inject
    private ExtensionJob job;

    @Inject
    private IdempotentCalls calls;

    @GET
    @Scoped(Scope.ADJUSTMENTS_WRITE)
    @Operation(operationId = "listExtensions", summary = "Every mass extension, the newest first")
    public Page<ExtensionResponse> list(@BeanParam Paging paging) {
        List<Extension> rows = extensions.page(paging.after().map(cursor -> cursor.uuid(0)), paging.limit() + 1);
        return paging.page(rows, row -> Cursor.of(row.id())).map(ExtensionResponse::of);
    }

    @POST
    @Scoped(Scope.ADJUSTMENTS_WRITE)
    @OncePerKey(required = true)
    @Sends(Sends.LOCATION)
    @Operation(
            operationId = "requestExtension",
            summary = "Select lots, accounts and tiers and count them; nothing moves before somebody approves it")
    @APIResponseSchema(value = ExtensionResponse.class, responseCode = "201")
    public Response request(ExtensionRequest request) {
        ExtensionWish wish = request.checked();
        return calls.required(() -> {
            Extension made = extensions.request(wish);
            return Answer.created("/api/v1/extensions/" + made.id(), ExtensionResponse.of(made));
        });
    }

    @GET
    @Path("{id}")
    @Scoped(Scope.ADJUSTMENTS_WRITE)
    @Operation(operationId = "getExtension", summary = "What it selects and how far it is")
    public ExtensionResponse get(@PathParam("id") UUID id) {
        return ExtensionResponse.of(extensions.find(id));
    }

    @POST
    @Path("{id}/run")
    @Consumes(MediaType.WILDCARD)
    @Scoped(Scope.ADJUSTMENTS_WRITE)
    @OncePerKey
    @Operation(operationId = "runExtension", summary = "Run an approved extension; again changes nothing")
    @APIResponseSchema(value = ExtensionResponse.class, responseCode = "202")
    public Response run(@PathParam("id") UUID id) {
        return calls.optional(() -> {
            Extension begun = extensions.begin(id);
            // Its first share waits for the extension's row, which this transaction holds.
            Optional<UUID> started = begun.state() == Extension.State.RUNNING
                    ? Optional.of(job.start(id).id())
                    : Optional.empty();
            return Answer.accepted(ExtensionResponse.of(begun, started));
        });
    }

    @POST
    @Path("{id}/undo")
    @Consumes(MediaType.WILDCARD)
    @Scoped(Scope.ADJUSTMENTS_WRITE)
    @OncePerKey(required = true)
    @Operation(operationId = "undoExtension", summary = "Take an extension back before it runs")
    @APIResponseSchema(value = ExtensionResponse.class, responseCode = "200")
    public Response undo(@PathParam("id") UUID id) {
        return calls.required(() -> Answer.ok(ExtensionResponse.of(extensions.undo(id))));
    }
}
