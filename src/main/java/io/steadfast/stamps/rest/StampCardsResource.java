package io.steadfast.stamps.rest;

import io.steadfast.platform.rest.CurrentCall;
import io.steadfast.platform.rest.Languages;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.shared.MemberId;
import io.steadfast.stamps.StampService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far a member's stamp cards have come. */
@Path("/members/{id}/stamp-cards")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
public class StampCardsResource {

    @Inject
    private StampService stamps;

    @Inject
    private CurrentCall call;

    @GET
    @Scoped(Scope.MEMBERS_READ)
    @Operation(
            operationId = "getStampCards",
            summary = "A member's stamp cards: stamps, what fills them, how often full")
    public StampCardsResponse get(@PathParam("id") MemberId id) {
        return StampCardsResponse.of(
                stamps.cards(id),
                Languages.accepted(call.header("Accept-Language").orElse(null)));
    }
}
