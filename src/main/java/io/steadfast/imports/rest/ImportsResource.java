package io.steadfast.imports.rest;

import io.steadfast.imports.ImportIntake;
import io.steadfast.imports.ImportService;
import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportPlan;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.Cursor;
import io.steadfast.platform.rest.DoorReason;
import io.steadfast.platform.rest.Json;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.rest.Page;
import io.steadfast.platform.rest.Paging;
import io.steadfast.platform.rest.Sends;
import io.steadfast.platform.security.CurrentActor;
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
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files taken in bulk. */
@Path("/imports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports and jobs")
public class ImportsResource {

    private static final String FILE = "file";
    private static final int LONGEST_PART = 65_536;
    private static final int LONGEST_NAME = 200;

    @Inject
    private ImportIntake intake;

    @Inject
    private ImportService imports;

    @Inject
    private IdempotentCalls calls;

    @Inject
    private CurrentActor actor;

    @Inject
    private Json json;

    @POST
    @Upload
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Scoped({Scope.MEMBERS_WRITE, Scope.ORDERS_WRITE, Scope.ADJUSTMENTS_WRITE, Scope.MEMBERSHIPS_WRITE})
    @OncePerKey
    @Sends(Sends.LOCATION)
    @Operation(
            operationId = "importFile",
            summary =
                    "Take a CSV file of members, orders, balances, tiers or memberships; repeated rows change nothing")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ImportParts.class)))
    @APIResponseSchema(value = JobResponse.class, responseCode = "202")
    public Response accept(List<EntityPart> parts) throws IOException {
        Map<String, String> texts = new HashMap<>();
        EntityPart file = null;
        for (EntityPart part : parts) {
            String name = part.getName();
            boolean repeated;
            if (name.equals(FILE)) {
                repeated = file != null;
                file = part;
            } else {
                ImportForm.refuseUnknown(name);
                repeated = texts.put(name, text(part)) != null;
            }
            if (repeated) {
                throw FieldErrors.one(name, FieldReason.DUPLICATE_FIELD);
            }
        }
        ImportForm form = new ImportForm(texts);
        ImportPlan plan = form.plan(json);
        if (!scopes(plan).allMatch(actor.actor()::has)) {
            throw new Refusal(DoorReason.FORBIDDEN);
        }
        if (file == null) {
            throw FieldErrors.one(FILE, FieldReason.REQUIRED);
        }
        String name = file.getFileName().orElse("file.csv").replaceAll("[\\p{Cntrl}/\\\\]", "_");
        return begun(form, plan, name.substring(0, Math.min(name.length(), LONGEST_NAME)), file);
    }

    /** Keeps the file first, so that a repeat is told by what it holds; a repeat's own file is thrown away again. */
    private Response begun(ImportForm form, ImportPlan plan, String name, EntityPart file) {
        ImportIntake.Kept kept = intake.keep(plan, file.getContent());
        boolean begun = false;
        try {
            Response answer = calls.optional(form.content(name, kept.digest()), () -> {
                JobResponse job = JobResponse.of(imports.begin(kept.id(), plan, name));
                return Answer.accepted(job).with("Location", "/api/v1/jobs/" + job.id());
            });
            begun = answer.getStatus() == Response.Status.ACCEPTED.getStatusCode()
                    && !IdempotentCalls.isReplayed(answer);
            return answer;
        } finally {
            if (begun) {
                intake.start(kept);
            } else {
                intake.forget(kept);
            }
        }
    }

    private static String text(EntityPart part) throws IOException {
        byte[] bytes = part.getContent().readNBytes(LONGEST_PART + 1);
        if (bytes.length > LONGEST_PART) {
            throw FieldErrors.one(part.getName(), FieldReason.TOO_LONG, Map.of("most", LONGEST_PART));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** What a key needs for what the rows do: orders that make members of whoever is new write members, too. */
    private static Stream<Scope> scopes(ImportPlan plan) {
        boolean makes = plan.kind() == ImportKind.ORDERS && plan.newMembers() == ImportPlan.NewMembers.MADE;
        return makes ? Stream.of(scope(plan.kind()), Scope.MEMBERS_WRITE) : Stream.of(scope(plan.kind()));
    }

    private static Scope scope(ImportKind kind) {
        return switch (kind) {
            case MEMBERS -> Scope.MEMBERS_WRITE;
            case ORDERS -> Scope.ORDERS_WRITE;
            case BALANCES, TIERS -> Scope.ADJUSTMENTS_WRITE;
            case MEMBERSHIPS -> Scope.MEMBERSHIPS_WRITE;
        };
    }

    @GET
    @Scoped({Scope.MEMBERS_WRITE, Scope.ORDERS_WRITE, Scope.ADJUSTMENTS_WRITE, Scope.MEMBERSHIPS_WRITE})
    @Operation(operationId = "listImports", summary = "Imports, the latest first")
    public Page<JobResponse> list(@BeanParam Paging paging) {
        Optional<UUID> before = paging.after().map(cursor -> cursor.uuid(0));
        return paging.page(imports.list(before, paging.limit() + 1), view -> Cursor.of(view.id()))
                .map(JobResponse::of);
    }

    @GET
    @Path("{id}")
    @Scoped({Scope.MEMBERS_WRITE, Scope.ORDERS_WRITE, Scope.ADJUSTMENTS_WRITE, Scope.MEMBERSHIPS_WRITE})
    @Operation(operationId = "getImport", summary = "How far an import is")
    public JobResponse get(@PathParam("id") UUID id) {
        return JobResponse.of(imports.find(id).orElseThrow(() -> new Refusal(ImportRefusal.JOB_UNKNOWN)));
    }
}
