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

/** Jobs, for operators. */
@PlatformDoor
@OperatorOnly
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
public class PlatformJobsResource {

    @Inject
    private TenantService tenants;

    @GET
    @Path("/{id}")
    public JobResponse job(@PathParam("id") UUID id) {
        return JobResponse.of(tenants.job(id));
    }
}
