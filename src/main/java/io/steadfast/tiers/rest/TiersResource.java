package io.steadfast.tiers.rest;

import io.steadfast.members.MemberService;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.CurrentCall;
import io.steadfast.platform.rest.Languages;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.tiers.ManualTierService;
import io.steadfast.tiers.TierService;
import io.steadfast.tiers.TierView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a member stands on the ladders of the programs they are in. */
@Path("/members/{id}/tier")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
public class TiersResource {

    @Inject
    private MemberService members;

    @Inject
    private ProgramService programs;

    @Inject
    private TierService tiers;

    @Inject
    private ManualTierService manual;

    @Inject
    private IdempotentCalls calls;

    @Inject
    private TenantClock clock;

    @Inject
    private CurrentCall call;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Scoped(Scope.ADJUSTMENTS_WRITE)
    @OncePerKey(required = true)
    @Operation(operationId = "setMemberTier", summary = "Set a tier by hand, with a reason and an end")
    @APIResponseSchema(value = TierResponse.class, responseCode = "200")
    public Response set(@PathParam("id") MemberId id, TierSetRequest request) {
        ManualTierService.Wish wish = request.of(id);
        return calls.required(() -> {
            manual.set(wish);
            return Answer.ok(standing(id, Optional.of(wish.ref().program())));
        });
    }

    @POST
    @Path("end")
    @Consumes(MediaType.APPLICATION_JSON)
    @Scoped(Scope.ADJUSTMENTS_WRITE)
    @OncePerKey(required = true)
    @Operation(operationId = "endMemberTier", summary = "End a tier that was set by hand before its time")
    @APIResponseSchema(value = TierResponse.class, responseCode = "200")
    public Response end(@PathParam("id") MemberId id, TierEndRequest request) {
        ManualTierService.End end = request.of(id);
        return calls.required(() -> {
            manual.end(end);
            return Answer.ok(standing(id, Optional.of(end.ref().program())));
        });
    }

    @GET
    @Scoped(Scope.MEMBERS_READ)
    @Operation(
            operationId = "getMemberTier",
            summary = "A member's tiers now, what is missing for the next, and the history")
    public TierResponse get(@PathParam("id") MemberId id, @QueryParam("program") @Nullable ProgramCode program) {
        return standing(id, Optional.ofNullable(program));
    }

    private TierResponse standing(MemberId id, Optional<ProgramCode> program) {
        MemberProfile profile = members.profile(id).orElseThrow(() -> new Refusal(MemberRefusal.MEMBER_UNKNOWN));
        Instant now = clock.now();
        List<TierView> views = new ArrayList<>();
        for (ProgramVersion version : programs.inForce(codes(profile, now, program), now)) {
            Instant enrolledAt = profile.enrolledAt(version.code(), now).orElse(now);
            views.addAll(tiers.standing(id, version, enrolledAt));
        }
        return TierResponse.of(
                views, Languages.accepted(call.header("Accept-Language").orElse(null)));
    }

    /** The programs that the member is in, or the one of them that is asked for. */
    static TreeSet<ProgramCode> codes(MemberProfile profile, Instant now, Optional<ProgramCode> only) {
        TreeSet<ProgramCode> codes = new TreeSet<>();
        profile.enrolments().stream()
                .filter(enrolment -> enrolment.covers(now))
                .map(enrolment -> enrolment.program())
                .filter(code -> only.isEmpty() || only.get().equals(code))
                .forEach(codes::add);
        return codes;
    }
}
