package io.steadfast.charities.rest;

import io.steadfast.charities.DonationService;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * To whom a member gives. A path of its own: a class at {@code /members/{id}} would take the member's own calls away, since
 * the server chooses one class by its path before it looks at methods.
 */
@Path("/members/{id}/charity")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Giving")
public class MemberCharityResource {

    @Inject
    private DonationService donations;

    @Inject
    private IdempotentCalls calls;

    @PUT
    @Scoped(Scope.MEMBERS_WRITE)
    @OncePerKey
    @Operation(operationId = "chooseCharity", summary = "Choose a charity for all of a member's orders from now on")
    @APIResponseSchema(value = ChoiceResponse.class, responseCode = "200")
    public Response choose(@PathParam("id") MemberId id, ChoiceRequest request) {
        CharityCode charity = request.chosen();
        return calls.optional(() -> Answer.ok(ChoiceResponse.of(donations.choose(id, request.program(), charity))));
    }
}
