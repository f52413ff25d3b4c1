package io.steadfast.charities.rest;

import io.steadfast.charities.DonationService;
import io.steadfast.charities.core.Donation;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.rest.Cursor;
import io.steadfast.platform.rest.Page;
import io.steadfast.platform.rest.Paging;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a member gives, and to whom. */
@Path("/members/{id}")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Giving")
public class MemberDonationsResource {

    @Inject
    private DonationService donations;

    @Inject
    private IdempotentCalls calls;

    @PUT
    @Path("charity")
    @Scoped(Scope.MEMBERS_WRITE)
    @Operation(operationId = "chooseCharity", summary = "Choose a charity for all of a member's orders from now on")
    public Response choose(@PathParam("id") MemberId id, ChoiceRequest request) {
        CharityCode charity = request.chosen();
        return calls.optional(() -> Answer.ok(ChoiceResponse.of(donations.choose(id, request.program(), charity))));
    }

    @GET
    @Path("donations")
    @Scoped(Scope.MEMBERS_READ)
    @Operation(operationId = "listDonations", summary = "A member's donations, the latest first")
    public MemberDonations list(@PathParam("id") MemberId id, @BeanParam Paging paging) {
        List<Donation> rows = donations.donations(id, paging.after().map(cursor -> cursor.uuid(0)), paging.limit() + 1);
        Page<Donation> page = paging.page(rows, donation -> Cursor.of(donation.id()));
        return MemberDonations.of(page, donations.totals(id), donations.choices(id));
    }
}
