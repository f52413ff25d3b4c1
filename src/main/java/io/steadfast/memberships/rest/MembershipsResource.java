package io.steadfast.memberships.rest;

import io.steadfast.memberships.MembershipService;
import io.steadfast.memberships.MembershipView;
import io.steadfast.memberships.StartWish;
import io.steadfast.memberships.core.ListWish;
import io.steadfast.memberships.core.MembershipId;
import io.steadfast.memberships.core.MembershipState;
import io.steadfast.memberships.core.Outcome;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.rest.CurrentCall;
import io.steadfast.platform.rest.Cursor;
import io.steadfast.platform.rest.Languages;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.rest.Page;
import io.steadfast.platform.rest.Paging;
import io.steadfast.platform.rest.Sends;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Paid plans that members have. */
@Path("/memberships")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Memberships")
public class MembershipsResource {

    @Inject
    private MembershipService memberships;

    @Inject
    private IdempotentCalls calls;

    @Inject
    private CurrentCall call;

    @POST
    @Scoped(Scope.MEMBERSHIPS_WRITE)
    @OncePerKey(required = true)
    @Sends(Sends.LOCATION)
    @Operation(operationId = "startMembership", summary = "A member takes a plan, with its trial where it has one")
    @APIResponseSchema(value = MembershipResponse.class, responseCode = "201")
    public Response start(MembershipRequest request) {
        StartWish wish = request.wish();
        return calls.required(() -> {
            MembershipView made = memberships.start(wish);
            return Answer.created("/api/v1/memberships/" + made.subscription().id(), response(made));
        });
    }

    @GET
    @Scoped(Scope.MEMBERS_READ)
    @Operation(operationId = "listMemberships", summary = "Memberships, the newest first")
    public Page<MembershipResponse> list(
            @QueryParam("program") @Nullable ProgramCode program,
            @QueryParam("state") @Nullable String state,
            @BeanParam Paging paging) {
        List<MembershipView> rows = memberships.list(new ListWish(
                Optional.ofNullable(program),
                Optional.ofNullable(state).map(MembershipsResource::state),
                paging.after().map(cursor -> new MembershipId(cursor.uuid(0))),
                paging.limit() + 1));
        return paging.page(rows, row -> Cursor.of(row.subscription().id())).map(this::response);
    }

    @GET
    @Path("{id}")
    @Scoped(Scope.MEMBERS_READ)
    @Operation(operationId = "getMembership", summary = "Where a membership stands, its payments and its history")
    public MembershipResponse get(@PathParam("id") UUID id) {
        return response(memberships.find(new MembershipId(id)));
    }

    @POST
    @Path("{id}/payments")
    @Scoped(Scope.MEMBERSHIPS_WRITE)
    @OncePerKey(required = true)
    @Operation(
            operationId = "reportPayment",
            summary = "What became of a payment; late, repeated and out of order is fine")
    @APIResponseSchema(value = MembershipResponse.class, responseCode = "200")
    public Response pay(@PathParam("id") UUID id, PaymentRequest request) {
        Outcome outcome = request.reported();
        return calls.required(() -> Answer.ok(response(memberships.report(new MembershipId(id), outcome))));
    }

    @POST
    @Path("{id}/cancel")
    @Scoped(Scope.MEMBERSHIPS_WRITE)
    @OncePerKey(required = true)
    @Operation(operationId = "cancelMembership", summary = "Leave now or with the end of what is paid")
    @APIResponseSchema(value = MembershipResponse.class, responseCode = "200")
    public Response cancel(@PathParam("id") UUID id, CancelRequest request) {
        return calls.required(() -> Answer.ok(response(memberships.cancel(new MembershipId(id), request.when()))));
    }

    @POST
    @Path("{id}/price-notices")
    @Scoped(Scope.MEMBERSHIPS_WRITE)
    @OncePerKey(required = true)
    @Operation(
            operationId = "reportPriceNotice",
            summary = "The member was told of the price now in force; it holds when the notice has run")
    @APIResponseSchema(value = MembershipResponse.class, responseCode = "200")
    public Response announce(@PathParam("id") UUID id, PriceNoticeRequest request) {
        return calls.required(() -> Answer.ok(response(memberships.announcePrice(new MembershipId(id), request.at()))));
    }

    private MembershipResponse response(MembershipView view) {
        return MembershipResponse.of(
                view, Languages.accepted(call.header("Accept-Language").orElse(null)));
    }

    private static MembershipState state(String text) {
        try {
            return MembershipState.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw FieldErrors.one("state", FieldReason.NOT_VALID);
        }
    }
}
