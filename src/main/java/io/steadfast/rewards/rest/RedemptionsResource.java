package io.steadfast.rewards.rest;

import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.rest.Sends;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.rewards.Redeemed;
import io.steadfast.rewards.RedemptionService;
import io.steadfast.rewards.RedemptionWish;
import io.steadfast.rewards.core.RedemptionState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Points that become something, and what becomes of it. */
@Path("/redemptions")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rewards")
public class RedemptionsResource {

    @Inject
    private RedemptionService redemptions;

    @Inject
    private IdempotentCalls calls;

    @POST
    @Scoped(Scope.REDEMPTIONS_WRITE)
    @OncePerKey(required = true)
    @Sends(Sends.LOCATION)
    @Operation(
            operationId = "redeem",
            summary = "Use points for a voucher, an item, credit, a donation or a place; all reasons when it can't be")
    @APIResponseSchema(value = RedemptionResponse.class, responseCode = "201")
    public Response redeem(RedemptionRequest request) {
        RedemptionWish wish = request.wish();
        return calls.required(() -> {
            try {
                Redeemed redeemed = redemptions.redeem(wish);
                return Answer.created(
                        "/api/v1/redemptions/" + redeemed.redemption().id(), RedemptionResponse.of(redeemed));
            } catch (Refusal refusal) {
                throw refusal.about(wish.member());
            }
        });
    }

    @GET
    @Path("{id}")
    @Scoped(Scope.MEMBERS_READ)
    @Operation(operationId = "getRedemption", summary = "A redemption with its vouchers and what became of it")
    public RedemptionResponse get(@PathParam("id") UUID id) {
        return RedemptionResponse.of(redemptions.get(id));
    }

    @POST
    @Path("{id}/cancel")
    @Scoped(Scope.REDEMPTIONS_WRITE)
    @OncePerKey(required = true)
    @Operation(
            operationId = "cancelRedemption",
            summary = "Take a redemption back before it was sent or used: points, stock and vouchers")
    @APIResponseSchema(value = RedemptionResponse.class, responseCode = "200")
    public Response cancel(@PathParam("id") UUID id, CancelRequest request) {
        String reason = request.checked();
        return calls.required(() -> Answer.ok(RedemptionResponse.of(redemptions.cancel(id, reason))));
    }

    @POST
    @Path("{id}/fulfilment")
    @Scoped(Scope.REDEMPTIONS_WRITE)
    @OncePerKey(required = true)
    @Operation(operationId = "fulfilRedemption", summary = "Note that an item was sent, or has arrived")
    @APIResponseSchema(value = RedemptionResponse.class, responseCode = "200")
    public Response fulfil(@PathParam("id") UUID id, FulfilmentRequest request) {
        RedemptionState state = request.read();
        return calls.required(() -> Answer.ok(RedemptionResponse.of(redemptions.fulfil(id, state, "FULFILMENT"))));
    }
}
