package io.steadfast.tenants.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.Cursor;
import io.steadfast.platform.rest.Page;
import io.steadfast.platform.rest.Paging;
import io.steadfast.platform.rest.PlatformDoor;
import io.steadfast.platform.security.OperatorOnly;
import io.steadfast.platform.tenancy.Tenant;
import io.steadfast.platform.tenancy.TenantRegister;
import io.steadfast.platform.time.RealClock;
import io.steadfast.shared.TenantSlug;
import io.steadfast.tenants.TenantRefusal;
import io.steadfast.tenants.TenantService;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tenants, for operators. */
@PlatformDoor
@OperatorOnly
@Path("/tenants")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
public class TenantsResource {

    @Inject
    private TenantService tenants;

    @Inject
    private RealClock clock;

    @POST
    @Operation(operationId = "createTenant", summary = "Make a tenant, with a key and a way in for its owner")
    @APIResponseSchema(value = MadeTenantResponse.class, responseCode = "201")
    public Response create(TenantRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(MadeTenantResponse.of(tenants.create(request.checked(clock.now()))))
                .build();
    }

    @GET
    @Operation(operationId = "listTenants", summary = "Every tenant, by slug")
    public Page<TenantResponse> list(@BeanParam Paging paging) {
        Optional<TenantSlug> after = paging.after().map(cursor -> cursor.read(0, TenantSlug::new));
        TenantRegister.Wanted wanted = new TenantRegister.Wanted("", TenantRegister.Sort.ALL, after);
        List<Tenant> rows = tenants.page(wanted, paging.limit() + 1).stream()
                .map(TenantRegister.Entry::tenant)
                .toList();
        return paging.page(rows, tenant -> Cursor.of(tenant.slug())).map(TenantResponse::of);
    }

    @POST
    @Path("/{slug}/suspend")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "suspendTenant", summary = "Close a tenant's doors")
    public TenantResponse suspend(@PathParam("slug") String slug) {
        return TenantResponse.of(tenants.suspend(known(slug), ""));
    }

    @POST
    @Path("/{slug}/resume")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "resumeTenant", summary = "Open them again")
    public TenantResponse resume(@PathParam("slug") String slug) {
        return TenantResponse.of(tenants.resume(known(slug), ""));
    }

    @POST
    @Path("/{slug}/keys")
    @Operation(operationId = "issueTenantKey", summary = "Make a key for a tenant, shown once")
    @APIResponseSchema(value = KeyResponse.class, responseCode = "201")
    public Response issueKey(@PathParam("slug") String slug, KeyRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(KeyResponse.of(tenants.issueKey(known(slug), request.checked())))
                .build();
    }

    @PUT
    @Path("/{slug}/clock")
    @Operation(
            operationId = "moveTenantClock",
            summary = "Move a sandbox's clock; the job is completed when all that fell due has happened")
    @APIResponseSchema(value = JobResponse.class, responseCode = "202")
    public Response moveClock(@PathParam("slug") String slug, ClockRequest request) {
        if (request.now() == null) {
            throw FieldErrors.one("now", FieldReason.REQUIRED);
        }
        return Response.accepted(JobResponse.of(tenants.moveClock(known(slug), request.now())))
                .build();
    }

    /**
     * The first call, without a confirmation, closes the doors; the second one, which names the tenant again, removes everything.
     * Any other confirmation is a slip, and changes nothing.
     */
    @DELETE
    @Path("/{slug}")
    @Operation(
            operationId = "deleteTenant",
            summary = "Mark a tenant for deletion; with its name as confirm remove everything")
    @APIResponseSchema(value = TenantResponse.class, responseCode = "202")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Response delete(@PathParam("slug") String slug, @QueryParam("confirm") @Nullable String confirmation) {
        TenantSlug known = known(slug);
        if (confirmation == null) {
            return Response.accepted(TenantResponse.of(tenants.markForDeletion(known)))
                    .build();
        }
        tenants.delete(known, confirmation);
        return Response.noContent().build();
    }

    private static TenantSlug known(String slug) {
        try {
            return new TenantSlug(slug);
        } catch (IllegalArgumentException noSuchTenant) {
            throw new Refusal(TenantRefusal.TENANT_UNKNOWN);
        }
    }
}
