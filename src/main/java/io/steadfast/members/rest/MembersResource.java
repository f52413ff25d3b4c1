package io.steadfast.members.rest;

import io.steadfast.members.ErasureService;
import io.steadfast.members.MemberService;
import io.steadfast.members.MergeService;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.members.core.Merge;
import io.steadfast.members.core.NewMember;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.CurrentCall;
import io.steadfast.platform.rest.Json;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.rest.Sends;
import io.steadfast.platform.rest.Versions;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Members: made, read, changed, searched and blocked. */
@Path("/members")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
public class MembersResource {

    private static final Map<String, IdentityKind> EXACT = Map.of(
            "phone", IdentityKind.PHONE,
            "email", IdentityKind.EMAIL,
            "card", IdentityKind.CARD,
            "externalId", IdentityKind.EXTERNAL_ID);

    @Inject
    private MemberService members;

    @Inject
    private ErasureService erasure;

    @Inject
    private MergeService merges;

    @Inject
    private IdempotentCalls calls;

    @Inject
    private CurrentCall call;

    @Inject
    private Json json;

    @POST
    @Scoped(Scope.MEMBERS_WRITE)
    @OncePerKey
    @Sends({Sends.ETAG, Sends.LOCATION})
    @Operation(operationId = "createMember", summary = "Make a member, with identities, consents and enrolments")
    @APIResponseSchema(value = MemberResponse.class, responseCode = "201")
    public Response create(MemberRequest request) {
        NewMember wanted = request.newMember();
        return calls.optional(() -> {
            Member member = members.create(wanted);
            return answer(Answer.created("/api/v1/members/" + member.id(), MemberResponse.of(member)), member);
        });
    }

    @GET
    @Path("{id}")
    @Scoped(Scope.MEMBERS_READ)
    @Sends(Sends.ETAG)
    @Operation(operationId = "getMember", summary = "A member as they stand now")
    @APIResponseSchema(value = MemberResponse.class, responseCode = "200")
    public Response get(@PathParam("id") MemberId id) {
        Member member = known(id);
        return Response.ok(MemberResponse.of(member))
                .tag(Versions.tag(member.version()))
                .build();
    }

    @PATCH
    @Path("{id}")
    @Scoped(Scope.MEMBERS_WRITE)
    @OncePerKey
    @Sends(Sends.ETAG)
    @Operation(
            operationId = "changeMember",
            summary = "Change the fields that are sent; null takes a value away. If-Match is checked where it is sent")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "checked where it is sent")
    @APIResponseSchema(value = MemberResponse.class, responseCode = "200")
    public Response change(@PathParam("id") MemberId id, MemberRequest request) {
        Set<String> sent = new HashSet<>();
        json.tree(call.body()).fieldNames().forEachRemaining(sent::add);
        return calls.optional(() -> {
            Member before = known(id);
            call.header("If-Match").ifPresent(tag -> Versions.same(before.version(), Versions.required(tag)));
            Member member = members.change(id, request.change(before, sent));
            return answer(Answer.ok(MemberResponse.of(member)), member);
        });
    }

    @GET
    @Scoped(Scope.MEMBERS_READ)
    @Operation(
            operationId = "findMembers",
            summary = "One member by an identity, or a search by beginnings of names and endings of phones and cards")
    @Parameter(name = "phone", in = ParameterIn.QUERY, description = "E.164, or of the tenant's country")
    @Parameter(name = "email", in = ParameterIn.QUERY)
    @Parameter(name = "card", in = ParameterIn.QUERY)
    @Parameter(name = "externalId", in = ParameterIn.QUERY)
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "at least two characters")
    public MemberList find(@Context UriInfo uri) {
        Map.Entry<String, String> by = only(uri);
        IdentityKind exact = EXACT.get(by.getKey());
        if (exact == null) {
            return MemberList.of(members.search(by.getValue()));
        }
        Optional<Member> found = members.find(exact, by.getValue());
        return MemberList.of(found.map(MemberResponse::of));
    }

    /** Exactly one of them: two would leave open which one counts. */
    private static Map.Entry<String, String> only(UriInfo uri) {
        List<Map.Entry<String, String>> given = new ArrayList<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (!EXACT.containsKey(name) && !name.equals("q")) {
                throw FieldErrors.one(name, FieldReason.UNKNOWN_FIELD);
            }
            values.forEach(value -> given.add(Map.entry(name, value)));
        });
        if (given.isEmpty()) {
            throw FieldErrors.one("q", FieldReason.REQUIRED);
        }
        if (given.size() > 1) {
            throw FieldErrors.one(given.get(1).getKey(), FieldReason.NOT_ALLOWED);
        }
        if (given.get(0).getValue().indexOf('\0') >= 0) {
            throw FieldErrors.one(given.get(0).getKey(), FieldReason.BAD_CHARACTER);
        }
        return given.get(0);
    }

    @DELETE
    @Path("{id}")
    @Scoped(Scope.MEMBERS_WRITE)
    @OncePerKey
    @Operation(
            operationId = "eraseMember",
            summary = "Forget who a member was for good; points left are forfeited, the books are kept")
    public Response erase(@PathParam("id") MemberId id) {
        return calls.optional(() -> {
            erasure.erase(id);
            return Answer.noContent();
        });
    }

    @POST
    @Path("{id}/block")
    @Scoped(Scope.MEMBERS_WRITE)
    @OncePerKey
    @Sends(Sends.ETAG)
    @Operation(operationId = "blockMember", summary = "Take a member out of everything until it is lifted")
    @APIResponseSchema(value = MemberResponse.class, responseCode = "200")
    public Response block(@PathParam("id") MemberId id, BlockRequest request) {
        String reason = request.checked();
        return calls.optional(() -> {
            Member member = members.block(id, reason);
            return answer(Answer.ok(MemberResponse.of(member)), member);
        });
    }

    @POST
    @Path("{id}/unblock")
    @Scoped(Scope.MEMBERS_WRITE)
    @OncePerKey
    @Sends(Sends.ETAG)
    @Operation(operationId = "unblockMember", summary = "Lift a block")
    @APIResponseSchema(value = MemberResponse.class, responseCode = "200")
    public Response unblock(@PathParam("id") MemberId id, BlockRequest request) {
        String reason = request.checked();
        return calls.optional(() -> {
            Member member = members.unblock(id, reason);
            return answer(Answer.ok(MemberResponse.of(member)), member);
        });
    }

    @POST
    @Path("{id}/merge")
    @Scoped(Scope.MEMBERS_WRITE)
    @OncePerKey(required = true)
    @Sends(Sends.ETAG)
    @Operation(
            operationId = "mergeMember",
            summary =
                    "Bring everything another member has to this one, for they are one person; the other's id leads here")
    @APIResponseSchema(value = MemberResponse.class, responseCode = "200")
    public Response merge(@PathParam("id") MemberId id, MergeRequest request) {
        Merge merge = request.into(id);
        return calls.required(() -> {
            Member member = merges.merge(merge, request.why());
            return answer(Answer.ok(MemberResponse.of(member)), member);
        });
    }

    private Member known(MemberId id) {
        return members.find(id).orElseThrow(() -> new Refusal(MemberRefusal.MEMBER_UNKNOWN));
    }

    private static Answer answer(Answer answer, Member member) {
        return answer.with("ETag", "\"" + member.version() + "\"").withPersonalFieldsOf(member.id());
    }
}
