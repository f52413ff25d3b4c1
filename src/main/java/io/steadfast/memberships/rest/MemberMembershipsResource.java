package io.steadfast.memberships.rest;

import io.steadfast.members.MemberService;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.memberships.MembershipService;
import io.steadfast.memberships.MembershipView;
import io.steadfast.memberships.core.MembershipId;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.CurrentCall;
import io.steadfast.platform.rest.Cursor;
import io.steadfast.platform.rest.Languages;
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
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The paid plans a member has and had. */
@Path("/members/{id}/memberships")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Memberships")
public class MemberMembershipsResource {

    @Inject
    private MembershipService memberships;

    @Inject
    private MemberService members;

    @Inject
    private CurrentCall call;

    @GET
    @Scoped(Scope.MEMBERS_READ)
    @Operation(operationId = "listMembershipsOfMember", summary = "A member's paid plans, the latest first")
    public Page<MembershipResponse> list(@PathParam("id") MemberId id, @BeanParam Paging paging) {
        if (members.profile(id).isEmpty()) {
            throw new Refusal(MemberRefusal.MEMBER_UNKNOWN);
        }
        Locale language = Languages.accepted(call.header("Accept-Language").orElse(null));
        Optional<MembershipId> after = paging.after().map(cursor -> new MembershipId(cursor.uuid(0)));
        List<MembershipView> all = memberships.of(id);
        List<MembershipView> rows = all.stream()
                .skip(after.map(last -> placeBehind(last, all)).orElse(0))
                .limit(paging.limit() + 1L)
                .toList();
        return paging.page(rows, row -> Cursor.of(row.subscription().id()))
                .map(view -> MembershipResponse.of(view, language));
    }

    private static int placeBehind(MembershipId last, List<MembershipView> all) {
        for (int index = 0; index < all.size(); index++) {
            if (all.get(index).subscription().id().equals(last)) {
                return index + 1;
            }
        }
        return all.size();
    }
}
