package io.steadfast.referrals.rest;

import io.steadfast.members.MemberService;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.Cursor;
import io.steadfast.platform.rest.Page;
import io.steadfast.platform.rest.Paging;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.referrals.ReferralService;
import io.steadfast.referrals.core.Friendship;
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

/** The friends a member brought. */
@Path("/members/{id}/referrals")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Referrals")
public class MemberReferralsResource {

    @Inject
    ReferralService referrals;

    @Inject
    MemberService members;

    @GET
    @Scoped(Scope.MEMBERS_READ)
    @Operation(
            operationId = "listReferrals",
            summary = "The friends a member brought, who joined last first, and what came of it. MEMBER_UNKNOWN (404)")
    public Page<ReferralResponse> list(@PathParam("id") MemberId id, @BeanParam Paging paging) {
        if (members.find(id).isEmpty()) {
            throw new Refusal(MemberRefusal.MEMBER_UNKNOWN);
        }
        List<Friendship> rows = referrals.friends(id, paging.after().map(cursor -> cursor.uuid(0)), paging.limit() + 1);
        return paging.page(rows, row -> Cursor.of(row.id())).map(ReferralResponse::of);
    }
}
