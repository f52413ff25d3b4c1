package io.steadfast.programs.rest;

import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.Cursor;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.rest.Page;
import io.steadfast.platform.rest.Paging;
import io.steadfast.platform.rest.Sends;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.PublishService;
import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.programs.core.ProgramRefusal;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.shared.ProgramCode;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Programs and their published versions. */
@Path("/programs")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
public class ProgramsResource {

    @Inject
    private ProgramService programs;

    @Inject
    private PublishService publishing;

    @Inject
    private IdempotentCalls calls;

    @GET
    @Scoped(Scope.PROGRAMS_READ)
    @Operation(operationId = "listPrograms", summary = "The tenant's programs by code")
    public Page<ProgramResponse> list(@BeanParam Paging paging) {
        String after = paging.after().map(cursor -> cursor.string(0)).orElse("");
        List<ProgramSummary> rows = programs.list(after, paging.limit() + 1);
        return paging.page(rows, program -> Cursor.of(program.code())).map(ProgramResponse::of);
    }

    @POST
    @Scoped(Scope.PROGRAMS_WRITE)
    @OncePerKey
    @Sends({Sends.ETAG, Sends.LOCATION})
    @Operation(operationId = "createProgram", summary = "Begin a program from a template or a document of your own")
    @APIResponseSchema(value = DraftResponse.class, responseCode = "201")
    public Response create(NewProgramRequest request) {
        request.check();
        return calls.optional(() -> {
            ProgramDraft draft = request.createIn(programs);
            return Answer.created("/api/v1/programs/" + draft.program() + "/draft", DraftResponse.of(draft))
                    .with("ETag", "\"" + draft.version() + "\"");
        });
    }

    @GET
    @Path("{code}")
    @Scoped(Scope.PROGRAMS_READ)
    @Operation(operationId = "getProgram", summary = "A program at a glance")
    public ProgramResponse get(@PathParam("code") ProgramCode code) {
        return programs.find(code)
                .map(ProgramResponse::of)
                .orElseThrow(() -> new Refusal(ProgramRefusal.PROGRAM_UNKNOWN));
    }

    @GET
    @Path("{code}/versions")
    @Scoped(Scope.PROGRAMS_READ)
    @Operation(operationId = "listProgramVersions", summary = "The published versions, the latest first")
    public Page<VersionResponse> versions(@PathParam("code") ProgramCode code, @BeanParam Paging paging) {
        if (programs.find(code).isEmpty()) {
            throw new Refusal(ProgramRefusal.PROGRAM_UNKNOWN);
        }
        long before = paging.after().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        List<VersionResponse> rows = programs.versions(code).stream()
                .filter(version -> version.version().version() < before)
                .limit(paging.limit() + 1L)
                .map(VersionResponse::withoutDocument)
                .toList();
        return paging.page(rows, version -> Cursor.of(version.version()));
    }

    @GET
    @Path("{code}/versions/{number}")
    @Scoped(Scope.PROGRAMS_READ)
    @Operation(operationId = "getProgramVersion", summary = "A published version with its document")
    public VersionResponse version(@PathParam("code") ProgramCode code, @PathParam("number") int number) {
        return programs.versions(code).stream()
                .filter(version -> version.version().version() == number)
                .findFirst()
                .map(VersionResponse::of)
                .orElseThrow(() -> new Refusal(ProgramRefusal.VERSION_UNKNOWN));
    }

    @POST
    @Path("{code}/versions/{number}/withdraw")
    @Consumes(MediaType.WILDCARD)
    @Scoped(Scope.PROGRAMS_WRITE)
    @OncePerKey
    @Operation(operationId = "withdrawProgramVersion", summary = "Take a version back before it begins")
    @APIResponseSchema(value = PublishResponse.class, responseCode = "200")
    public Response withdraw(@PathParam("code") ProgramCode code, @PathParam("number") int number) {
        return calls.optional(() -> Answer.ok(PublishResponse.of(publishing.withdraw(code, number))));
    }
}
