package io.steadfast.imports.rest;

import io.steadfast.imports.ImportService;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.platform.jobs.JobService;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.CsvAnswer;
import io.steadfast.platform.rest.CurrentCall;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.platform.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far long work is. */
@Path("/jobs/{id}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports and jobs")
public class JobsResource {

    @Inject
    private ImportService imports;

    @Inject
    private JobService jobs;

    @Inject
    private CurrentTenant tenant;

    @Inject
    private CurrentCall call;

    @GET
    @Scoped({
        Scope.MEMBERS_WRITE,
        Scope.ORDERS_WRITE,
        Scope.ADJUSTMENTS_WRITE,
        Scope.MEMBERSHIPS_WRITE,
        Scope.REPORTS_READ
    })
    @Operation(operationId = "getJob", summary = "How far a long piece of work is")
    public JobResponse get(@PathParam("id") UUID id) {
        return imports.find(id)
                .map(JobResponse::of)
                .or(() -> jobs.find(id)
                        .filter(job -> job.tenant().equals(Optional.of(tenant.slug())))
                        .map(JobResponse::of))
                .orElseThrow(() -> new Refusal(ImportRefusal.JOB_UNKNOWN));
    }

    @GET
    @Path("errors.csv")
    @Produces(CsvAnswer.TYPE)
    @Scoped({Scope.MEMBERS_WRITE, Scope.ORDERS_WRITE, Scope.ADJUSTMENTS_WRITE, Scope.MEMBERSHIPS_WRITE})
    @Operation(
            operationId = "downloadJobErrors",
            summary = "What couldn't be taken of a file, by its lines, in the language asked for")
    public Response errors(@PathParam("id") UUID id) {
        if (imports.find(id).isEmpty()) {
            throw new Refusal(ImportRefusal.JOB_UNKNOWN);
        }
        Locale language = call.language();
        return CsvAnswer.of("errors-" + id + ".csv", List.of("line", "field", "code", "message"), lines -> {
            List<ImportService.RowError> errors = imports.errors(id, 0, "", language);
            while (!errors.isEmpty()) {
                errors.forEach(error ->
                        lines.write(List.of(Long.toString(error.line()), error.field(), error.code(), error.text())));
                ImportService.RowError last = errors.get(errors.size() - 1);
                errors = imports.errors(id, last.line(), last.field(), language);
            }
        });
    }
}
