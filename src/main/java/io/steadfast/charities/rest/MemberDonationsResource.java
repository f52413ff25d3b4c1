package io.steadfast.charities.rest;

import io.steadfast.charities.DonationService;
import io.steadfast.charities.core.Donation;
import io.steadfast.platform.rest.Cursor;
import io.steadfast.platform.rest.Page;
import io.steadfast.platform.rest.Paging;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a member gives. */
@Path("/members/{id}/donations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Giving")
public class MemberDonationsResource {

    @Inject
    private DonationService donations;

    @GET
    @Scoped(Scope.MEMBERS_READ)
    @Operation(operationId = "listDonations", summary = "A member's donations, the latest first")
    public MemberDonations list(@PathParam("id") MemberId id, @BeanParam Paging paging) {
        List<Donation> rows = donations.donations(id, paging.after().map(cursor -> cursor.uuid(0)), paging.limit() + 1);
        Page<Donation> page = paging.page(rows, donation -> Cursor.of(donation.id()));
        return MemberDonations.of(page, donations.totals(id), donations.choices(id));
    }
}
