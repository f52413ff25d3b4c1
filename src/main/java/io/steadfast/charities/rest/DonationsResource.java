package io.steadfast.charities.rest;

import io.steadfast.charities.DonationService;
import io.steadfast.charities.GivenDonation;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.rest.Sends;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Points that members give. */
@Path("/donations")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Giving")
public class DonationsResource {

    @Inject
    private DonationService donations;

    @Inject
    private IdempotentCalls calls;

    @POST
    @Scoped(Scope.REDEMPTIONS_WRITE)
    @OncePerKey(required = true)
    @Sends(Sends.LOCATION)
    @Operation(operationId = "givePoints", summary = "Give a member's points to a charity")
    @APIResponseSchema(value = GivenResponse.class, responseCode = "201")
    public Response give(GivingRequest request) {
        DonationService.GivingWish wish = request.wish();
        return calls.required(() -> {
            GivenDonation given = donations.give(wish);
            return Answer.created("/api/v1/members/" + wish.member() + "/donations", GivenResponse.of(given));
        });
    }
}
