package io.steadfast.rewards.rest;

import io.steadfast.platform.rest.CurrentCall;
import io.steadfast.platform.rest.Languages;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.rewards.EntitlementService;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a member has a right to. */
@Path("/members/{id}/entitlements")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
public class EntitlementsResource {

    @Inject
    private EntitlementService entitlements;

    @Inject
    private CurrentCall call;

    @GET
    @Scoped(Scope.MEMBERS_READ)
    @Operation(
            operationId = "listEntitlements",
            summary = "A member's rights now, each with its reason and end; those for one product with sku")
    public EntitlementsResponse list(@PathParam("id") MemberId id, @QueryParam("sku") @Nullable String sku) {
        return EntitlementsResponse.of(
                entitlements.held(id, Optional.ofNullable(sku)),
                Languages.accepted(call.header("Accept-Language").orElse(null)));
    }
}
