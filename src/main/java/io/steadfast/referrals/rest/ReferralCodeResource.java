package io.steadfast.referrals.rest;

import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.referrals.CodeService;
import io.steadfast.referrals.ReferralService;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
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

/** The code by which a member brings friends. */
@Path("/members/{id}/referral-code")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Referrals")
public class ReferralCodeResource {

    @Inject
    CodeService codes;

    @Inject
    ReferralService referrals;

    /** A member's code, and how many friends came with it. */
    public record ReferralCodeResponse(ProgramCode program, String code, long friends, long rewarded) {}

    @GET
    @Scoped(Scope.MEMBERS_READ)
    @Operation(
            operationId = "getReferralCode",
            summary = "The code a member hands to friends, who enrol with it as referralCode. "
                    + "MEMBER_UNKNOWN (404), REFERRAL_NOT_OFFERED (422)")
    public ReferralCodeResponse get(
            @PathParam("id") MemberId id, @QueryParam("program") @Nullable ProgramCode program) {
        CodeService.OwnCode own = codes.code(id, Optional.ofNullable(program));
        ReferralService.Counts counts = referrals.count(id, own.program());
        return new ReferralCodeResponse(own.program(), own.code(), counts.friends(), counts.rewarded());
    }
}
