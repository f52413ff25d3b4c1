package io.steadfast.tenants.rest;

import io.steadfast.platform.rest.PlatformDoor;
import io.steadfast.platform.security.OperatorOnly;
import io.steadfast.tenants.TenantService;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Jobs, for operators. */
@PlatformDoor
@OperatorOnly
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators")
public class PlatformJobsResource {

    @Inject
    private TenantService tenants;

    @GET
    @Path("/{id}")
    @Operation(operationId = "getTenantJob", summary = "How far long work for a tenant is")
    public JobResponse job(@PathParam("id") UUID id) {
        return JobResponse.of(tenants.job(id));
    }
}
