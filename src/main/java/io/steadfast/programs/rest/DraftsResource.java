package io.steadfast.programs.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.rest.CurrentCall;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.rest.Sends;
import io.steadfast.platform.rest.Versions;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.PublishService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The draft of a program; {@code ?id=} names one where there are several. */
@Path("/programs/{code}/draft")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
public class DraftsResource {

    /** Which draft an answer is about, since the body is the document alone. */
    @Inject
    private ProgramService programs;

    @Inject
    private PublishService publishing;

    @Inject
    private IdempotentCalls calls;

    @Inject
    private CurrentCall call;

    @GET
    @Scoped(Scope.PROGRAMS_READ)
    @Sends({Sends.ETAG, Sends.DRAFT_ID})
    @Operation(operationId = "getDraft", summary = "The draft's document; its ETag names what a change was made on")
    @APIResponseSchema(value = JsonNode.class, responseCode = "200")
    public Response get(@PathParam("code") ProgramCode code, @QueryParam("id") @Nullable String id) {
        ProgramDraft draft = programs.draft(code, named(id));
        return Response.ok(ProgramDocumentCodec.tree(draft.document()))
                .tag(Versions.tag(draft.version()))
                .header(Sends.DRAFT_ID, draft.id())
                .build();
    }

    @PUT
    @Scoped(Scope.PROGRAMS_WRITE)
    @OncePerKey
    @Sends({Sends.ETAG, Sends.DRAFT_ID})
    @Operation(operationId = "saveDraft", summary = "Put a document in place of the draft's; needs If-Match")
    @APIResponseSchema(value = JsonNode.class, responseCode = "200")
    public Response save(
            @PathParam("code") ProgramCode code,
            @QueryParam("id") @Nullable String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            JsonNode body) {
        ProgramDocument document = ProgramDocumentCodec.read(call.body());
        long version = Versions.required(ifMatch);
        return calls.optional(() -> {
            ProgramDraft draft = programs.save(code, named(id), version, document);
            return Answer.ok(ProgramDocumentCodec.tree(draft.document()))
                    .with("ETag", "\"" + draft.version() + "\"")
                    .with(Sends.DRAFT_ID, draft.id().toString());
        });
    }

    @POST
    @Path("rebase")
    @Consumes(MediaType.WILDCARD)
    @Scoped(Scope.PROGRAMS_WRITE)
    @OncePerKey
    @Sends(Sends.ETAG)
    @Operation(operationId = "rebaseDraft", summary = "Take note that the draft is meant for the latest version")
    @APIResponseSchema(value = DraftResponse.class, responseCode = "200")
    public Response rebase(@PathParam("code") ProgramCode code, @QueryParam("id") @Nullable String id) {
        return calls.optional(() -> {
            ProgramDraft draft = programs.rebase(code, named(id));
            return Answer.ok(DraftResponse.of(draft)).with("ETag", "\"" + draft.version() + "\"");
        });
    }

    @POST
    @Path("check")
    @Consumes(MediaType.WILDCARD)
    @Scoped(Scope.PROGRAMS_READ)
    @Operation(
            operationId = "checkDraft",
            summary = "What is wrong with the draft: problems stop a publish, warnings don't")
    public FindingsResponse check(@PathParam("code") ProgramCode code, @QueryParam("id") @Nullable String id) {
        return FindingsResponse.of(programs.check(code, named(id)), call.language());
    }

    @POST
    @Path("publish")
    @Scoped(Scope.PROGRAMS_WRITE)
    @OncePerKey
    @Sends(Sends.LOCATION)
    @Operation(operationId = "publishDraft", summary = "Make the draft a version that never changes again")
    @APIResponseSchema(value = PublishResponse.class, responseCode = "201")
    public Response publish(
            @PathParam("code") ProgramCode code, @QueryParam("id") @Nullable String id, PublishRequest request) {
        Instant effectiveFrom = request.checked();
        return calls.optional(() -> {
            ProgramVersion version = publishing.publish(code, named(id), effectiveFrom, request.declared());
            return Answer.created(
                    "/api/v1/programs/" + code + "/versions/" + version.version(), PublishResponse.of(version));
        });
    }

    private static Optional<UUID> named(@Nullable String id) {
        try {
            return Optional.ofNullable(id).map(UUID::fromString);
        } catch (IllegalArgumentException notAnId) {
            throw FieldErrors.one("id", FieldReason.NOT_AN_ID);
        }
    }
}
